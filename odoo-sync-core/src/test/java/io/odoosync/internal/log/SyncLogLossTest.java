package io.odoosync.internal.log;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Conflict;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.conflict.Winner;
import io.odoosync.report.Outcome;
import io.odoosync.report.SyncListener;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogStore;
import io.odoosync.testing.BreakableLog;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A sync log or a listener that fails: the run goes on, and says so. */
class SyncLogLossTest {

  private static final LocalKey KEY = LocalKey.of("guest", 7);
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final BreakableLog store = new BreakableLog();
  private final RunLog log = log(store);

  private static RunLog log(@Nullable SyncLogStore store) {
    return new RunLog("r", CLOCK, store, new SyncListener() {});
  }

  private static ResolvedConflict conflict() {
    Conflict city =
        Conflict.builder(CONTACT, KEY, 7, "city")
            .local(FieldValue.of("Lyon"))
            .odoo(FieldValue.of("Nice"))
            .build();
    return new ResolvedConflict(city, Winner.LOCAL, FieldValue.of("Lyon"), "local wins", null);
  }

  private List<SyncEvent> events() {
    return store.kept().stream().map(SyncLogEntry::event).toList();
  }

  @Test
  void storeConflicts_storeFails_saysWhyAndTheRunSaysSo() {
    store.breaks(true);
    log.conflict(conflict());
    assertThat(log.storeConflicts())
        .hasValueSatisfying(
            why ->
                assertThat(why.reason()).isEqualTo("the store of the sync log failed: disk full"));
    assertThat(log.lost()).isNotNull();
    assertThat(log.storeConflicts()).isEmpty();
  }

  @Test
  void lost_severalFailures_isTheFirst() {
    store.breaks(true);
    log.dropBefore(NOW);
    log.runStarted("now");
    assertThat(log.lost())
        .hasToString(
            "dropping old entries of the sync log failed: disk full. Mend it, then run again.");
  }

  @Test
  void flush_storeFailed_goesOnWithWhatComesLater() {
    store.breaks(true);
    log.runStarted("now");
    store.breaks(false);
    log.warn(SyncEvent.RECORD_WARNING, "later");
    assertThat(events()).isEmpty();
    log.flush();
    assertThat(events()).containsExactly(SyncEvent.RECORD_WARNING);
  }

  @Test
  void flush_nothingGathered_doesNotAskTheStore() {
    store.breaks(true);
    log.flush();
    assertThat(log.storeConflicts()).isEmpty();
    assertThat(log.lost()).isNull();
  }

  @Test
  void log_noStore_losesNothing() {
    RunLog unkept = log(null);
    unkept.runStarted("now");
    unkept.conflict(conflict());
    assertThat(unkept.storeConflicts()).isEmpty();
    unkept.dropBefore(NOW);
    assertThat(unkept.lost()).isNull();
  }

  @Test
  void dropBefore_olderEntries_areDropped() {
    log.runStarted("now");
    log.dropBefore(NOW);
    assertThat(events()).containsExactly(SyncEvent.RUN_STARTED);
    log.dropBefore(NOW.plusMillis(1));
    assertThat(events()).isEmpty();
  }

  @Test
  void storeConflicts_whatGatheredBefore_isStoredToo() {
    log.done(SyncEvent.RECORD_CREATED, CONTACT, KEY, 7, "created");
    log.conflict(conflict());
    log.storeConflicts();
    assertThat(events())
        .containsExactlyInAnyOrder(SyncEvent.RECORD_CREATED, SyncEvent.CONFLICT_RESOLVED);
  }

  @Test
  void record_listenerThrows_isStillStored() {
    List<String> told = new ArrayList<>();
    RunLog throwing =
        new RunLog(
            "r",
            CLOCK,
            store,
            new SyncListener() {
              @Override
              public void onStageStarted(EntityType type) {
                told.add("stage");
                throw new IllegalStateException("no connection");
              }

              @Override
              public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
                told.add("record");
                throw new IllegalStateException("no connection");
              }
            });
    throwing.stageStarted(CONTACT);
    throwing.record(CONTACT, KEY, new Outcome.Blocked("waits"));
    throwing.flush();
    assertThat(told).containsExactly("stage", "record");
    assertThat(events()).containsExactly(SyncEvent.RECORD_BLOCKED);
  }
}
