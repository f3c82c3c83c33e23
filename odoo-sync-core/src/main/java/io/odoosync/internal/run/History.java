package io.odoosync.internal.run;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.state.Interruptions;
import io.odoosync.internal.state.Outgoing;
import io.odoosync.internal.state.Settings;
import io.odoosync.report.PastRun;
import io.odoosync.report.ReportPage;
import io.odoosync.report.SyncHistory;
import io.odoosync.report.SyncReport;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogStore;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code sync_logs} tells of what is past. */
public final class History {

  private final @Nullable SyncLogStore log;
  private final Outgoing outgoing;

  /** Reads the log of an engine. */
  public History(Settings settings) {
    this.log = settings.storage().log();
    this.outgoing = settings.outgoing();
  }

  /** The entries about a record, newest first. */
  public List<SyncLogEntry> of(EntityType type, LocalKey key) {
    return read(past -> past.of(type, key));
  }

  /** The runs that ended, newest first. */
  public List<PastRun> runs(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but is " + limit);
    }
    return read(past -> past.runs(limit));
  }

  /** A page about a run; without a log, what its report has. */
  public ReportPage page(SyncReport report) {
    if (log == null) {
      return ReportPage.of(report);
    }
    List<SyncLogEntry> conflicts = read(past -> past.conflicts(report.runId()));
    return ReportPage.of(report)
        .conflicts(conflicts.stream().map(outgoing::shown).toList())
        .runs(runs(SyncHistory.RUNS_ON_A_PAGE));
  }

  private <R> R read(Function<SyncHistory, R> query) {
    SyncLogStore store = log;
    if (store == null) {
      throw new IllegalStateException("there is no sync log: set stores(…) or syncLog(…)");
    }
    try {
      return Interruptions.get(() -> query.apply(SyncHistory.of(store)));
    } catch (Throwable e) {
      throw outgoing.exception("the store of the sync log failed: " + HostFault.words(e), e);
    }
  }
}
