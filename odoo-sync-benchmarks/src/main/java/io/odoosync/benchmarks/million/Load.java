package io.odoosync.benchmarks.million;

/**
 * What is loaded.
 *
 * @param heap of the host, as Java's option -Xmx takes it
 */
record Load(int contacts, String heap, int callsAtOnce) {}
