package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.jdbc.TestDatabase.execute;
import static io.odoosync.jdbc.TestDatabase.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing waits for a lock without a limit. The lock is held until each test is over. */
@Timeout(60)
class LockTimeoutTest {

  private static final Instant AT = Instant.parse("2026-07-01T10:00:00Z");
  private static final List<Link> LINKS =
      IntStream.rangeClosed(1, 50).mapToObj(i -> link(i, 100 + i)).toList();

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void save_callersOwnTransactionHasLockedARow_savesAllLinksAndPutsThatRowOff(TestDatabase database)
      throws SQLException {
    DataSource host = teachers(database);
    IdStore store = mirrored(host, Duration.ofMinutes(5));
    try (Connection open = holding(host, "UPDATE teacher SET name = 'Ada' WHERE id = 7")) {
      store.save(LINKS);
      assertThat(store.page(CONTACT, null, 100)).hasSize(50);
      assertThat(mirrored(host)).as("put off without waiting").hasSize(49).doesNotContain("7");
      assertThat(store.reconcile(LINKS))
          .containsOnlyKeys(LocalKey.of("teacher", 7))
          .containsValue(
              "its id in Odoo could not be written to teacher.odoo_id:"
                  + " another transaction has locked its row");
      open.rollback();
    }
    assertThat(store.reconcile(LINKS)).isEmpty();
    assertThat(mirrored(host)).hasSize(50);
  }

  /** The lock of a trigger's work can't be seen beforehand, so it costs one time-out. */
  @Test
  void save_triggerWaitsForALock_putsItsRowsOff() throws SQLException {
    DataSource host = teachers(TestDatabase.POSTGRESQL);
    execute(
        host,
        "CREATE TABLE audit (id integer PRIMARY KEY, n integer);"
            + "INSERT INTO audit VALUES (0, 0), (1, 0);"
            + "CREATE FUNCTION count_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            + " UPDATE audit SET n = n + 1 WHERE id = NEW.id % 2; RETURN NEW; END $$;"
            + "CREATE TRIGGER counting BEFORE UPDATE ON teacher"
            + " FOR EACH ROW EXECUTE FUNCTION count_up()");
    IdStore store = mirrored(host, Duration.ofMillis(50));
    try (Connection open = holding(host, "UPDATE audit SET n = 0 WHERE id = 1")) {
      store.save(LINKS);
      assertThat(mirrored(host)).hasSize(25).contains("2", "50");
      open.rollback();
    }
    assertThat(store.reconcile(LINKS)).isEmpty();
    assertThat(mirrored(host)).hasSize(50);
  }

  @Test
  void save_wholeTableLocked_putsAllOff() throws SQLException {
    DataSource host = teachers(TestDatabase.POSTGRESQL);
    IdStore store = mirrored(host, Duration.ofMillis(50));
    assertThat(store.unfit(CONTACT, List.of())).isEmpty();
    try (Connection open = holding(host, "LOCK TABLE teacher IN ACCESS EXCLUSIVE MODE")) {
      store.save(LINKS);
      assertThat(store.reconcile(LINKS)).hasSize(50);
      open.rollback();
    }
    assertThat(store.reconcile(LINKS)).isEmpty();
    assertThat(mirrored(host)).hasSize(50);
  }

