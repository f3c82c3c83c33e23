package io.odoosync.testkit.contract;

import io.odoosync.store.InMemoryOutbox;
import io.odoosync.store.Outbox;

class InMemoryOutboxTest extends OutboxContract {

  @Override
  protected Outbox emptyOutbox() {
    return new InMemoryOutbox();
  }
}
