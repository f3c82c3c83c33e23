package io.odoosync.testkit.contract;

import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;

class InMemoryIdStoreTest extends IdStoreContract {

  @Override
  protected IdStore emptyStore() {
    return new InMemoryIdStore();
  }
}
