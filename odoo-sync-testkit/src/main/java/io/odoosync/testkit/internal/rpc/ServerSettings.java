package io.odoosync.testkit.internal.rpc;

import java.time.Clock;

/**
 * How a server is to be.
 *
 * @param races whether the second of two transactions that create the same external id at once
 *     fails, instead of waiting for the first
 * @param version what it says that it is, such as {@code 20.0} or {@code saas~19.4}
 * @param largestBody in bytes; larger ones are refused
 */
public record ServerSettings(
    Clock clock, String database, boolean races, String version, long largestBody) {}
