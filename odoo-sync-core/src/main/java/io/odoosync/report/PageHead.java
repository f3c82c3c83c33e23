package io.odoosync.report;

import io.odoosync.Failure;
import io.odoosync.internal.html.Html;
import io.odoosync.internal.html.Numbers;
import io.odoosync.internal.html.Tag;
import io.odoosync.internal.text.Durations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The top of a page: which run, how it ended, what it did in all. */
final class PageHead {

  private final SyncReport report;

  PageHead(SyncReport report) {
    this.report = report;
  }

  String title() {
    return verdict() + ": sync run of " + Numbers.words(report.startedAt());
  }

  List<Html> html() {
    List<Html> head = new ArrayList<>();
    head.add(
        Tag.of("header")
            .holding(
                Tag.of("h1").text("Sync run of " + Numbers.words(report.startedAt())),
                Tag.of("p", "pale")
                    .holding(
                        Html.text("Took " + Durations.words(report.duration()) + " · run "),
                        Words.code(report.runId())),
                Tag.of("p", "verdict " + tone()).text(sign() + " " + verdict())));
    head.add(alert("bad", "Why it ended early", report.stopped()));
    head.add(alert("bad", "sync_logs is not complete", report.logFailure()));
    head.add(alert("warn", "About the API key", report.apiKeyWarning()));
    head.add(tiles());
    return head;
  }

  private String verdict() {
    return switch (report.status()) {
      case COMPLETED -> report.isSuccessful() ? "All in step" : "Not all in step";
      case STOPPED -> "Stopped";
      case CANCELLED -> "Cancelled";
      case ALREADY_RUNNING -> "Did not run: another run was under way";
    };
  }

  private String tone() {
    return switch (report.status()) {
      case COMPLETED -> report.isSuccessful() ? "good" : "bad";
      case STOPPED -> "bad";
      case CANCELLED, ALREADY_RUNNING -> "warn";
    };
  }

  private String sign() {
    return switch (tone()) {
      case "good" -> "✓";
      case "bad" -> "✗";
      default -> "–";
    };
  }

  /** A failure of something greater than a record. */
  static Html alert(String tone, String title, @Nullable Failure failure) {
    return failure == null
        ? Html.NOTHING
        : Tag.of("article", "card " + tone)
            .holding(
                Tag.of("p", "what").text(title),
                Tag.of("p").holding(Words.said(failure.reason())),
                FailureSection.advice(failure),
                FailureSection.origin(failure));
  }

  private Html tiles() {
    List<StageReport> stages = report.stages();
    long read = stages.stream().mapToLong(StageReport::read).sum();
    long failing =
        Tally.of(stages, Tally.FAILED, Tally.BLOCKED, Tally.QUARANTINED, Tally.NOT_REACHED);
    return Tag.of("dl", "tiles")
        .holding(
            tile("Records read", Numbers.of(read)),
            tile("Created in Odoo", Numbers.of(Tally.CREATED.of(stages))),
            tile("Updated in Odoo", Numbers.of(Tally.UPDATED.of(stages))),
            tile("Taken from Odoo", Numbers.of(Tally.PULLED.of(stages))),
            tile("In conflict", Numbers.of(Tally.CONFLICTS.of(stages))),
            tile("Unchanged", Numbers.of(Tally.UNCHANGED.of(stages))),
            tile(Tag.of("div", failing > 0 ? "bad" : "good"), "Not done", Numbers.of(failing)),
            tile("Calls of Odoo", Numbers.of(report.traffic().calls())));
  }

  private static Html tile(String what, String figure) {
    return tile(Tag.of("div"), what, figure);
  }

  private static Html tile(Tag tag, String what, String figure) {
    return tag.holding(Tag.of("dt").text(what), Tag.of("dd").text(figure));
  }
}
