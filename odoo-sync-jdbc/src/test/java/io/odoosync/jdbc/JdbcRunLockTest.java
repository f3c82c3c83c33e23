package io.odoosync.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.odoosync.store.RunLock;
import io.odoosync.testkit.contract.RunLockContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class JdbcRunLockTest {

  /** A pool over a fresh database; another node is another pool over the same one. */
  abstract static class Pooled extends RunLockContract {

    private final List<HikariDataSource> pools = new ArrayList<>();
    private @Nullable DataSource database;
    private Duration leaseTime = RunLock.DEFAULT_LEASE_TIME;

    abstract DataSource database();

    void configure(HikariConfig config) {}

    @Override
    protected RunLock freeLock(Duration leaseTime) {
      this.leaseTime = leaseTime;
      database = database();
      return open(database);
    }

    @Override
    protected Optional<RunLock> sameLockOfAnotherNode() {
      return Optional.ofNullable(database).map(this::open);
    }

    private RunLock open(DataSource over) {
      HikariDataSource pool = Pools.over(over, this::configure);
      pools.add(pool);
      return JdbcStores.builder(pool).createTables().leaseTime(leaseTime).build().runLock();
    }

    @AfterEach
    void close() {
      pools.forEach(HikariDataSource::close);
    }
  }

  @Nested
  class OnH2 extends Pooled {
    @Override
    DataSource database() {
      return TestDatabase.H2.fresh();
    }
  }

  @Nested
  class OnPostgreSql extends Pooled {
    @Override
    DataSource database() {
      return TestDatabase.POSTGRESQL.fresh();
    }
  }

  /** A host whose connections do not commit by themselves and see snapshots. */
  abstract static class Strict extends Pooled {
    @Override
    void configure(HikariConfig config) {
      config.setAutoCommit(false);
      config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
    }
  }

  @Nested
  class OnStrictPostgreSql extends Strict {
    @Override
    DataSource database() {
      return TestDatabase.POSTGRESQL.fresh();
    }
  }

  /** With a short lock time-out: that is what H2 waits for a row it can never have. */
  @Nested
  class OnStrictH2 extends Strict {
    @Override
    DataSource database() {
      return TestDatabase.freshH2(";LOCK_TIMEOUT=50");
    }
  }
}
