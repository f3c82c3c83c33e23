package io.odoosync.verification.crash;

import io.odoosync.jdbc.JdbcStores;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.InProcessRunLock;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import io.odoosync.store.SyncLogStore;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** All that outlives a process of the host. */
record Stores(IdStore ids, SyncLogStore log, StateStore state, RunLock lock) {

  static Stores inMemory() {
    return new Stores(
        new InMemoryIdStore(),
        new InMemorySyncLogStore(),
        new InMemoryStateStore(),
        new InProcessRunLock());
  }

  /** Stores in the PostgreSQL schema with this address. */
  static Stores on(String address) {
    return on(address, RunLock.DEFAULT_LEASE_TIME);
  }

  /** The same, with leases of this time. */
  static Stores on(String address, Duration lease) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(address);
    return of(JdbcStores.builder(dataSource).createTables().leaseTime(lease).build());
  }

  static Stores of(JdbcStores jdbc) {
    return new Stores(jdbc.idStore(), jdbc.syncLogStore(), jdbc.stateStore(), jdbc.runLock());
  }

  /** The same stores as a process with this life sees them. */
  Stores during(Life life) {
    return new Stores(
        MortalPort.of(IdStore.class, ids, life),
        MortalPort.of(SyncLogStore.class, log, life),
        MortalPort.of(StateStore.class, state, life),
        MortalPort.of(RunLock.class, lock, life));
  }

  Stores withIds(IdStore others) {
    return new Stores(others, log, state, lock);
  }

  Stores withLock(RunLock another) {
    return new Stores(ids, log, state, another);
  }

  /** The stores when the lease of a dead process has run out. */
  Stores whenLeasesRanOut() {
    return withLock(new InProcessRunLock());
  }
}
