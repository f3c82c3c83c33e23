package io.odoosync.jdbc.crash;

import io.odoosync.jdbc.JdbcStores;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.SyncLogStore;

/** All that outlives a process of the host. */
record Stores(IdStore ids, SyncLogStore log) {

  static Stores inMemory() {
    return new Stores(new InMemoryIdStore(), new InMemorySyncLogStore());
  }

  static Stores of(JdbcStores jdbc) {
    return new Stores(jdbc.idStore(), jdbc.syncLogStore());
  }

  /** The same stores as a process with this life sees them. */
  Stores during(Life life) {
    return new Stores(
        MortalPort.of(IdStore.class, ids, life), MortalPort.of(SyncLogStore.class, log, life));
  }
}
