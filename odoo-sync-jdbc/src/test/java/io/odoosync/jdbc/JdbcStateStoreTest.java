package io.odoosync.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.odoosync.store.StateStore;
import io.odoosync.testkit.contract.StateStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class JdbcStateStoreTest {

  /** A pool over a fresh database; a restart is another pool over the same one. */
  abstract static class Pooled extends StateStoreContract {

    private @Nullable DataSource database;
    private @Nullable HikariDataSource pool;

    abstract DataSource database();

    void configure(HikariConfig config) {}

    @Override
    protected StateStore emptyStore() {
      database = database();
      return open(database);
    }

    @Override
    protected Optional<StateStore> reopenedStore() {
      close();
      return Optional.ofNullable(database).map(this::open);
    }

    private StateStore open(DataSource over) {
      pool = Pools.over(over, this::configure);
      return JdbcStores.builder(pool).createTables().build().stateStore();
    }

    @AfterEach
    void close() {
      if (pool != null) {
        pool.close();
      }
    }
  }

  @Nested
  class OnH2InMemory extends Pooled {
    @Override
    DataSource database() {
      return TestDatabase.H2.fresh();
    }
  }

  /** The file is closed with the last connection, so a restart reads it from the disk. */
  @Nested
  class OnH2InAFile extends Pooled {

    @TempDir private @Nullable Path folder;

    @Override
    DataSource database() {
      return TestDatabase.h2("file:" + folder + "/stores");
    }
  }

  @Nested
  class OnPostgreSql extends Pooled {
    @Override
    DataSource database() {
      return TestDatabase.POSTGRESQL.fresh();
    }
  }

  @Nested
  class OnPostgreSqlRewritingBatches extends Pooled {
    @Override
    DataSource database() {
      PGSimpleDataSource dataSource = TestDatabase.freshPostgreSql();
      dataSource.setReWriteBatchedInserts(true);
      return dataSource;
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
