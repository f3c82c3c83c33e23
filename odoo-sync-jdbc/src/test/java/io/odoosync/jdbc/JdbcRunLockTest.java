package io.odoosync.jdbc;

import io.odoosync.store.RunLock;
import io.odoosync.testkit.contract.RunLockContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.odoosync.jdbc.HostDatabase#chosenForLocks")
class JdbcRunLockTest extends RunLockContract {

  private final HostNodes nodes;
  private Duration leaseTime = RunLock.DEFAULT_LEASE_TIME;

  JdbcRunLockTest(HostDatabase database, @TempDir Path folder) {
    this.nodes = new HostNodes(database, folder);
  }

  @Override
  protected RunLock freeLock(Duration leaseTime) {
    this.leaseTime = leaseTime;
    return node();
  }

  @Override
  protected Optional<RunLock> sameLockOfAnotherNode() {
    return Optional.of(node());
  }

  private RunLock node() {
    return nodes.node().leaseTime(leaseTime).build().runLock();
  }

  @AfterEach
  void close() {
    nodes.close();
  }
}
