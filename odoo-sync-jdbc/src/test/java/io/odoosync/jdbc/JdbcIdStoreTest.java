package io.odoosync.jdbc;

import io.odoosync.store.IdStore;
import io.odoosync.testkit.contract.IdStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.odoosync.jdbc.HostDatabase#chosen")
class JdbcIdStoreTest extends IdStoreContract {

  private final HostNodes nodes;

  JdbcIdStoreTest(HostDatabase database, @TempDir Path folder) {
    this.nodes = new HostNodes(database, folder);
  }

  @Override
  protected IdStore emptyStore() {
    return nodes.node().build().idStore();
  }

  @Override
  protected Optional<IdStore> reopenedStore() {
    return Optional.of(nodes.restarted().build().idStore());
  }

  @AfterEach
  void close() {
    nodes.close();
  }
}
