/**
 * Proofs for those who write their own stores and sources: extend a suite, hand it an empty store,
 * or a source with some records, and run it as any JUnit test.
 */
package io.odoosync.testkit.contract;
