package io.odoosync;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.RetryPolicy;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.InMemoryStores;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.testing.BreakableLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Parts of the host's that fail where there is no record to blame: lock, log and memory. */
class HostFaultsTest {

  private static final LocalKey KEY = LocalKey.of("guest", 1);

  private final BrokenLock lock = new BrokenLock();
  private final BreakableLog log = new BreakableLog();
  private final List<SyncReport> told = new ArrayList<>();

  /** Nobody listens there: what a run needs of Odoo fails at once. */
  private SyncEngineBuilder engine() {
    OdooConnection nowhere =
        OdooConnection.builder()
            .url("http://127.0.0.1:1")
            .database("d")
            .apiKey("s3cret-and-long-enough")
            .retry(RetryPolicy.NEVER)
            .build();
    return SyncEngine.builder(OdooClient.connect(nowhere))
        .namespace("__app__")
        .contacts(new NoContacts())
        .stores(new InMemoryStores())
        .lock(lock)
        .syncLog(log)
        .notifier(told::add);
  }

  @Test
  void runAll_lockFails_isStoppedSaysWhyAndTellsTheAdministrator() {
    lock.acquiring = true;
    SyncReport report = engine().build().runAll();
    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped())
        .isEqualTo(
            Failure.of(
                FailureCause.HOST_FAULT,
                "the lock of the run failed: no connection",
                "Mend its store, then run again."));
    assertThat(told).containsExactly(report);
    assertThat(log.kept()).extracting(SyncLogEntry::event).containsExactly(SyncEvent.RUN_STOPPED);
  }

  @Test
  void runAll_lockWorksAgain_runs() {
    SyncEngine engine = engine().build();
    lock.acquiring = true;
    engine.runAll();
    lock.acquiring = false;
    assertThat(engine.runAll().stopped())
        .extracting(failure -> failure == null ? null : failure.cause())
        .isEqualTo(FailureCause.UNREACHABLE_SERVER);
    assertThat(lock.closed).isEqualTo(1);
  }

  @Test
  void rebuildLinksAndForget_lockFails_throwWithTheReason() {
    lock.acquiring = true;
    SyncEngine engine = engine().build();
    assertThatThrownBy(engine::rebuildLinks)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the lock of the run failed: no connection");
    assertThatThrownBy(() -> engine.forget(CONTACT, KEY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the lock of the run failed: no connection");
  }

  @Test
  void rebuildLinksAndForget_runUnderWay_throwWithTheReason() {
    lock.held = true;
    SyncEngine engine = engine().build();
    assertThatThrownBy(engine::rebuildLinks)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("already running");
    assertThatThrownBy(() -> engine.forget(CONTACT, KEY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("already running");
    assertThat(engine.runAll().status()).isEqualTo(RunStatus.ALREADY_RUNNING);
  }

  @Test
  void historyRunsAndForget_logFails_throwWithTheReason() {
    log.breaks(true);
    SyncEngine engine = engine().build();
    for (Runnable use :
        List.<Runnable>of(
            () -> engine.history(CONTACT, KEY),
            () -> engine.runs(3),
            () -> engine.forget(CONTACT, KEY))) {
      assertThatThrownBy(use::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the store of the sync log failed: disk full");
    }
    assertThat(lock.closed).isEqualTo(1);
  }

  @Test
  void forget_logCantDelete_saysWhatToImplement() {
    SyncEngine engine = engine().build();
    assertThatThrownBy(() -> engine.forget(CONTACT, KEY))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("implement SyncLogStore.delete");
  }

  @Test
  void runs_reportIsBroken_namesTheRun() {
    log.append(
        List.of(
            SyncLogEntry.builder(Instant.EPOCH, "run-7", SyncLogLevel.INFO, SyncEvent.RUN_FINISHED)
                .message("done")
                .report("{\"status\":")
                .build()));
    SyncEngine engine = engine().build();
    assertThatThrownBy(() -> engine.runs(3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the report of run run-7 is broken");
  }

  @Test
  void quarantinedAndRelease_memoryFails_throwWithTheReason() {
    SyncEngine engine = engine().stateStore(new BrokenMemory()).build();
    assertThatThrownBy(engine::quarantined)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the state store failed: disk full");
    assertThatThrownBy(() -> engine.release(CONTACT, KEY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the state store failed: disk full");
  }

  private static final class NoContacts implements ContactSource {
    @Override
    public Stream<Contact> contacts() {
      return Stream.empty();
    }
  }

  private static final class BrokenLock implements RunLock {
    private boolean acquiring;
    private boolean held;
    private int closed;

    @Override
    public Optional<Lease> tryAcquire(String name) {
      if (acquiring) {
        throw new IllegalStateException("no connection");
      }
      return held ? Optional.empty() : Optional.of(new CountedLease());
    }

    @Override
    public Duration leaseTime() {
      return DEFAULT_LEASE_TIME;
    }

    private final class CountedLease implements Lease {
      @Override
      public boolean extend() {
        return true;
      }

      @Override
      public void close() {
        closed++;
      }
    }
  }

  private static final class BrokenMemory implements StateStore {
    private final StateStore none = new InMemoryStateStore();

    @Override
    public Map<String, String> find(Collection<String> names) {
      throw new IllegalStateException("disk full");
    }

    @Override
    public void save(Map<String, String> values) {
      none.save(values);
    }

    @Override
    public void remove(Collection<String> names) {
      throw new IllegalStateException("disk full");
    }

    @Override
    public SortedMap<String, String> page(String prefix, @Nullable String after, int limit) {
      throw new IllegalStateException("disk full");
    }
  }
}
