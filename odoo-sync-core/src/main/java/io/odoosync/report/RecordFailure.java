package io.odoosync.report;

import io.odoosync.LocalKey;

/**
 * A record that was not synced.
 *
 * @param key the record
 * @param blocked whether it only waits for another record
 * @param reason what, where, why
 * @param advice what somebody can do about it
 */
public record RecordFailure(LocalKey key, boolean blocked, String reason, String advice) {}
