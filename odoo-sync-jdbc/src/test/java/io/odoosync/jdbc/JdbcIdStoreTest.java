package io.odoosync.jdbc;

import io.odoosync.store.IdStore;
import io.odoosync.testkit.contract.IdStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(HostDatabase.class)
class JdbcIdStoreTest extends IdStoreContract {

  private final Host host;

  JdbcIdStoreTest(HostDatabase database, @TempDir Path folder) {
    this.host = new Host(database, folder);
  }

  @Override
  protected IdStore emptyStore() {
    return host.node().build().idStore();
  }

  @Override
  protected Optional<IdStore> reopenedStore() {
    return Optional.of(host.restarted().build().idStore());
  }

  @AfterEach
  void close() {
    host.close();
  }
}
