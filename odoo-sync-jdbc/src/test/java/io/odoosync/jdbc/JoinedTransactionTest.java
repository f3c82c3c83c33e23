package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.jdbc.TestDatabase.execute;
import static io.odoosync.jdbc.TestDatabase.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.store.Link;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A data source that joins the host's running transaction: each connection is the host's own, and
 * closing it does nothing.
 */
class JoinedTransactionTest {

  private static final Link LINK =
      new Link(CONTACT, LocalKey.of("teacher", 1), 7L, null, Instant.parse("2026-07-01T10:00:00Z"));

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void calls_inATransactionWithWork_areRefusedAndLeaveItToTheHost(TestDatabase database)
      throws SQLException {
    DataSource plain = hostOf(database);
    for (boolean commits : List.of(false, true)) {
      try (Connection host = plain.getConnection()) {
        host.setAutoCommit(false);
        run(host, "INSERT INTO teacher VALUES (" + (commits ? 2 : 1) + ")");
        JdbcStores stores = JdbcStores.builder(ProxiedDataSource.joining(host)).build();
        assertAllRefused(stores);
        assertThat(select(plain, "SELECT id FROM teacher")).as("nothing committed").isEmpty();
        if (commits) {
          host.commit();
        } else {
          host.rollback();
        }
      }
    }
    assertThat(select(plain, "SELECT id FROM teacher")).containsExactly("2");
    assertThat(select(plain, "SELECT name FROM shedlock")).isEmpty();
  }

  /** Also a mere lock is somebody's work. */
  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void calls_inATransactionWithALock_areRefused(TestDatabase database) throws SQLException {
    DataSource plain = hostOf(database);
    execute(plain, "INSERT INTO teacher VALUES (1)");
    try (Connection host = plain.getConnection()) {
      host.setAutoCommit(false);
      run(host, "SELECT id FROM teacher WHERE id = 1 FOR UPDATE");
      assertAllRefused(JdbcStores.builder(ProxiedDataSource.joining(host)).build());
      host.rollback();
    }
  }

  /** The host's own statements keep the time-out that they had. */
  @Test
  void calls_refusedOnPostgreSql_leaveTheHostsLockTimeoutAlone() throws SQLException {
    DataSource plain = hostOf(TestDatabase.POSTGRESQL);
    try (Connection host = plain.getConnection()) {
      host.setAutoCommit(false);
      run(host, "SET LOCAL lock_timeout = '77s'");
      run(host, "INSERT INTO teacher VALUES (1)");
      DataSource joining = ProxiedDataSource.joining(host);
      assertAllRefused(JdbcStores.builder(joining).build());
      assertThat(select(joining, "SHOW lock_timeout")).containsExactly("77s");
      host.rollback();
    }
  }

  @Test
  void calls_inATransactionThatIsAborted_rollNothingBack() throws SQLException {
    DataSource plain = hostOf(TestDatabase.POSTGRESQL);
    try (Connection host = plain.getConnection()) {
      host.setAutoCommit(false);
      run(host, "INSERT INTO teacher VALUES (1)");
      assertThatThrownBy(() -> run(host, "SELECT 1 / 0")).isInstanceOf(SQLException.class);
      JdbcStores stores = JdbcStores.builder(ProxiedDataSource.joining(host)).build();
      assertThatThrownBy(() -> stores.idStore().save(List.of(LINK)))
          .isInstanceOf(JdbcStoreException.class);
      assertThatThrownBy(() -> run(host, "SELECT 1"))
          .as("still aborted")
          .hasMessageContaining("aborted");
      host.rollback();
    }
  }

  /** A transaction that has done nothing yet has nothing to lose. */
  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void calls_inATransactionThatHasJustBegun_commitTheirOwnWorkOnly(TestDatabase database)
      throws SQLException {
    DataSource plain = hostOf(database);
    try (Connection host = plain.getConnection()) {
      host.setAutoCommit(false);
      JdbcStores.builder(ProxiedDataSource.joining(host)).build().idStore().save(List.of(LINK));
      run(host, "INSERT INTO teacher VALUES (1)");
      host.rollback();
    }
    assertThat(select(plain, "SELECT local_id FROM odoo_sync_links")).containsExactly("1");
    assertThat(select(plain, "SELECT id FROM teacher")).isEmpty();
  }

  private static void assertAllRefused(JdbcStores stores) {
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> stores.runLock().tryAcquire("run"),
            () -> stores.idStore().save(List.of(LINK)),
            () -> stores.idStore().page(CONTACT, null, 1),
            () -> stores.stateStore().save(Map.of("name", "value")),
            () -> stores.syncLogStore().deleteBefore(Instant.EPOCH))) {
      assertThatThrownBy(call)
          .isInstanceOf(JdbcStoreException.class)
          .hasMessageContaining("joins a transaction that is under way")
          .hasMessageContaining("plain data source");
    }
  }

  private static DataSource hostOf(TestDatabase database) {
    DataSource plain = database.fresh();
    JdbcStores.builder(plain).createTables().build();
    execute(plain, "CREATE TABLE teacher (id integer PRIMARY KEY)");
    return plain;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
