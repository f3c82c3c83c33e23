/**
 * What a host application touches first: the engine and what it is told and asked. Runs commit by
 * themselves: call the engine outside of the host's transactions.
 */
package io.odoosync;
