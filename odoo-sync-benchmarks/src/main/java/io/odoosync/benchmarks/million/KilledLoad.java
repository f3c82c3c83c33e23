package io.odoosync.benchmarks.million;

/**
 * What is loaded.
 *
 * @param heap of the host, as Java's option -Xmx takes it
 */
record KilledLoad(int contacts, String heap, int callsAtOnce) {}
