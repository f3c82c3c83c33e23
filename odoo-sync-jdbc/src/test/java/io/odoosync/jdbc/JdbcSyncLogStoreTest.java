package io.odoosync.jdbc;

import io.odoosync.store.SyncLogStore;
import io.odoosync.testkit.contract.SyncLogStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.odoosync.jdbc.HostDatabase#chosen")
class JdbcSyncLogStoreTest extends SyncLogStoreContract {

  private final HostNodes nodes;

  JdbcSyncLogStoreTest(HostDatabase database, @TempDir Path folder) {
    this.nodes = new HostNodes(database, folder);
  }

  @Override
  protected SyncLogStore emptyStore() {
    return nodes.node().build().syncLogStore();
  }

  @Override
  protected Optional<SyncLogStore> reopenedStore() {
    return Optional.of(nodes.restarted().build().syncLogStore());
  }

  @AfterEach
  void close() {
    nodes.close();
  }
}
