package io.odoosync.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;

/** The databases that hosts have, as they set them up. */
enum HostDatabase {
  H2_IN_MEMORY {
    @Override
    DataSource fresh(Path folder) {
      return TestDatabase.H2.fresh();
    }
  },

  /** The file is closed with the last connection, so a restart reads it from the disk. */
  H2_IN_A_FILE {
    @Override
    DataSource fresh(Path folder) {
      return TestDatabase.h2("file:" + folder + "/stores");
    }
  },

  /** With a short lock time-out: that is what H2 waits for a row it can never have. */
  STRICT_H2 {
    @Override
    DataSource fresh(Path folder) {
      return TestDatabase.freshH2(";LOCK_TIMEOUT=50");
    }

    @Override
    void configure(HikariConfig config) {
      beStrict(config);
    }
  },

  POSTGRESQL {
    @Override
    DataSource fresh(Path folder) {
      return TestDatabase.POSTGRESQL.fresh();
    }
  },

  POSTGRESQL_REWRITING_BATCHES {
    @Override
    DataSource fresh(Path folder) {
      PGSimpleDataSource dataSource = TestDatabase.freshPostgreSql();
      dataSource.setReWriteBatchedInserts(true);
      return dataSource;
    }
  },

  STRICT_POSTGRESQL {
    @Override
    DataSource fresh(Path folder) {
      return TestDatabase.POSTGRESQL.fresh();
    }

    @Override
    void configure(HikariConfig config) {
      beStrict(config);
    }
  },

  MARIADB {
    @Override
    DataSource fresh(Path folder) {
      return TestDatabase.MARIADB.fresh();
    }
  },

  /** It also refuses what later versions refuse: to lock a row that changed since the snapshot. */
  STRICT_MARIADB {
    @Override
    DataSource fresh(Path folder) {
      return TestDatabase.freshMariaDb("&sessionVariables=innodb_snapshot_isolation=ON");
    }

    @Override
    void configure(HikariConfig config) {
      beStrict(config);
    }
  },

  MYSQL {
    @Override
    DataSource fresh(Path folder) {
      return TestDatabase.MYSQL.fresh();
    }
  },

  STRICT_MYSQL {
    @Override
    DataSource fresh(Path folder) {
      return TestDatabase.freshMySql("&rewriteBatchedStatements=true&useServerPrepStmts=true");
    }

    @Override
    void configure(HikariConfig config) {
      beStrict(config);
    }
  },

  SQLITE {
    @Override
    DataSource fresh(Path folder) {
      return TestDatabase.freshSqlite(folder.resolve("stores.db"), SQLiteConfig.JournalMode.DELETE);
    }
  },

  SQLITE_WITH_A_LOG {
    @Override
    DataSource fresh(Path folder) {
      return TestDatabase.freshSqlite(folder.resolve("stores.db"), SQLiteConfig.JournalMode.WAL);
    }
  };

  private static final Set<HostDatabase> REST =
      EnumSet.of(STRICT_MARIADB, MYSQL, STRICT_MYSQL, SQLITE);

  /**
   * Those on which a contract is tried: the quick ones, {@code -Dtest.databases=rest} the others,
   * {@code all} both, {@code h2} those of H2.
   */
  static List<HostDatabase> chosen() {
    String choice = System.getProperty("test.databases", "quick");
    return Arrays.stream(values()).filter(each -> each.isIn(choice)).toList();
  }

  private boolean isIn(String choice) {
    return switch (choice) {
      case "all" -> true;
      case "h2" -> name().contains("H2");
      default -> REST.contains(this) == choice.equals("rest");
    };
  }

  /** Those of them that differ for a lock. */
  static List<HostDatabase> chosenForLocks() {
    return chosen().stream()
        .filter(each -> each != H2_IN_A_FILE && each != POSTGRESQL_REWRITING_BATCHES)
        .toList();
  }

  /** An empty database; one of files keeps them in this folder. */
  abstract DataSource fresh(Path folder);

  /** Sets up the pools over it. */
  void configure(HikariConfig config) {}

  /** A host whose connections do not commit by themselves and see snapshots. */
  private static void beStrict(HikariConfig config) {
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
  }
}
