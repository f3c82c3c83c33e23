package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.jdbc.TestDatabase.execute;
import static io.odoosync.jdbc.TestDatabase.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import io.odoosync.store.Outbox;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** What only SQLite does: one transaction at a time writes. */
@Timeout(60)
class SqliteTest {

  private static final Instant AT = Instant.parse("2026-07-01T10:00:00Z");
  private static final LocalKey KEY = LocalKey.of("teacher", 1);

  private final DataSource host = TestDatabase.SQLITE.fresh();

  @Test
  void begin_somebodyElseWrites_failsWhenItHasWaitedAndLeavesTheConnectionUsable()
      throws SQLException {
    JdbcStores stores = JdbcStores.builder(host).createTables().build();
    SqliteDialect dialect = new SqliteDialect();
    try (Connection writer = host.getConnection();
        Connection ours = host.getConnection()) {
      writer.setAutoCommit(false);
      run(writer, "INSERT INTO odoo_sync_links_about VALUES ('a', 'b')");
      DataSource same = ProxiedDataSource.joining(ours);
      assertThatThrownBy(
              () ->
                  OwnTransaction.begin(
                      same, dialect, Duration.ofMillis(20), Connection.TRANSACTION_SERIALIZABLE))
          .isInstanceOfSatisfying(
              SQLException.class, busy -> assertThat(dialect.isLockTimeout(busy)).isTrue());
      assertThat(ours.getAutoCommit()).isTrue();
      assertThat(select(same, "PRAGMA busy_timeout")).containsExactly("10000");
      writer.rollback();
      execute(same, "INSERT INTO odoo_sync_links_about VALUES ('a', 'c')");
    }
    assertThat(stores.idStore().owner()).isEmpty();
  }

  /** A file that somebody reads, so that its journal can't be changed by who connects. */
  private static Connection reader(Path file) throws SQLException {
    DataSource before = TestDatabase.freshSqlite(file, SQLiteConfig.JournalMode.DELETE);
    execute(before, "CREATE TABLE travel (id INTEGER)");
    Connection reader = before.getConnection();
    run(reader, "BEGIN");
    run(reader, "SELECT * FROM travel");
    return reader;
  }

  private static DataSource changingTheJournal(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setBusyTimeout(0);
    SQLiteDataSource dataSource = new SQLiteDataSource(config);
    dataSource.setUrl("jdbc:sqlite:" + file);
    return dataSource;
  }

  @Test
  void connect_fileIsBusyForAMoment_triesAgain() throws SQLException {
    Path file = TestDatabase.temporaryFile();
    AtomicInteger failures = new AtomicInteger();
    try (Connection reader = reader(file)) {
      DataSource busyOnce =
          ProxiedDataSource.thatFails(
              changingTheJournal(file),
              () -> {
                failures.incrementAndGet();
                run(reader, "ROLLBACK");
              });

      IdStore ids = JdbcStores.builder(busyOnce).createTables().build().idStore();

      assertThat(ids.page(CONTACT, null, 10)).isEmpty();
      assertThat(failures).hasValue(1);
    }
  }

  @Test
  void connect_fileStaysBusy_givesUpInTheEnd() throws SQLException {
    Path file = TestDatabase.temporaryFile();
    JdbcStores.Builder stores = JdbcStores.builder(changingTheJournal(file)).createTables();
    try (Connection reader = reader(file)) {
      assertThatThrownBy(stores::build)
          .isInstanceOf(JdbcStoreException.class)
          .hasMessageContaining("SQLITE_BUSY");

      run(reader, "ROLLBACK");
      assertThat(stores.build().idStore().page(CONTACT, null, 10)).isEmpty();
    }
  }

  @Test
  void everyTransaction_ofTheStores_givesTheConnectionItsTimeoutBack() throws SQLException {
    try (Connection connection = host.getConnection()) {
      DataSource same = ProxiedDataSource.joining(connection);
      JdbcStores.builder(same).createTables().build().idStore().claim("me");
      assertThat(select(same, "PRAGMA busy_timeout")).containsExactly("10000");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  /** It can't be known whether somebody's work is in it. */
  @Test
  void calls_connectionThatDoesNotCommitByItself_areRefusedWithWords() throws SQLException {
    JdbcStores.builder(host).createTables().build();
    try (Connection connection = host.getConnection()) {
      connection.setAutoCommit(false);
      run(connection, "INSERT INTO odoo_sync_links_about VALUES ('a', 'b')");
      JdbcStores stores = JdbcStores.builder(ProxiedDataSource.joining(connection)).build();
      for (Runnable call :
          List.<Runnable>of(
              () -> stores.idStore().owner(),
              () -> stores.outbox().changed(CONTACT, List.of(KEY)))) {
        assertThatThrownBy(call::run)
            .isInstanceOf(JdbcStoreException.class)
            .hasMessageContaining("does not commit by itself")
            .hasMessageContaining("outbox().on(connection)");
      }
      connection.rollback();
    }
    assertThat(select(host, "SELECT name FROM odoo_sync_links_about")).containsExactly("version");
  }

  @Test
  void on_connectionThatCommitsOrRollsBack_isNotedOnlyWithTheCommit() throws SQLException {
    JdbcOutbox outbox = JdbcStores.builder(host).createTables().build().outbox();
    try (Connection connection = host.getConnection()) {
      connection.setAutoCommit(false);
      outbox.on(connection).changed(CONTACT, List.of(KEY));
      connection.rollback();
      outbox.on(connection).changed(CONTACT, List.of(LocalKey.of("teacher", 2)));
      connection.commit();
    }
    assertThat(outbox.take(10, AT.plus(Duration.ofDays(10_000)), Duration.ofMinutes(1)))
        .extracting(Outbox.Entry::key)
        .containsExactly(LocalKey.of("teacher", 2));
  }

  /** A declared length is a hint to people; SQLite keeps what it gets. */
  @Test
  void save_keysOfAnyDeclaredType_areMirroredAsSqliteKeepsThem() {
    for (String typeAndId :
        List.of("integer|9007199254740993", "smallint|70000", "varchar(3)|abcd", "text|a ")) {
      String[] parts = typeAndId.split("\\|", -1);
      DataSource each = TestDatabase.SQLITE.fresh();
      execute(each, "CREATE TABLE teacher (id " + parts[0] + " PRIMARY KEY, odoo_id bigint)");
      execute(each, "INSERT INTO teacher (id) VALUES ('" + parts[1] + "')");
      IdStore store = mirrored(each);
      Link link = new Link(CONTACT, LocalKey.of("teacher", parts[1]), 7L, null, AT);
      store.save(List.of(link));
      assertThat(select(each, "SELECT odoo_id FROM teacher")).as(typeAndId).containsExactly("7");
    }
  }

  @Test
  void mirror_keyOfNumbersThatMayBeRounded_isRefused() {
    execute(host, "CREATE TABLE teacher (id numeric(30) PRIMARY KEY, odoo_id bigint)");
    assertThatThrownBy(() -> mirrored(host))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageContaining("is of type declared numeric")
        .hasMessageContaining("use a whole number, text");
  }

  private static IdStore mirrored(DataSource dataSource) {
    return JdbcStores.builder(dataSource)
        .createTables()
        .mirror(Mirror.of(CONTACT, "teacher").table("teacher").key("id").odooId("odoo_id"))
        .build()
        .idStore();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
