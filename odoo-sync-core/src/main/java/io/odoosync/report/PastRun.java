package io.odoosync.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that ended, as {@code sync_logs} remembers it.
 *
 * @param runId names the run in {@code sync_logs}
 * @param startedAt when it began; {@code null} if an earlier version of the library ran it
 * @param endedAt when it ended
 * @param status how it ended; {@code null} if an earlier version of the library ran it
 * @param isSuccessful as {@link SyncReport#isSuccessful()} was; {@code false} if that is not known
 * @param summary the report for a person, without its failures
 * @param report the report as {@link SyncReport#toJson()} gave it, without its failures, which are
 *     entries of the log; {@code null} if an earlier version of the library ran it
 */
public record PastRun(
    String runId,
    @Nullable Instant startedAt,
    Instant endedAt,
    @Nullable RunStatus status,
    boolean isSuccessful,
    String summary,
    @Nullable String report) {}
