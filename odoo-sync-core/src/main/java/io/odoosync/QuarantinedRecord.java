package io.odoosync;

/**
 * A local record that keeps failing without changing, and is therefore not tried in every run.
 *
 * @param type the kind of entity
 * @param key the record
 * @param failures how often it failed in a row
 * @param runsToSkip in how many more runs it is not tried; 0 if the next one tries it
 * @param failure why it failed last, and what to do about it
 */
public record QuarantinedRecord(
    EntityType type, LocalKey key, int failures, int runsToSkip, Failure failure) {}
