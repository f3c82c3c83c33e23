package io.odoosync.examples.guide;

import io.odoosync.store.IdStore;
import io.odoosync.testkit.contract.IdStoreContract;

// region contract
class OurIdStoreTest extends IdStoreContract {

  @Override
  protected IdStore emptyStore() {
    return new OurIdStore();
  }
}
// endregion
