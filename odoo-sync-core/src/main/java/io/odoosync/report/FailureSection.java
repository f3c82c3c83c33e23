package io.odoosync.report;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.html.Html;
import io.odoosync.internal.html.Numbers;
import io.odoosync.internal.html.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is not in step, by cause, with what to do about it. */
final class FailureSection {

  private FailureSection() {}

  static List<Html> of(List<StageReport> stages) {
    List<FailureGroup> groups =
        stages.stream().flatMap(stage -> stage.failureGroups().stream()).toList();
    long unlisted = stages.stream().mapToLong(FailureSection::unlisted).sum();
    if (groups.isEmpty() && unlisted == 0) {
      return List.of();
    }
    List<Html> section = new ArrayList<>();
    section.add(Tag.of("h2").text("What is not in step, and what to do"));
    byCause(groups).forEach((cause, alike) -> section.addAll(cause(cause, alike)));
    if (unlisted > 0) {
      section.add(
          Tag.of("p", "pale")
              .text(Numbers.of(unlisted, "more is", "more are") + " listed in sync_logs only."));
    }
    return section;
  }

  /** The cause of most failures first. */
  private static Map<FailureCause, List<FailureGroup>> byCause(List<FailureGroup> groups) {
    Map<FailureCause, List<FailureGroup>> byCause =
        groups.stream()
            .collect(
                Collectors.groupingBy(
                    group -> group.failure().cause(), LinkedHashMap::new, Collectors.toList()));
    Map<FailureCause, List<FailureGroup>> sorted = new LinkedHashMap<>();
    byCause.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -count(entry.getValue())))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static long count(List<FailureGroup> groups) {
    return groups.stream().mapToLong(FailureGroup::count).sum();
  }

  private static List<Html> cause(FailureCause cause, List<FailureGroup> groups) {
    List<Html> part = new ArrayList<>();
    part.add(
        Tag.of("h3")
            .holding(
                Html.text(Words.of(cause) + " "),
                Tag.of("span", "pale")
                    .text("· " + Numbers.of(count(groups), "record", "records"))));
    groups.stream()
        .sorted(Comparator.comparing(FailureGroup::count).reversed())
        .forEach(group -> part.add(group(group)));
    return part;
  }

  private static Html group(FailureGroup group) {
    boolean isOurs = group.kind() == RecordFailure.Kind.FAILED;
    return Tag.of("article", isOurs ? "card bad" : "card warn")
        .holding(
            Tag.of("p", "what").holding(Words.said(group.failure().reason())),
            advice(group.failure()),
            Tag.of("p", "pale")
                .holding(
                    Html.text(Words.of(group.type()) + ", " + kind(group.kind()) + ": "),
                    Html.foreign(keys(group))),
            origin(group.failure()));
  }

  private static String kind(RecordFailure.Kind kind) {
    return switch (kind) {
      case FAILED -> "failed";
      case BLOCKED -> "waiting for another record";
      case QUARANTINED -> "in quarantine, because it keeps failing";
      case CONFLICT -> "a conflict that was left to people";
      case LEFT_OUT -> "left out";
    };
  }

  private static String keys(FailureGroup group) {
    String named = group.keys().stream().map(Object::toString).collect(Collectors.joining(", "));
    long more = group.count() - group.keys().size();
    return more > 0 ? named + " and " + Numbers.of(more) + " more" : named;
  }

  static Html advice(Failure failure) {
    return failure.advice().isEmpty()
        ? Html.NOTHING
        : Tag.of("p").holding(Html.text("To do: "), Words.said(failure.advice()));
  }

  /** Odoo's name of the error and the call, for who looks into it. */
  static Html origin(Failure failure) {
    String call =
        failure.model() == null || failure.method() == null
            ? failure.model()
            : failure.model() + "." + failure.method();
    String words =
        Stream.of(failure.cause().name(), failure.odooError(), call)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return Tag.of("p").holding(Words.code(words));
  }

  private static long unlisted(StageReport stage) {
    long listed =
        stage.failures().stream()
            .filter(failure -> failure.kind() != RecordFailure.Kind.CONFLICT)
            .filter(failure -> failure.kind() != RecordFailure.Kind.LEFT_OUT)
            .count();
    return Math.max(0, stage.failed() + stage.blocked() + stage.quarantined() - listed);
  }
}
