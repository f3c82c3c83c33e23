package io.odoosync.internal.run;

import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.log.RunWatch;
import io.odoosync.internal.log.Sightings;
import io.odoosync.internal.log.Site;
import io.odoosync.internal.log.Tidings;
import io.odoosync.internal.log.TroubleMemory;
import io.odoosync.internal.log.Troubles;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.NotifierOptions;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the administrator of an engine what is new, and remembers what was told. Works when a run
 * is over and its lease given back, so that it can hold up nothing.
 */
final class NewsDesk {

  private final Settings settings;
  private final NotifierOptions options;
  private final TroubleMemory memory;
  private final SafeLog out;
  private final @Nullable Messenger messenger;

  NewsDesk(Settings settings) {
    this.settings = settings;
    this.options = settings.audience().options();
    this.memory = new TroubleMemory(settings);
    this.out = SafeLog.of(NewsDesk.class, settings.redaction());
    AdminNotifier notifier = settings.audience().notifier();
    this.messenger =
        notifier == null
            ? null
            : new Messenger(notifier, options.timeLimit(), settings.redaction());
  }

  /** Watches a run. */
  RunWatch watch() {
    return memory.watch();
  }

  /** Takes in what a run saw, and tells what is new. Throws nothing. */
  void publish(SyncReport report, RunWatch watch) {
    if (report.status() == RunStatus.ALREADY_RUNNING) {
      return;
    }
    try {
      publish(report, watch.sightings(report));
    } catch (Throwable e) {
      out.error(
          "run {}: unexpected failure while looking for news",
          report.runId(),
          HostFault.reportable(e));
    }
  }

  private void publish(SyncReport report, Sightings seen) {
    Instant now = settings.clock().instant();
    Set<Site> late = messenger == null ? Set.of() : messenger.toldLate();
    if (late.isEmpty() && seen.failing().isEmpty() && seen.over().isEmpty()) {
      return;
    }
    Troubles troubles =
        memory.update(
            known -> known.told(late, now).after(seen, report.startedAt(), messenger != null));
    Optional<Tidings> tidings = Tidings.of(report, troubles, seen, options, now);
    if (messenger != null && tidings.isPresent() && messenger.tell(report.runId(), tidings.get())) {
      memory.update(known -> known.told(tidings.get().sites(), now));
    }
  }
}
