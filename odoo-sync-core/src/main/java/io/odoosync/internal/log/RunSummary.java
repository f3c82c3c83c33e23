package io.odoosync.internal.log;

import io.odoosync.internal.text.Durations;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A run in one line for a log: what it did, in numbers that are not zero. */
final class RunSummary {

  private RunSummary() {}

  static String of(SyncReport report) {
    return head(report)
        + report.stages().stream()
            .map(stage -> "; " + stage.type() + " " + of(stage))
            .collect(Collectors.joining())
        + "; "
        + plural(report.traffic().calls(), "call", "calls")
        + (report.traffic().retries() == 0
            ? ""
            : ", " + plural(report.traffic().retries(), "retry", "retries"));
  }

  /** Failures are told one by one. */
  static SyncReport withoutFailures(SyncReport report) {
    return report.toBuilder()
        .stages(
            report.stages().stream()
                .map(stage -> stage.toBuilder().failures(List.of()).build())
                .toList())
        .build();
  }

  private static String head(SyncReport report) {
    String time = Durations.words(report.duration());
    if (isIdle(report)) {
      return "nothing to do, in " + time;
    }
    return switch (report.status()) {
      case COMPLETED -> "done in " + time;
      case CANCELLED -> "cancelled after " + time;
      case STOPPED, ALREADY_RUNNING -> "stopped after " + time;
    };
  }

  /** Whether a run changed nothing and everything is in step. */
  static boolean isIdle(SyncReport report) {
    return report.status() == RunStatus.COMPLETED
        && report.logFailure() == null
        && report.stages().stream().allMatch(RunSummary::isIdle);
  }

  static boolean isIdle(StageReport stage) {
    return stage.failure() == null && stage.read() == stage.unchanged();
  }

  private static String of(StageReport stage) {
    List<String> counts = new ArrayList<>();
    if (stage.failure() != null) {
      counts.add("stopped");
    }
    add(counts, stage.created(), "created");
    add(counts, stage.updated(), "updated");
    add(counts, stage.pulled(), "pulled");
    add(counts, stage.conflicted(), "in conflict");
    add(counts, stage.failed(), "failed");
    add(counts, stage.blocked(), "blocked");
    add(counts, stage.quarantined(), "quarantined");
    add(counts, stage.notReached(), "not reached");
    add(counts, stage.unchanged(), "unchanged");
    return stage.read() + " read" + (counts.isEmpty() ? "" : ": " + String.join(", ", counts));
  }

  private static void add(List<String> counts, long count, String what) {
    if (count > 0) {
      counts.add(count + " " + what);
    }
  }

  private static String plural(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
