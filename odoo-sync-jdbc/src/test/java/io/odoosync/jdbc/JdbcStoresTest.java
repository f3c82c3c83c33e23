package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.store.Link;
import io.odoosync.store.RunLock;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class JdbcStoresTest {

  private static final Link LINK =
      new Link(
          CONTACT, LocalKey.of("teacher", 42), 7L, "base", Instant.parse("2026-07-01T10:00:00Z"));
  private static final SyncLogEntry ENTRY =
      SyncLogEntry.builder(
              Instant.parse("2026-07-01T10:00:00Z"),
              "run-1",
              SyncLogLevel.INFO,
              SyncEvent.RUN_STARTED)
          .message("started")
          .build();

  private static final String BY_ODOO_ID =
      "SELECT * FROM odoo_sync_links WHERE "
          + JdbcIdStore.byOdooId(2)
              .replace("odoo_id IN (?, ?)", "odoo_id IN (1, 2)")
              .replace("?", "'CONTACT'");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void createTables_defaultNames_areThoseOfTheManual(TestDatabase database) {
    DataSource dataSource = database.fresh();
    proveThatItWorks(JdbcStores.builder(dataSource).createTables().build());
    assertThat(TestDatabase.select(dataSource, "SELECT local_id FROM odoo_sync_links"))
        .containsExactly("42");
    assertThat(TestDatabase.select(dataSource, "SELECT message FROM sync_logs"))
        .containsExactly("started");
    assertThat(TestDatabase.select(dataSource, "SELECT content FROM odoo_sync_state"))
        .containsExactly("value");
    assertThat(TestDatabase.select(dataSource, "SELECT name FROM shedlock"))
        .containsExactly("proof");
  }

  /** A database from before links could be found by Odoo's id. */
  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void createTables_linksWithoutTheIndex_addsItOnce(TestDatabase database) throws Exception {
    for (int round = 0; round < 3; round++) {
      DataSource dataSource = database.fresh();
      JdbcStores.builder(dataSource).createTables().build().idStore().save(List.of(LINK));
      String index = "odoo_sync_links_odoo";
      TestDatabase.execute(
          dataSource,
          database == TestDatabase.H2
              ? "ALTER TABLE odoo_sync_links DROP CONSTRAINT " + index
              : "DROP INDEX " + index);
      atOnce(4, () -> JdbcStores.builder(dataSource).createTables().build())
          .forEach(JdbcStoresTest::proveThatItWorks);
      assertThat(indexes(dataSource, database, index)).hasSize(1);
    }
  }

  private static List<?> indexes(DataSource dataSource, TestDatabase database, String name) {
    return TestDatabase.select(
        dataSource,
        database == TestDatabase.H2
            ? "SELECT index_name FROM information_schema.indexes WHERE LOWER(index_name) LIKE '"
                + name
                + "%'"
            : "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema AND indexname = '"
                + name
                + "'");
  }

  /** A database from before entries had a cause and an advice; H2 wants one node to begin. */
  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void createTables_logWithoutCauseAndAdvice_addsBothAndKeepsTheEntries(TestDatabase database)
      throws Exception {
    for (int round = 0; round < 3; round++) {
      DataSource dataSource = database.fresh();
      JdbcStores.builder(dataSource).createTables().build().syncLogStore().append(List.of(ENTRY));
      TestDatabase.execute(dataSource, "ALTER TABLE sync_logs DROP COLUMN cause");
      TestDatabase.execute(dataSource, "ALTER TABLE sync_logs DROP COLUMN advice");
      JdbcStores upgraded =
          atOnce(
                  database == TestDatabase.H2 ? 1 : 4,
                  () -> JdbcStores.builder(dataSource).createTables().build())
              .get(0);
      SyncLogEntry failed =
          ENTRY.toBuilder().cause(FailureCause.REFUSED_KEY).advice("Create a new one.").build();
      upgraded.syncLogStore().append(List.of(failed));
      assertThat(upgraded.syncLogStore().find(SyncLogQuery.all())).containsExactly(failed, ENTRY);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void createTables_again_keepsWhatIsThere(TestDatabase database) {
    DataSource dataSource = database.fresh();
    JdbcStores.builder(dataSource).createTables().build().idStore().save(List.of(LINK));
    JdbcStores again = JdbcStores.builder(dataSource).createTables().build();
    assertThat(again.idStore().page(CONTACT, null, 10)).containsExactly(LINK);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void createTables_byManyNodesAtOnce_succeeds(TestDatabase database) throws Exception {
    for (int round = 0; round < 5; round++) {
      DataSource dataSource = database.fresh();
      atOnce(8, () -> JdbcStores.builder(dataSource).createTables().build())
          .forEach(JdbcStoresTest::proveThatItWorks);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ddl_runByTheHost_makesTheStoresWork(TestDatabase database) {
    DataSource dataSource = database.fresh();
    JdbcStores stores =
        JdbcStores.builder(dataSource)
            .linksTable("my_links")
            .stateTable("my_state")
            .logTable("my_log")
            .lockTable("my_lock")
            .build();
    TestDatabase.execute(dataSource, stores.ddl());
    proveThatItWorks(stores);
    assertThat(TestDatabase.select(dataSource, "SELECT message FROM my_log")).hasSize(1);
    assertThat(TestDatabase.select(dataSource, "SELECT name FROM my_state")).hasSize(1);
    assertThat(TestDatabase.select(dataSource, "SELECT name FROM my_lock")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void createTables_inASchema_makesTheStoresWork(TestDatabase database) {
    DataSource dataSource = database.fresh();
    String schema = TestDatabase.freshSchema(dataSource, "sync");
    proveThatItWorks(
        JdbcStores.builder(dataSource)
            .linksTable(schema + ".Links")
            .stateTable(schema + ".state")
            .lockTable(schema + ".locks")
            .logTable(schema + "." + "l".repeat(TableName.MAX_LENGTH))
            .createTables()
            .build());
    assertThat(TestDatabase.select(dataSource, "SELECT odoo_id FROM " + schema + ".Links"))
        .containsExactly("7");
    assertThat(indexesIn(dataSource, database, schema)).hasSizeGreaterThanOrEqualTo(4);
  }

  private static List<?> indexesIn(DataSource dataSource, TestDatabase database, String schema) {
    return TestDatabase.select(
        dataSource,
        switch (database) {
              case H2 ->
                  "SELECT index_name FROM information_schema.indexes"
                      + " WHERE LOWER(index_name) LIKE 'll%' AND LOWER(index_schema) = '";
              case POSTGRESQL ->
                  "SELECT indexname FROM pg_indexes"
                      + " WHERE indexname LIKE 'll%' AND schemaname = '";
              case MYSQL, MARIADB ->
                  "SELECT DISTINCT index_name FROM information_schema.statistics"
                      + " WHERE index_name LIKE 'll%' AND table_schema = '";
              case SQLITE -> throw new IllegalArgumentException("no schemas");
            }
            + schema
            + "'");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void build_withoutTables_failsAtFirstUseNamingTheTable(TestDatabase database) {
    JdbcStores stores = JdbcStores.builder(database.fresh()).build();
    assertThatThrownBy(() -> stores.idStore().save(List.of(LINK)))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageContaining("Could not save 1 links in odoo_sync_links: ")
        .hasMessageMatching("(?s).*(SQLState 42|no such table).*")
        .hasCauseInstanceOf(SQLException.class);
  }

  @Test
  void unsupportedProduct_isNamedWithThoseSupported() {
    DataSource dataSource = ProxiedDataSource.calledOtherwise(TestDatabase.H2.fresh(), "Sybase");
    JdbcStores stores = JdbcStores.builder(dataSource).build();
    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            JdbcStores.builder(dataSource).createTables()::build,
            stores::ddl,
            () -> stores.idStore().owner(),
            () -> stores.stateStore().find(List.of("name")),
            () -> stores.runLock().tryAcquire("run"))) {
      assertThatThrownBy(use)
          .isInstanceOf(JdbcStoreException.class)
          .hasMessageContaining("'Sybase' is not supported, only PostgreSQL, H2")
          .hasMessageContaining("database(...)");
    }
  }

  @Test
  void database_named_overridesWhatTheConnectionSays() {
    DataSource dataSource = ProxiedDataSource.calledOtherwise(TestDatabase.H2.fresh(), "Sybase");
    proveThatItWorks(JdbcStores.builder(dataSource).database(Database.H2).createTables().build());
  }

  @Test
  void build_serverUnreachable_worksAndTheFirstUseSaysSo() {
    PGSimpleDataSource dataSource = TestDatabase.freshPostgreSql();
    int port = dataSource.getPortNumbers()[0];
    dataSource.setPortNumbers(new int[] {1});
    JdbcStores stores =
        JdbcStores.builder(dataSource)
            .mirror(Mirror.of(CONTACT, "teacher").table("teacher").key("id").odooId("odoo_id"))
            .build();
    assertThatThrownBy(() -> stores.idStore().save(List.of(LINK)))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageContaining("Could not ask for the database product")
        .hasMessageContaining("refused");
    dataSource.setPortNumbers(new int[] {port});
    TestDatabase.execute(dataSource, stores.ddl());
    TestDatabase.execute(
        dataSource, "CREATE TABLE teacher (id integer PRIMARY KEY, odoo_id bigint)");
    proveThatItWorks(stores);
  }

  @Test
  void build_namedProduct_asksForNoConnection() {
    DataSource closed = ProxiedDataSource.withoutConnections();
    JdbcStores stores = JdbcStores.builder(closed).database(Database.POSTGRESQL).build();
    assertThat(stores.ddl()).isEqualTo(JdbcStores.ddl(Database.POSTGRESQL));
    JdbcStores.builder(closed)
        .mirror(Mirror.of(CONTACT, "teacher").table("teacher").key("id").odooId("odoo_id"))
        .build();
  }

  /** Flyway wants a script for each; what is mended in one is mended in the other. */
  @Test
  void ddl_mySqlAndMariaDb_differInTheNameOfTheCollationAlone() {
    assertThat(JdbcStores.ddl(Database.MARIADB).replace("utf8mb4_nopad_bin", "utf8mb4_0900_bin"))
        .isEqualTo(JdbcStores.ddl(Database.MYSQL));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void firstUse_byManyThreadsAtOnce_findsOutOnce(TestDatabase database) throws Exception {
    DataSource dataSource = database.fresh();
    TestDatabase.execute(dataSource, JdbcStores.builder(dataSource).build().ddl());
    JdbcStores stores = JdbcStores.builder(dataSource).build();
    assertThat(
            atOnce(8, () -> stores.idStore().page(CONTACT, null, 1)).stream().flatMap(List::stream))
        .isEmpty();
    proveThatItWorks(stores);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a b", "a;b", "1a", "a-b", "a.b.c", ".a", "a.", "a\"b", "\"a\"", "a'b", "é", "a\n"
      })
  void tableName_notPlain_isRefusedNamingParameterAndRule(String name) {
    JdbcStores.Builder builder = JdbcStores.builder(TestDatabase.H2.fresh());
    assertThatThrownBy(() -> builder.linksTable(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("linksTable must be a letter or underscore");
    assertThatThrownBy(() -> builder.logTable(name)).hasMessageStartingWith("logTable must be");
    assertThatThrownBy(() -> builder.stateTable(name)).hasMessageStartingWith("stateTable must");
    assertThatThrownBy(() -> builder.lockTable(name)).hasMessageStartingWith("lockTable must be");
    Mirror mirror = Mirror.of(CONTACT, "teacher");
    assertThatThrownBy(() -> mirror.table(name)).hasMessageStartingWith("table must be");
    assertThatThrownBy(() -> mirror.key(name)).hasMessageStartingWith("key must be");
    assertThatThrownBy(() -> mirror.key("id", name)).hasMessageStartingWith("key must be");
    assertThatThrownBy(() -> mirror.odooId(name)).hasMessageStartingWith("odooId must be");
  }

  @Test
  void tableName_tooLong_isRefused() {
    String name = "a".repeat(TableName.MAX_LENGTH + 1);
    assertThatThrownBy(() -> JdbcStores.builder(TestDatabase.H2.fresh()).logTable(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 48");
  }

  @Test
  void find_onH2_usesTheWholePrimaryKey() {
    DataSource dataSource = TestDatabase.H2.fresh();
    JdbcStores.builder(dataSource).createTables().build();
    String sql = "EXPLAIN SELECT * FROM odoo_sync_links WHERE " + new H2Dialect().linkKeys(2);
    assertThat(
            TestDatabase.select(
                dataSource,
                sql.replace("?1", "'CONTACT'").replace("?2", "X'01'").replace("?3", "X'02'")))
        .asString()
        .containsPattern("PRIMARY_KEY[^*]*IN\\(");
  }

  @Test
  void find_onPostgreSql_usesTheWholePrimaryKey() {
    PGSimpleDataSource dataSource = TestDatabase.freshPostgreSql();
    JdbcStores.builder(dataSource).createTables().build();
    dataSource.setOptions("-c enable_seqscan=off");
    String condition =
        new PostgreSqlDialect().linkKeys(2).replaceFirst("\\?", "'CONTACT'").replace("?", "'x'");
    assertThat(
            TestDatabase.select(
                    dataSource, "EXPLAIN SELECT * FROM odoo_sync_links WHERE " + condition)
                .stream()
                .collect(Collectors.joining("\n")))
        .containsPattern("Index Cond: .*entity_type.*local_key.* = ANY");
  }

  @Test
  void findByOdooId_onH2_usesItsIndex() {
    DataSource dataSource = TestDatabase.H2.fresh();
    JdbcStores.builder(dataSource).createTables().build();
    assertThat(TestDatabase.select(dataSource, "EXPLAIN " + BY_ODOO_ID))
        .asString()
        .containsPattern("ODOO_SYNC_LINKS_ODOO[^*]*ODOO_ID IN\\(");
  }

  @Test
  void findByOdooId_onPostgreSql_usesItsIndex() {
    PGSimpleDataSource dataSource = TestDatabase.freshPostgreSql();
    JdbcStores.builder(dataSource).createTables().build();
    dataSource.setOptions("-c enable_seqscan=off");
    assertThat(
            TestDatabase.select(dataSource, "EXPLAIN " + BY_ODOO_ID).stream()
                .collect(Collectors.joining("\n")))
        .containsPattern("Index Cond: .*odoo_id = ANY.*entity_type");
  }

  @Test
  void leaseTime_outOfBounds_isRefusedNamingThem() {
    JdbcStores.Builder builder = JdbcStores.builder(TestDatabase.H2.fresh());
    for (Duration time :
        List.of(Duration.ZERO, Duration.ofMillis(999), Duration.ofHours(24).plusNanos(1))) {
      assertThatThrownBy(() -> builder.leaseTime(time))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("leaseTime must be from PT1S to PT24H, but is ");
    }
  }

  private static void proveThatItWorks(JdbcStores stores) {
    stores.stateStore().save(Map.of("name", "value"));
    assertThat(stores.stateStore().find(List.of("name"))).containsValue("value");
    stores.runLock().tryAcquire("proof").ifPresent(RunLock.Lease::close);
    assertThat(stores.idStore().findByOdooId(CONTACT, List.of(7L))).hasSizeLessThan(2);
    stores.idStore().save(List.of(LINK));
    assertThat(stores.idStore().page(CONTACT, null, 10)).containsExactly(LINK);
    stores.syncLogStore().append(List.of(ENTRY));
    assertThat(stores.syncLogStore().find(SyncLogQuery.all())).contains(ENTRY);
  }

  private static <T> List<T> atOnce(int nodes, Callable<T> start) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(nodes);
    try {
      CyclicBarrier barrier = new CyclicBarrier(nodes);
      Callable<T> together =
          () -> {
            barrier.await();
            return start.call();
          };
      List<T> results = new ArrayList<>();
      for (Future<T> node :
          pool.invokeAll(IntStream.range(0, nodes).mapToObj(i -> together).toList())) {
        results.add(node.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
