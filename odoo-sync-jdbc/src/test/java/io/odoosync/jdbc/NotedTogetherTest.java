package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.jdbc.TestDatabase.execute;
import static io.odoosync.jdbc.TestDatabase.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.store.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change and its note: both or neither, in the host's transaction on plain JDBC. */
class NotedTogetherTest {

  private static final LocalKey KEY = LocalKey.of("teacher", 1);
  private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void on_connectionThatCommits_isNotedWithTheRow(TestDatabase database) throws SQLException {
    DataSource plain = hostOf(database);
    JdbcOutbox outbox = JdbcStores.builder(plain).build().outbox();
    try (Connection host = plain.getConnection()) {
      host.setAutoCommit(false);
      run(host, "INSERT INTO teacher VALUES (1)");
      outbox.on(host).changed(CONTACT, List.of(KEY));
      assertThat(take(outbox)).as("before the commit").isEmpty();
      assertThat(host.isClosed() || host.getAutoCommit()).isFalse();
      host.commit();
    }
    assertThat(take(outbox)).extracting(Outbox.Entry::key).containsExactly(KEY);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void on_connectionThatRollsBack_leavesNothing(TestDatabase database) throws SQLException {
    DataSource plain = hostOf(database);
    JdbcOutbox outbox = JdbcStores.builder(plain).build().outbox();
    try (Connection host = plain.getConnection()) {
      host.setAutoCommit(false);
      outbox.on(host).changed(CONTACT, List.of(KEY));
      run(host, "INSERT INTO teacher VALUES (1)");
      assertThat(outbox.on(host).size()).isEqualTo(1);
      host.rollback();
    }
    assertThat(outbox.size()).isZero();
    assertThat(select(plain, "SELECT id FROM teacher")).isEmpty();
  }

  /** A pool of one has no other to ask anything of. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void on_theOnlyConnectionAtFirstUse_needsNoOther(TestDatabase database) throws SQLException {
    DataSource plain = hostOf(database);
    JdbcOutbox outbox = JdbcStores.builder(ProxiedDataSource.withoutConnections()).build().outbox();
    try (Connection host = plain.getConnection()) {
      outbox.on(host).changed(CONTACT, List.of(KEY));
    }
    assertThat(select(plain, "SELECT local_id FROM odoo_sync_outbox")).containsExactly("1");
  }

  /** It takes and lets go in the same way. */
  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void on_takenAndRolledBack_isStillThere(TestDatabase database) throws SQLException {
    DataSource plain = hostOf(database);
    JdbcOutbox outbox = JdbcStores.builder(plain).build().outbox();
    outbox.changed(CONTACT, List.of(KEY, LocalKey.of("teacher", 2)));
    try (Connection host = plain.getConnection()) {
      host.setAutoCommit(false);
      List<Outbox.Entry> taken = outbox.on(host).take(1, NOW, Duration.ofMinutes(1));
      assertThat(taken).extracting(Outbox.Entry::key).containsExactly(KEY);
      assertThat(take(outbox)).as("what is locked is passed over").hasSize(1);
      outbox.on(host).done(taken);
      host.rollback();
    }
    assertThat(take(outbox)).extracting(Outbox.Entry::key).containsExactly(KEY);
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void changed_dataSourceJoinsATransactionWithWork_isPartOfIt(TestDatabase database)
      throws SQLException {
    DataSource plain = hostOf(database);
    JdbcOutbox outside = JdbcStores.builder(plain).build().outbox();
    for (boolean commits : List.of(false, true)) {
      try (Connection host = plain.getConnection()) {
        host.setAutoCommit(false);
        run(host, "INSERT INTO teacher VALUES (1)");
        JdbcStores.builder(ProxiedDataSource.joining(host))
            .build()
            .outbox()
            .changed(CONTACT, List.of(KEY));
        assertThat(outside.size()).as("not committed by the outbox").isZero();
        if (commits) {
          host.commit();
        } else {
          host.rollback();
        }
      }
      assertThat(outside.size()).isEqualTo(commits ? 1 : 0);
    }
  }

  /** An earlier entry of a record that becomes visible later does not make two takers of it. */
  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void take_earlierEntryIsCommittedWhileALaterOneIsTaken_keepsTheRecordToOne(TestDatabase database)
      throws SQLException {
    DataSource plain = hostOf(database);
    JdbcOutbox outbox = JdbcStores.builder(plain).build().outbox();
    try (Connection host = plain.getConnection();
        Connection taker = plain.getConnection()) {
      host.setAutoCommit(false);
      taker.setAutoCommit(false);
      outbox.on(host).changed(CONTACT, List.of(KEY));
      outbox.changed(CONTACT, List.of(KEY));
      List<Outbox.Entry> first = outbox.on(taker).take(1, NOW, Duration.ofMinutes(1));
      assertThat(first).hasSize(1);
      host.commit();
      assertThat(take(outbox)).as("while the other is being taken").isEmpty();
      taker.commit();
      assertThat(take(outbox)).as("while the other is taken").isEmpty();
      outbox.done(first);
      assertThat(take(outbox)).as("noted after the other had been taken").hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void on_tablesOfAnEarlierVersion_isRefusedWithWords(TestDatabase database) throws SQLException {
    DataSource plain = hostOf(database);
    execute(plain, "UPDATE odoo_sync_links_about SET content = '2' WHERE name = 'version'");
    JdbcOutbox outbox = JdbcStores.builder(plain).build().outbox();
    try (Connection host = plain.getConnection()) {
      Outbox joined = outbox.on(host);
      assertThatThrownBy(() -> joined.changed(CONTACT, List.of(KEY)))
          .isInstanceOf(JdbcStoreException.class)
          .hasMessageContaining("are of version 2");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void changed_withoutTable_saysWhatItCouldNotDo(TestDatabase database) {
    DataSource plain = hostOf(database);
    JdbcOutbox outbox = JdbcStores.builder(plain).outboxTable("elsewhere").build().outbox();
    assertThatThrownBy(() -> outbox.changed(CONTACT, List.of(KEY)))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageContaining("Could not note 1 changes in elsewhere: ");
  }

  private static List<Outbox.Entry> take(Outbox outbox) {
    return outbox.take(10, NOW, Duration.ofMinutes(1));
  }

  private static DataSource hostOf(TestDatabase database) {
    DataSource plain = database.fresh();
    JdbcStores.builder(plain).createTables().build();
    execute(plain, "CREATE TABLE teacher (id integer PRIMARY KEY)");
    return plain;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
