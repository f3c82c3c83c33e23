package io.odoosync.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.PageText;
import io.odoosync.conflict.Winner;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportPageTest {

  private static final Instant START = Instant.parse("2026-11-27T10:15:00Z");
  private static final LocalKey KEY = LocalKey.of("teacher", 7);

  /** Markup, quotes, an entity, an escape sequence, a mark that turns the direction, a line end. */
  private static final String HOSTILE =
      "</td><script>alert('1')</script>\"&amp;\u001b[31m\u202e\n<img src=x onerror=alert(1)>";

  private static final String SHOWN =
      "</td><script>alert('1')</script>\"&amp;\\u001b[31m\\u202e\\n<img src=x onerror=alert(1)>";

  @Test
  void toHtml_textsOfOthers_areNothingButText() {
    Failure failure =
        new Failure(FailureCause.REFUSED_BY_ODOO, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    StageReport stage =
        StageReport.builder(EntityType.CONTACT)
            .read(2)
            .failed(1)
            .conflicts(Map.of(Winner.MANUAL, 1L))
            .failure(failure)
            .failures(
                List.of(
                    new RecordFailure(
                        LocalKey.of("teacher", "<b>'\"&"), RecordFailure.Kind.FAILED, failure)))
            .notices(List.of(HOSTILE))
            .notFound(List.of(LocalKey.of("teacher", "<i>")))
            .build();
    SyncReport report =
        SyncReport.builder(HOSTILE, START)
            .status(RunStatus.STOPPED)
            .stopped(failure)
            .logFailure(failure)
            .apiKeyWarning(failure)
            .stages(List.of(stage))
            .traffic(traffic(new MethodCalls(HOSTILE, HOSTILE, 1, 0, Duration.ZERO, Duration.ZERO)))
            .build();
    PastRun broken = new PastRun("r", null, START, null, false, HOSTILE, "{\"runId\": 1}");

    String html =
        ReportPage.of(report)
            .conflicts(
                List.of(
                    conflict(
                        new FieldConflict(
                            HOSTILE,
                            HOSTILE,
                            HOSTILE,
                            HOSTILE,
                            Winner.MANUAL,
                            null,
                            HOSTILE,
                            HOSTILE))))
            .runs(List.of(broken))
            .toHtml();

    PageText page = PageText.of(html);
    assertThat(page.names()).doesNotContain("script", "img", "b", "i", "a", "link", "iframe");
    assertThat(page.attributes())
        .doesNotContain("src", "href", "style", "srcset", "action")
        .noneMatch(name -> name.startsWith("on"));
    assertThat(page.text()).contains(SHOWN).contains("teacher/<b>'\"&").contains("teacher/<i>");
    assertThat(html.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
  }

  @Test
  void toHtml_whatLooksLikeASecret_isHiddenWhoeverSaysIt() {
    String words = "https://erp.example.com/web?token=s3cr3t-1 and password=s3cr3t-2";
    Failure failure = Failure.of(FailureCause.HOST_FAULT, words, words);
    StageReport stage =
        StageReport.builder(EntityType.CONTACT)
            .read(1)
            .failed(1)
            .failures(List.of(new RecordFailure(KEY, RecordFailure.Kind.FAILED, failure)))
            .notices(List.of(words))
            .build();
    String html =
        ReportPage.of(report(stage).toBuilder().stopped(failure).build())
            .conflicts(
                List.of(
                    conflict(
                        new FieldConflict(
                            "website", words, words, words, Winner.MERGED, words, "p", words))))
            .runs(List.of(new PastRun("r", null, START, null, false, words, null)))
            .toHtml();

    assertThat(html).doesNotContain("s3cr3t").contains("***");
  }

  @Test
  void toHtml_page_loadsNothingAndForbidsIt() {
    String html = report().toHtml();

    PageText page = PageText.of(html);
    assertThat(page.values("meta", "content"))
        .anySatisfy(
            policy ->
                assertThat(policy).contains("default-src 'none'").contains("style-src 'sha256-"));
    assertThat(html).doesNotContain("http:").doesNotContain("https:").doesNotContain("url(");
    assertThat(page.values("html", "lang")).containsExactly("en");
    assertThat(page.texts("h1")).containsExactly("Sync run of 2026-11-27 10:15:00 UTC");
    assertThat(page.texts("title").get(0))
        .isEqualTo("All in step: sync run of 2026-11-27 10:15:00 UTC");
    assertThat(html).contains("prefers-color-scheme: dark").contains("@media print");
  }

  @Test
  void toHtml_stages_haveBarsWithNumbersForEverybody() {
    StageReport contacts =
        StageReport.builder(EntityType.CONTACT)
            .read(1_000_001)
            .unchanged(1_000_000)
            .failed(1)
            .duration(Duration.ofSeconds(90))
            .build();
    StageReport travels = StageReport.builder(EntityType.TRAVEL).read(3).created(3).build();

    PageText page = PageText.of(report(contacts, travels).toHtml());

    assertThat(page.values("svg", "aria-label"))
        .contains("Contact records: 1,000,000 unchanged, 1 failed", "Travel records: 3 created");
    assertThat(page.values("rect", "class")).contains("failed", "created", "unchanged");
    assertThat(page.texts("h3")).first().asString().contains("1,000,001 read in 1 min 30 s");
    assertThat(page.texts("th"))
        .contains("Contact", "Travel", "All", "Created", "Not reached", "Read");
    assertThat(page.values("th", "scope")).doesNotContain("");
  }

  @Test
  void bars_smallestPart_isSeenAndAllFillTheWidth() {
    StageReport contacts =
        StageReport.builder(EntityType.CONTACT)
            .read(1_000_001)
            .unchanged(1_000_000)
            .failed(1)
            .build();

    PageText page = PageText.of(Tally.bar(List.of(contacts)).picture("x").toString());

    assertThat(page.values("rect", "width")).containsExactly("990", "10");
    assertThat(page.values("rect", "x")).containsExactly("0", "990");
  }

  @Test
  void toHtml_failures_areToldByCauseWithTheirRemedy_mostFirst() {
    StageReport stage =
        StageReport.builder(EntityType.INVOICE)
            .read(10)
            .failed(9)
            .blocked(1)
            .failures(
                IntStream.rangeClosed(1, 8)
                    .mapToObj(
                        i ->
                            i == 1
                                ? failed(1, RecordFailure.Kind.BLOCKED, "waits")
                                : failed(i, RecordFailure.Kind.FAILED, "no tax 'T" + i + "'"))
                    .toList())
            .build();

    PageText page = PageText.of(report(stage).toHtml());

    assertThat(page.texts("h3"))
        .anyMatch(title -> title.strip().equals("Unresolved name · 7 records"))
        .anyMatch(title -> title.strip().equals("Waiting for record · 1 record"));
    assertThat(page.text())
        .contains("no tax 'T2'")
        .contains("To do: Map it.")
        .contains("Invoice, failed: guest/2, guest/3, guest/4, guest/5, guest/6 and 2 more")
        .contains("2 more are listed in sync_logs only.")
        .containsSubsequence("Unresolved name", "Waiting for record");
  }

  private static RecordFailure failed(long id, RecordFailure.Kind kind, String reason) {
    FailureCause cause =
        kind == RecordFailure.Kind.BLOCKED
            ? FailureCause.WAITING_FOR_RECORD
            : FailureCause.UNRESOLVED_NAME;
    return new RecordFailure(LocalKey.of("guest", id), kind, Failure.of(cause, reason, "Map it."));
  }

  @Test
  void toHtml_conflicts_haveBothValuesAndTheWinner() {
    StageReport stage =
        StageReport.builder(EntityType.CONTACT).read(1).conflicts(Map.of(Winner.ODOO, 1L)).build();
    ReportPage page = ReportPage.of(report(stage));

    assertThat(page.toHtml()).contains("Both values of each are in sync_logs.");
    PageText whole =
        PageText.of(
            page.conflicts(
                    List.of(
                        conflict(
                            new FieldConflict(
                                "phone", "01", "02", "", Winner.ODOO, "02", "odooWins", null)),
                        SyncLogEntry.builder(START, "r", SyncLogLevel.INFO, SyncEvent.RUN_STARTED)
                            .message("not a conflict")
                            .build()))
                .toHtml());
    assertThat(whole.texts("td"))
        .containsSubsequence("phone", "nothing", "01", "02", "Odoo's", "odooWins");
    assertThat(whole.text())
        .contains("1 record settled with Odoo's values.")
        .doesNotContain("not a conflict");
  }

  @Test
  void toHtml_longValue_isCutAndSaysHowLongItIs() {
    String html =
        ReportPage.of(report())
            .conflicts(
                List.of(
                    conflict(
                        new FieldConflict(
                            "comment",
                            "x".repeat(599) + "😀y",
                            "",
                            "",
                            Winner.LOCAL,
                            "",
                            "p",
                            null))))
            .toHtml();

    assertThat(html).contains("x😀</bdi> … (602 characters)");
  }

  @Test
  void toHtml_runs_areTheirNumbersOrTheirWords() {
    SyncReport report = report(StageReport.builder(EntityType.CONTACT).read(5).updated(5).build());
    PastRun known =
        new PastRun(
            report.runId(), START, START, RunStatus.COMPLETED, true, "summary", report.toJson());
    PastRun old = new PastRun("old", null, START, null, false, "as it was told", null);

    PageText page = PageText.of(ReportPage.of(report).runs(List.of(known, old)).toHtml());

    assertThat(page.text()).contains("(this one)", "in step", "as it was told");
    assertThat(page.values("tr", "aria-current")).contains("true");
    assertThat(page.texts("time")).contains("2026-11-27 10:15:00 UTC");
  }

  @Test
  void toHtml_calls_slowestFirst() {
    SyncReport report =
        report().toBuilder()
            .traffic(
                traffic(
                    new MethodCalls(
                        "res.partner",
                        "load",
                        3,
                        1,
                        Duration.ofMillis(2_100),
                        Duration.ofMillis(900))))
            .build();

    PageText page = PageText.of(report.toHtml());

    assertThat(page.texts("th")).contains("res.partner.load");
    assertThat(page.texts("td")).containsSubsequence("2.1 s", "0.9 s", "3", "1");
    assertThat(page.text()).contains("12 calls, 0 retries, 2 KiB sent, 1.5 MiB received.");
  }

  private static Traffic traffic(MethodCalls methods) {
    return Traffic.builder()
        .calls(12)
        .bytesSent(2_048)
        .bytesReceived(1_572_864)
        .methods(List.of(methods))
        .build();
  }

  private static SyncLogEntry conflict(FieldConflict conflict) {
    return SyncLogEntry.builder(START, "r", SyncLogLevel.INFO, SyncEvent.CONFLICT_RESOLVED)
        .type(EntityType.CONTACT)
        .key(KEY)
        .message("a conflict")
        .odooId(1L)
        .conflict(conflict)
        .build();
  }

  private static SyncReport report(StageReport... stages) {
    return SyncReport.builder("r", START)
        .duration(Duration.ofMillis(1_500))
        .stages(List.of(stages))
        .build();
  }
}
