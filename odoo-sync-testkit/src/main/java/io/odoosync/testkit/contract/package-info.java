/**
 * Proofs for those who write their own stores: extend a suite, hand it an empty store, run it as
 * any JUnit test.
 */
package io.odoosync.testkit.contract;
