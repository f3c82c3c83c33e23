package io.odoosync.report;

import io.odoosync.internal.html.Html;
import io.odoosync.internal.html.Page;
import io.odoosync.internal.html.Tag;
import io.odoosync.store.SyncLogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A run on a page for a browser: totals, each stage's bar, what is not in step by cause and remedy,
 * conflicts with both values, the slowest calls, the last runs. One file that holds all it needs:
 * it loads nothing and runs nothing, which its content security policy makes the browser see to.
 * Light or dark as the reader likes it, for any width and for paper. Immutable.
 *
 * <p>{@link io.odoosync.SyncEngine#page} makes a whole one, {@link SyncHistory#page} one of a run
 * that is past. It names records and shows values, so it is for those who may see them.
 *
 * <pre>{@code
 * ReportPage.of(report).conflicts(history.conflicts(report.runId())).runs(history.runs(20)).toHtml();
 * }</pre>
 */
public final class ReportPage {

  private final SyncReport report;
  private final List<SyncLogEntry> conflicts;
  private final List<PastRun> runs;

  private ReportPage(SyncReport report, List<SyncLogEntry> conflicts, List<PastRun> runs) {
    this.report = report;
    this.conflicts = conflicts;
    this.runs = runs;
  }

  /**
   * A page that has what a report has: of conflicts their number, and no other runs.
   *
   * @param report what the run did
   * @return the page
   */
  public static ReportPage of(SyncReport report) {
    return new ReportPage(Objects.requireNonNull(report, "report"), List.of(), List.of());
  }

  /**
   * The same page with conflicts.
   *
   * @param entries what {@code sync_logs} has of them; entries about something else are passed over
   * @return the page, which shows them in their order
   */
  public ReportPage conflicts(List<SyncLogEntry> entries) {
    List<SyncLogEntry> settled =
        entries.stream().filter(entry -> entry.conflict() != null).toList();
    return new ReportPage(report, settled, runs);
  }

  /**
   * The same page with the last runs.
   *
   * @param last the runs, newest first; the page's own may be among them
   * @return the page
   */
  public ReportPage runs(List<PastRun> last) {
    return new ReportPage(report, conflicts, List.copyOf(last));
  }

  /**
   * The page.
   *
   * @return HTML, to be saved or sent as UTF-8. In whatever it quotes, markup is text, what hides
   *     is shown, and what looks like a secret is hidden
   */
  public String toHtml() {
    PageHead head = new PageHead(report);
    List<Html> body = new ArrayList<>(head.html());
    body.addAll(StageSection.of(report.stages()));
    body.addAll(FailureSection.of(report.stages()));
    body.addAll(ConflictSection.of(report.stages(), conflicts));
    body.addAll(CallSection.of(report.traffic()));
    body.addAll(RunSection.of(runs, report.runId()));
    body.add(Tag.of("footer").text("Times are in UTC. *** stands where a secret was, or may be."));
    return Page.of(head.title(), body);
  }
}
