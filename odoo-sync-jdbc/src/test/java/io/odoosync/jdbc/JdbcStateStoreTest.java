package io.odoosync.jdbc;

import io.odoosync.store.StateStore;
import io.odoosync.testkit.contract.StateStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.odoosync.jdbc.HostDatabase#chosen")
class JdbcStateStoreTest extends StateStoreContract {

  private final HostNodes nodes;

  JdbcStateStoreTest(HostDatabase database, @TempDir Path folder) {
    this.nodes = new HostNodes(database, folder);
  }

  @Override
  protected StateStore emptyStore() {
    return nodes.node().build().stateStore();
  }

  @Override
  protected Optional<StateStore> reopenedStore() {
    return Optional.of(nodes.restarted().build().stateStore());
  }

  @AfterEach
  void close() {
    nodes.close();
  }
}
