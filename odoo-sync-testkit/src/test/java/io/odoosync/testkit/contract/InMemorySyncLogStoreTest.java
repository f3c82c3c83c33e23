package io.odoosync.testkit.contract;

import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.SyncLogStore;

class InMemorySyncLogStoreTest extends SyncLogStoreContract {

  @Override
  protected SyncLogStore emptyStore() {
    return new InMemorySyncLogStore();
  }
}
