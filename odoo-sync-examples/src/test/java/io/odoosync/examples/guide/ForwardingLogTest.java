package io.odoosync.examples.guide;

import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.SyncLogStore;
import io.odoosync.testkit.contract.SyncLogStoreContract;

class ForwardingLogTest extends SyncLogStoreContract {

  @Override
  protected SyncLogStore emptyStore() {
    return new ForwardingLog(new InMemorySyncLogStore(), entry -> {});
  }
}