  @Test
  void save_rowIsReferredTo_isNotWaitedFor() throws SQLException {
    DataSource host = teachers(TestDatabase.POSTGRESQL);
    execute(host, "CREATE TABLE course (teacher integer REFERENCES teacher)");
    IdStore store = mirrored(host, Duration.ofMinutes(5));
    try (Connection open = holding(host, "INSERT INTO course VALUES (7)")) {
      store.save(LINKS);
      assertThat(mirrored(host)).hasSize(50);
      open.rollback();
    }
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void remove_rowStaysLocked_removesNothingAndSaysSo(TestDatabase database) throws SQLException {
    DataSource host = teachers(database);
    IdStore store = mirrored(host, Duration.ofMillis(50));
    store.save(LINKS);
    List<LocalKey> keys = LINKS.stream().map(Link::key).toList();
    try (Connection open = holding(host, "UPDATE teacher SET name = 'Ada' WHERE id = 7")) {
      assertThatThrownBy(() -> store.remove(CONTACT, keys))
          .isInstanceOf(JdbcStoreException.class)
          .hasMessageContaining("Could not clear teacher.odoo_id")
          .hasMessageContaining("locked for 50 ms");
      open.rollback();
    }
    assertThat(store.page(CONTACT, null, 100)).hasSize(50);
    assertThat(mirrored(host)).hasSize(50);
    store.remove(CONTACT, keys);
    assertThat(mirrored(host)).isEmpty();
  }

  /** Each of our own statements on PostgreSQL is limited, reading ones too. */
  @Test
  void everyTransaction_onPostgreSql_hasALockTimeoutThatEndsWithIt() {
    List<String> settings = new ArrayList<>();
    try (HikariDataSource pool =
        Pools.over(
            TestDatabase.freshPostgreSql(),
            config -> {
              config.setMaximumPoolSize(1);
              config.setConnectionInitSql("SET lock_timeout = '77s'");
            })) {
      Transactions transactions = new Transactions(pool, PostgreSqlDialect::new);
      transactions.run("look", connection -> settings.add(setting(connection)));
      assertThatThrownBy(
              () ->
                  transactions.run(
                      "fail",
                      connection -> {
                        settings.add(setting(connection));
                        throw new SQLException("refused", "22000");
                      }))
          .isInstanceOf(JdbcStoreException.class);
      assertThat(settings).containsExactly("30s", "30s");
      assertThat(select(pool, "SHOW lock_timeout")).containsExactly("77s");
    }
  }

  private static String setting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SHOW lock_timeout")) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void everyTransaction_onH2_givesTheSessionItsLockTimeoutBack() {
    for (int own : List.of(50, 2_000, 90_000)) {
      try (HikariDataSource pool =
          Pools.over(
              TestDatabase.freshH2(";LOCK_TIMEOUT=" + own),
              config -> config.setMaximumPoolSize(1))) {
        IdStore store = JdbcStores.builder(pool).createTables().build().idStore();
        store.save(LINKS);
        assertThat(select(pool, "SELECT LOCK_TIMEOUT()")).containsExactly("" + own);
      }
    }
  }

  @Test
  void lockTimeout_outOfBounds_isRefusedNamingThem() {
    JdbcStores.Builder builder = JdbcStores.builder(TestDatabase.H2.fresh());
    for (Duration time : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMinutes(6))) {
      assertThatThrownBy(() -> builder.lockTimeout(time))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("lockTimeout must be from PT0.001S to PT5M, but is ");
    }
  }

  private static Connection holding(DataSource host, String sql) throws SQLException {
    Connection open = host.getConnection();
    open.setAutoCommit(false);
    try (Statement statement = open.createStatement()) {
      statement.execute(sql);
    }
    return open;
  }

  private static DataSource teachers(TestDatabase database) {
    DataSource host = database.fresh();
    execute(
        host, "CREATE TABLE teacher (id integer PRIMARY KEY, name varchar(20), odoo_id bigint)");
    execute(host, "INSERT INTO teacher (id) " + TestDatabase.numbers(1, 50));
    return host;
  }

  private static List<@Nullable String> mirrored(DataSource host) {
    return select(host, "SELECT id FROM teacher WHERE odoo_id = id + 100");
  }

  private static IdStore mirrored(DataSource host, Duration lockTimeout) {
    return JdbcStores.builder(host)
        .createTables()
        .lockTimeout(lockTimeout)
        .mirror(Mirror.of(CONTACT, "teacher").table("teacher").key("id").odooId("odoo_id"))
        .build()
        .idStore();
  }

  private static Link link(long id, long odooId) {
    return new Link(CONTACT, LocalKey.of("teacher", id), odooId, null, AT);
  }
}
