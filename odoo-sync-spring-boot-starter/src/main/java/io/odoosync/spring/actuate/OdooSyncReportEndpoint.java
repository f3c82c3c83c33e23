package io.odoosync.spring.actuate;

import io.odoosync.report.PastRun;
import io.odoosync.report.ReportPage;
import io.odoosync.report.SyncHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * A run as a page for a browser, the last one or that of an id. Without the values of conflicts:
 * those are for who may read the log itself.
 */
@Endpoint(id = "odoosyncreport")
final class OdooSyncReportEndpoint {

  private static final String HTML = "text/html;charset=UTF-8";

  private final SyncHistory history;

  OdooSyncReportEndpoint(SyncHistory history) {
    this.history = history;
  }

  /** {@code null}, before the first run, is answered with 404. */
  @ReadOperation(produces = HTML)
  @Nullable String last() {
    List<PastRun> runs = history.runs(1);
    return runs.isEmpty() ? null : page(runs.get(0).runId());
  }

  /** {@code null}, for a run that nobody knows any more, is answered with 404. */
  @ReadOperation(produces = HTML)
  @Nullable String page(@Selector String runId) {
    return history
        .report(runId)
        .map(
            report -> ReportPage.of(report).runs(history.runs(SyncHistory.RUNS_ON_A_PAGE)).toHtml())
        .orElse(null);
  }
}
