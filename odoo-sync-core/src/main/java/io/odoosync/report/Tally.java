package io.odoosync.report;

import io.odoosync.internal.html.Bar;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What can become of records, as it is counted. Each record is counted once. */
enum Tally {
  CREATED("created", "created"),
  UPDATED("updated", "updated"),
  PULLED("taken from Odoo", "pulled"),
  CONFLICTS("in conflict", "conflicts"),
  UNCHANGED("unchanged", "unchanged"),
  FAILED("failed", "failed"),
  BLOCKED("waiting for others", "blocked"),
  QUARANTINED("in quarantine", "quarantined"),
  NOT_REACHED("not reached", "left");

  private final String words;
  private final String style;

  Tally(String words, String style) {
    this.words = words;
    this.style = style;
  }

  String words() {
    return words;
  }

  long of(StageReport stage) {
    return switch (this) {
      case CREATED -> stage.created();
      case UPDATED -> stage.updated();
      case PULLED -> stage.pulled();
      case CONFLICTS -> stage.conflicted();
      case UNCHANGED -> stage.unchanged();
      case FAILED -> stage.failed();
      case BLOCKED -> stage.blocked();
      case QUARANTINED -> stage.quarantined();
      case NOT_REACHED -> stage.notReached();
    };
  }

  long of(Collection<StageReport> stages) {
    return stages.stream().mapToLong(this::of).sum();
  }

  static long of(Collection<StageReport> stages, Tally... some) {
    return Arrays.stream(some).mapToLong(each -> each.of(stages)).sum();
  }

  /** All of it as a bar. */
  static Bar bar(Collection<StageReport> stages) {
    List<Bar.Part> parts =
        Arrays.stream(values())
            .map(each -> new Bar.Part(each.style, each.words, each.of(stages)))
            .toList();
    return Bar.of(parts);
  }
}
