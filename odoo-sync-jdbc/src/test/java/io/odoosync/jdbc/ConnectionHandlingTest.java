package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import io.odoosync.store.RunLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

class ConnectionHandlingTest {

  private static final Instant AT = Instant.parse("2026-07-01T10:00:00Z");
  private static final Link LINK = new Link(CONTACT, LocalKey.of("teacher", 42), 7L, "base", AT);

  static Stream<Arguments> databasesAndModes() {
    return Stream.of(TestDatabase.values())
        .flatMap(database -> Stream.of(true, false).map(mode -> Arguments.of(database, mode)))
        .filter(each -> !Arrays.equals(each.get(), new Object[] {TestDatabase.SQLITE, false}));
  }

  @ParameterizedTest
  @MethodSource("databasesAndModes")
  void calls_anyModeOfTheHost_giveTheConnectionBackAsItCame(TestDatabase database, boolean mode) {
    ProxiedDataSource watched = new ProxiedDataSource(database.fresh());
    watched.autoCommit(mode);
    JdbcStores stores = JdbcStores.builder(watched.dataSource()).createTables().build();
    IdStore store = stores.idStore();
    store.save(List.of(LINK));
    assertThat(watched.autoCommitOnClose()).isEqualTo(mode);
    stores.stateStore().save(Map.of("name", "value"));
    assertThat(watched.autoCommitOnClose()).isEqualTo(mode);
    stores.runLock().tryAcquire("run").ifPresent(RunLock.Lease::close);
    assertThat(watched.autoCommitOnClose()).isEqualTo(mode);
    assertThat(store.find(CONTACT, List.of(LINK.key()))).containsValue(LINK);
    assertThat(watched.autoCommitOnClose()).isEqualTo(mode);
    assertThat(watched.openConnections()).isZero();
  }

  @ParameterizedTest
  @MethodSource("databasesAndModes")
  void save_failing_givesTheConnectionBackAsItCame(TestDatabase database, boolean mode) {
    ProxiedDataSource watched = new ProxiedDataSource(database.fresh());
    watched.autoCommit(mode);
    IdStore store = JdbcStores.builder(watched.dataSource()).build().idStore();
    assertThatThrownBy(() -> store.save(List.of(LINK))).isInstanceOf(JdbcStoreException.class);
    assertThat(watched.autoCommitOnClose()).isEqualTo(mode);
    assertThat(watched.openConnections()).isZero();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void save_connectionFailingAtAnyStep_leaksNoneAndSavesNothing(TestDatabase database) {
    ProxiedDataSource watched = new ProxiedDataSource(database.fresh());
    IdStore store = JdbcStores.builder(watched.dataSource()).createTables().build().idStore();
    for (String step : List.of("getAutoCommit", "setAutoCommit", "prepareStatement", "commit")) {
      watched.fail(step);
      assertThatThrownBy(() -> store.save(List.of(LINK)))
          .isInstanceOf(JdbcStoreException.class)
          .hasMessageContaining(step + " failed")
          .hasMessageContaining("08006");
      watched.heal();
      assertThat(watched.openConnections()).isZero();
      assertThat(store.page(CONTACT, null, 1)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void save_rollbackFailingToo_tellsTheFirstFailure(TestDatabase database) {
    ProxiedDataSource watched = new ProxiedDataSource(database.fresh());
    IdStore store = JdbcStores.builder(watched.dataSource()).createTables().build().idStore();
    watched.fail("commit");
    watched.fail("rollback");
    assertThatThrownBy(() -> store.save(List.of(LINK))).hasMessageContaining("commit failed");
    assertThat(watched.openConnections()).isZero();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void save_closeFailingAfterTheCommit_isDone(TestDatabase database) {
    ProxiedDataSource watched = new ProxiedDataSource(database.fresh());
    IdStore store = JdbcStores.builder(watched.dataSource()).createTables().build().idStore();
    watched.fail("close");
    store.save(List.of(LINK));
    watched.heal();
    assertThat(store.page(CONTACT, null, 1)).containsExactly(LINK);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void calls_failingAgainAndAgain_leaveAPoolOfOneUsable(TestDatabase database) {
    try (HikariDataSource pool =
        Pools.over(database.fresh(), config -> config.setMaximumPoolSize(1))) {
      JdbcStores stores = JdbcStores.builder(pool).build();
      for (int i = 0; i < 5; i++) {
        assertThatThrownBy(() -> stores.idStore().save(List.of(LINK)))
            .isInstanceOf(JdbcStoreException.class);
        assertThatThrownBy(() -> stores.syncLogStore().deleteBefore(AT))
            .isInstanceOf(JdbcStoreException.class);
      }
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
      TestDatabase.execute(pool, stores.ddl());
      stores.idStore().save(List.of(LINK));
      assertThat(stores.idStore().page(CONTACT, null, 1)).containsExactly(LINK);
    }
  }

  @Test
  void save_serverEndsTheSession_failsOnceAndThenWorks() {
    try (HikariDataSource pool =
        Pools.over(TestDatabase.freshPostgreSql(), config -> config.setMaximumPoolSize(1))) {
      IdStore store = JdbcStores.builder(pool).createTables().build().idStore();
      String backend = TestDatabase.select(pool, "SELECT pg_backend_pid()").get(0);
      TestDatabase.select(
          TestDatabase.freshPostgreSql(), "SELECT pg_terminate_backend(" + backend + ")");
      assertThatThrownBy(() -> store.save(List.of(LINK))).isInstanceOf(JdbcStoreException.class);
      store.save(List.of(LINK));
      assertThat(store.page(CONTACT, null, 1)).containsExactly(LINK);
    }
  }

  @Test
  void save_refusedByPostgreSql_keepsThePayloadOutOfTheException() {
    IdStore store =
        JdbcStores.builder(TestDatabase.freshPostgreSql()).createTables().build().idStore();
    List<Link> links =
        List.of(LINK, new Link(CONTACT, LocalKey.of("teacher", 43), 8L, "confidential\0", AT));
    assertThatThrownBy(() -> store.save(links))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageContaining("invalid byte sequence")
        .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("confidential"));
    assertThat(store.page(CONTACT, null, 10)).isEmpty();
  }

  @Test
  void saveState_refusedByPostgreSql_keepsTheValueOutOfTheException() {
    PGSimpleDataSource dataSource = TestDatabase.freshPostgreSql();
    JdbcStores stores = JdbcStores.builder(dataSource).createTables().build();
    TestDatabase.execute(
        dataSource, "ALTER TABLE odoo_sync_state ADD CHECK (content NOT LIKE 'confidential%')");
    assertThatThrownBy(() -> stores.stateStore().save(Map.of("a", "1", "b", "confidential stuff")))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageContaining("Could not save 2 values in odoo_sync_state")
        .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("confidential"));
    assertThat(stores.stateStore().page("", null, 10)).isEmpty();
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
