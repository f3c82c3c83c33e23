package io.odoosync.internal.log;

import io.odoosync.Failure;
import io.odoosync.internal.state.HostFailures;
import io.odoosync.internal.state.Interruptions;
import io.odoosync.internal.state.Outgoing;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Entries of {@code sync_logs} that gather until they are written together. A store that fails is
 * told once a run.
 */
final class UnwrittenEntries {

  private final String runId;
  private final @Nullable SyncLogStore store;
  private final RunWatch watch;
  private final Outgoing outgoing;
  private final SafeLog out;
  private final List<SyncLogEntry> entries = new ArrayList<>();
  private final List<SyncLogEntry> conflicts = new ArrayList<>();
  private @Nullable Failure lost;

  /**
   * Begins with none.
   *
   * @param store where they are written; {@code null} for nowhere
   * @param out where a store that fails is told
   */
  UnwrittenEntries(
      String runId, @Nullable SyncLogStore store, RunWatch watch, Outgoing outgoing, SafeLog out) {
    this.runId = runId;
    this.store = store;
    this.watch = watch;
    this.outgoing = outgoing;
    this.out = out;
  }

  /** Whether there is a store for them. */
  boolean areKept() {
    return store != null;
  }

  void add(SyncLogEntry entry) {
    if (entry.level() == SyncLogLevel.WARN) {
      watch.warned();
    }
    entries.add(entry);
  }

  /** A conflict is written apart from the others, since it waits for that. */
  void addConflict(SyncLogEntry conflict) {
    conflicts.add(conflict);
  }

  void flush() {
    write(entries);
    entries.clear();
  }

  /** Writes all. Returns why the conflicts could not be written, if so. */
  Optional<Failure> storeConflicts() {
    flush();
    Optional<Failure> failure = write(conflicts);
    conflicts.clear();
    return failure;
  }

  private Optional<Failure> write(List<SyncLogEntry> some) {
    SyncLogStore log = store;
    if (log == null || some.isEmpty()) {
      return Optional.empty();
    }
    try {
      Interruptions.run(() -> log.append(List.copyOf(some)));
      return Optional.empty();
    } catch (Throwable e) {
      String what = some.size() + " entries of the sync log could not be stored";
      return Optional.of(lost("the store of the sync log", what, e));
    }
  }

  /** Drops what the store has from before that. */
  void dropBefore(Instant instant) {
    SyncLogStore log = store;
    if (log != null) {
      try {
        long dropped = Interruptions.get(() -> log.deleteBefore(instant));
        out.debug("run {}: dropped {} entries of the sync log before {}", runId, dropped, instant);
      } catch (Throwable e) {
        String what = "old entries of the sync log could not be dropped";
        lost("dropping old entries of the sync log", what, e);
      }
    }
  }

  /** Told once a run, as an error and with the stack trace when it is new. */
  private Failure lost(String part, String what, Throwable thrown) {
    Failure why = outgoing.failure(HostFailures.ofStore(part, thrown));
    Optional<Trouble> known = watch.known(Site.SYNC_LOG, why);
    out.log(
        lost == null ? Trouble.level(known) : Level.DEBUG,
        known.isPresent() || lost != null ? null : thrown,
        "run {}: {}: {}{}",
        runId,
        what,
        why,
        Trouble.again(known));
    lost = lost == null ? why : lost;
    return why;
  }

  /** The first failure of the store; {@code null} if there was none. */
  @Nullable Failure lost() {
    return lost;
  }
}
