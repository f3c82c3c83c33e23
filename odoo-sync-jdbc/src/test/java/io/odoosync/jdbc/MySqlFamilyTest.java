package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.jdbc.TestDatabase.execute;
import static io.odoosync.jdbc.TestDatabase.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.MysqlDataSource;
import com.zaxxer.hikari.HikariDataSource;
import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only MySQL and MariaDB do. */
@Timeout(60)
class MySqlFamilyTest {

  private static final Instant AT = Instant.parse("2026-07-01T10:00:00Z");

  /** Two transactions that lock two rows in opposite orders: the server ends one of them. */
  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"MARIADB", "MYSQL"})
  void call_endedByADeadlock_isDoneAgain(TestDatabase database) throws Exception {
    DataSource host = database.fresh();
    execute(host, "CREATE TABLE counter (id integer PRIMARY KEY, n integer NOT NULL)");
    execute(host, "INSERT INTO counter VALUES (1, 0), (2, 0)");
    Dialect dialect = new MySqlDialect(Database.valueOf(database.name()));
    Transactions transactions = new Transactions(host, () -> dialect);
    AtomicInteger attempts = new AtomicInteger();
    CyclicBarrier bothHaveOne = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both =
          List.of(
              pool.submit(() -> countUp(transactions, 1, 2, attempts, bothHaveOne)),
              pool.submit(() -> countUp(transactions, 2, 1, attempts, bothHaveOne)));
      for (Future<?> each : both) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(select(host, "SELECT n FROM counter")).containsExactly("2", "2");
    assertThat(attempts).hasValue(3);
  }

  private static void countUp(
      Transactions transactions,
      int first,
      int second,
      AtomicInteger attempts,
      CyclicBarrier bothHaveOne) {
    transactions.run(
        "count",
        connection -> {
          countUp(connection, first);
          if (attempts.incrementAndGet() <= 2) {
            await(bothHaveOne);
          }
          countUp(connection, second);
        });
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void countUp(Connection connection, int id) throws SQLException {
    run(connection, "UPDATE counter SET n = n + 1 WHERE id = " + id);
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"MARIADB", "MYSQL"})
  void everyTransaction_ofTheStores_givesTheSessionItsSettingsBack(TestDatabase database) {
    try (HikariDataSource pool =
        Pools.over(
            database.fresh(),
            config -> {
              config.setMaximumPoolSize(1);
              config.setConnectionInitSql(
                  "SET SESSION innodb_lock_wait_timeout = 77, SESSION lock_wait_timeout = 88");
            })) {
      IdStore store = JdbcStores.builder(pool).createTables().build().idStore();
      store.save(List.of(link("1")));
      assertThat(select(pool, "SELECT @@innodb_lock_wait_timeout")).containsExactly("77");
      assertThat(select(pool, "SELECT @@lock_wait_timeout")).containsExactly("88");
      Transactions transactions =
          new Transactions(pool, () -> new MySqlDialect(Database.valueOf(database.name())));
      transactions.run(
          "look",
          connection -> {
            assertThat(connection.getTransactionIsolation())
                .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(read(connection, "SELECT @@innodb_lock_wait_timeout")).isEqualTo("30");
            assertThat(read(connection, "SELECT @@lock_wait_timeout")).isEqualTo("30");
          });
    }
  }

  /** Another session has the whole table: MySQL waits for that with another time-out. */
  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"MARIADB", "MYSQL"})
  void remove_tableIsLocked_saysSoInTime(TestDatabase database) throws SQLException {
    DataSource host = database.fresh();
    execute(host, "CREATE TABLE teacher (id integer PRIMARY KEY, odoo_id bigint)");
    execute(host, "INSERT INTO teacher VALUES (1, 7)");
    IdStore store =
        JdbcStores.builder(host)
            .createTables()
            .lockTimeout(Duration.ofSeconds(1))
            .mirror(Mirror.of(CONTACT, "teacher").table("teacher").key("id").odooId("odoo_id"))
            .build()
            .idStore();
    store.save(List.of(link("1")));
    try (Connection other = host.getConnection()) {
      run(other, "LOCK TABLES teacher WRITE");
      assertThatThrownBy(() -> store.remove(CONTACT, List.of(LocalKey.of("teacher", 1))))
          .isInstanceOf(JdbcStoreException.class)
          .hasMessageContaining("locked for 1000 ms");
      run(other, "UNLOCK TABLES");
    }
    store.remove(CONTACT, List.of(LocalKey.of("teacher", 1)));
    assertThat(select(host, "SELECT odoo_id FROM teacher")).containsOnlyNulls();
  }

  /** The id of a row may be larger than a number with a sign of that many bytes. */
  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"MARIADB", "MYSQL"})
  void save_keyWithoutASign_isMirroredUpToItsLast(TestDatabase database) {
    for (String typeAndId : List.of("tinyint unsigned|255", "int unsigned|4294967295")) {
      String[] parts = typeAndId.split("\\|", -1);
      DataSource host = database.fresh();
      execute(
          host, "CREATE TABLE teacher (id " + parts[0] + " PRIMARY KEY, odoo_id bigint unsigned)");
      execute(host, "INSERT INTO teacher (id) VALUES (" + parts[1] + ")");
      IdStore store = mirrored(host);
      store.save(List.of(link(parts[1])));
      assertThat(select(host, "SELECT odoo_id FROM teacher")).as(typeAndId).containsExactly("7");
    }
  }

  /** By the collation of the column: by default case and spaces at the end do not count. */
  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"MARIADB", "MYSQL"})
  void reconcile_collationsOfTheHost_findTheRowsThatTheyFind(TestDatabase database) {
    for (String collation :
        List.of("utf8mb4_bin|2", "utf8mb4_general_ci|1", "utf8mb4_unicode_ci|1")) {
      String[] parts = collation.split("\\|", -1);
      DataSource host = database.fresh();
      execute(
          host,
          "CREATE TABLE teacher (id varchar(20) CHARACTER SET utf8mb4 COLLATE "
              + parts[0]
              + " PRIMARY KEY, odoo_id bigint)");
      execute(host, "INSERT INTO teacher (id) VALUES ('Lyc-01')");
      if (parts[1].equals("2")) {
        execute(host, "INSERT INTO teacher (id) VALUES ('LYC-01')");
      }
      IdStore store = mirrored(host);
      Link link = link("LYC-01");
      assertThat(store.reconcile(List.of(link))).as(collation).isEmpty();
      assertThat(select(host, "SELECT id FROM teacher WHERE odoo_id = 7"))
          .as(collation)
          .containsExactly(parts[1].equals("2") ? "LYC-01" : "Lyc-01");
    }
  }

  /** MySQL's own driver calls every server MySQL. */
  @Test
  void stores_mySqlsDriverOnMariaDb_speakMariaDbsDialect() throws SQLException {
    TestDatabase.MARIADB.fresh();
    String server = MariaDbServer.url();
    MysqlDataSource dataSource = new MysqlDataSource();
    String database = TestDatabase.freshSchema(mariaDb(server), "other");
    dataSource.setUrl(
        server
            .replace("jdbc:mariadb:", "jdbc:mysql:")
            .replace("/?", "/" + database + "?")
            .replace("sslMode=disable", "sslMode=DISABLED"));
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("MySQL");
      assertThat(Database.of(connection)).isEqualTo(Database.MARIADB);
    }
    IdStore store = JdbcStores.builder(dataSource).createTables().build().idStore();
    store.save(List.of(link("\uD83D\uDE00")));
    assertThat(store.page(CONTACT, null, 10)).containsExactly(link("\uD83D\uDE00"));
  }

  private static DataSource mariaDb(String url) throws SQLException {
    return new org.mariadb.jdbc.MariaDbDataSource(url);
  }

  /** Sessions that write in zones of their own, one of which skips an hour. */
  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"MARIADB", "MYSQL"})
  void instants_ofSessionsInOtherZones_areTheSame(TestDatabase database) {
    DataSource host = database.fresh();
    JdbcStores.builder(host).createTables().build();
    List<Link> links =
        IntStream.range(0, 24)
            .mapToObj(
                hour ->
                    Link.pending(
                        CONTACT,
                        LocalKey.of("teacher", hour),
                        null,
                        Instant.parse("2026-03-29T00:00:00.999Z").plusSeconds(3_600L * hour)))
            .toList();
    for (String zone : List.of("+05:45", "-03:30", "+00:00")) {
      try (HikariDataSource pool =
          Pools.over(
              host, config -> config.setConnectionInitSql("SET time_zone = '" + zone + "'"))) {
        IdStore store = JdbcStores.builder(pool).build().idStore();
        store.save(links);
        assertThat(store.page(CONTACT, null, 100))
            .as(zone)
            .containsExactlyInAnyOrderElementsOf(links);
      }
      assertThat(JdbcStores.builder(host).build().idStore().page(CONTACT, null, 100))
          .containsExactlyInAnyOrderElementsOf(links);
    }
  }

  private static IdStore mirrored(DataSource host) {
    return JdbcStores.builder(host)
        .createTables()
        .mirror(Mirror.of(CONTACT, "teacher").table("teacher").key("id").odooId("odoo_id"))
        .build()
        .idStore();
  }

  private static Link link(String id) {
    return new Link(CONTACT, LocalKey.of("teacher", id), 7L, null, AT);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
