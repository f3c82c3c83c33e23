package io.odoosync.report;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param runId names the run in {@code sync_logs}
 * @param startedAt when it began
 * @param duration how long it took
 * @param stages the stages that ran, in their order; empty if the run stopped before the first
 * @param traffic what was exchanged with Odoo
 * @param status how it ended
 * @param stopped why the run ended before its stages were done, or {@code null} if it did not; says
 *     what to do about it
 */
public record SyncReport(
    String runId,
    Instant startedAt,
    Duration duration,
    List<StageReport> stages,
    Traffic traffic,
    RunStatus status,
    @Nullable Failure stopped) {

  /** Copies the stages. */
  public SyncReport {
    Objects.requireNonNull(status, "status");
    stages = List.copyOf(stages);
  }

  /**
   * The report of one stage.
   *
   * @param type the kind of entity
   * @return its report, unless the stage did not run
   */
  public Optional<StageReport> stage(EntityType type) {
    return stages.stream().filter(stage -> stage.type() == type).findFirst();
  }

  /**
   * Whether everything is now in step.
   *
   * @return {@code false} if the run stopped or did not even start, if a record or a stage failed,
   *     or if a conflict was left open
   */
  public boolean isSuccessful() {
    return status == RunStatus.COMPLETED && stages.stream().allMatch(StageReport::isSuccessful);
  }

  /**
   * The report for a machine.
   *
   * @return a JSON object; durations are in milliseconds, times in ISO 8601
   */
  public String toJson() {
    return ReportJson.of(this);
  }

  /** Some lines for a log. */
  @Override
  public String toString() {
    String head = "run " + runId + " took " + duration + ", " + traffic;
    String lines = stages.stream().map(stage -> "\n  " + stage).collect(Collectors.joining());
    return head + (stopped == null ? "" : "\n  " + status + ": " + stopped) + lines;
  }
}
