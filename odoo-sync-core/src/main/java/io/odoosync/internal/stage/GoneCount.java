package io.odoosync.internal.stage;

/**
 * How many records are gone.
 *
 * @param gone linked records that the source does not give, and about which nothing was done yet
 * @param linked all linked records
 */
public record GoneCount(long gone, long linked) {}
