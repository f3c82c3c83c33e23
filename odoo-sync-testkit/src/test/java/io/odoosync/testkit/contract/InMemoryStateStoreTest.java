package io.odoosync.testkit.contract;

import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.StateStore;

class InMemoryStateStoreTest extends StateStoreContract {

  @Override
  protected StateStore emptyStore() {
    return new InMemoryStateStore();
  }
}
