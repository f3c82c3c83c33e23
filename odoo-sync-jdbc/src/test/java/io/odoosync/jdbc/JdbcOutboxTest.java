package io.odoosync.jdbc;

import io.odoosync.store.Outbox;
import io.odoosync.testkit.contract.OutboxContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.odoosync.jdbc.HostDatabase#chosen")
class JdbcOutboxTest extends OutboxContract {

  private final HostNodes nodes;

  JdbcOutboxTest(HostDatabase database, @TempDir Path folder) {
    this.nodes = new HostNodes(database, folder);
  }

  @Override
  protected Outbox emptyOutbox() {
    return nodes.node().build().outbox();
  }

  @Override
  protected Optional<Outbox> reopenedOutbox() {
    return Optional.of(nodes.restarted().build().outbox());
  }

  @AfterEach
  void close() {
    nodes.close();
  }
}
