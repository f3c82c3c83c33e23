package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables through the versions: from those of the first one, a copy of which is kept here. */
class SchemaUpgradeTest {

  private static final Map<String, String> FIRST_SCRIPTS =
      Map.of(
          "h2", "3b616db814243b9e57e33e8a7dc55d14cd4546eedc8cd6a2c3b7febfaeba1284",
          "postgresql", "ecaa9fd6168fadc754e18c9717f8983d53ec68d03616354de8af677b059a3f65");

  private static final LocalKey KEY = LocalKey.of("teacher", 42);
  private static final Instant AT = Instant.parse("2026-07-01T10:00:00.123Z");
  private static final Link LINK = new Link(CONTACT, KEY, 7L, "base", AT);
  private static final int NODES = 4;

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void createTables_onTheFirstVersion_keepsWhatIsThereAndAddsTheRest(TestDatabase database)
      throws Exception {
    DataSource dataSource = firstVersion(database);
    JdbcStores stores = JdbcStores.builder(dataSource).createTables().build();
    proveUpgraded(stores);
    proveUpgraded(JdbcStores.builder(dataSource).createTables().build());
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void createTables_onTheFirstVersionBySeveralNodesAtOnce_losesNothing(TestDatabase database)
      throws Exception {
    for (int round = 0; round < 5; round++) {
      DataSource dataSource = firstVersion(database);
      for (JdbcStores stores :
          atOnce(() -> JdbcStores.builder(dataSource).createTables().build())) {
        proveUpgraded(stores);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void versionedScripts_runOneAfterAnother_upgradeTheFirstVersion(TestDatabase database)
      throws Exception {
    DataSource dataSource = firstVersion(database);
    for (String script : Ddl.SCRIPTS) {
      TestDatabase.execute(
          dataSource, resource(Ddl.FOLDER + "/" + folder(database) + "/" + script));
    }
    proveUpgraded(JdbcStores.builder(dataSource).build());
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void ddl_withoutConnection_isThatOfTheStores(TestDatabase database) {
    DataSource dataSource = database.fresh();
    Database product = Database.valueOf(database.name());
    assertThat(JdbcStores.ddl(product)).isEqualTo(JdbcStores.builder(dataSource).build().ddl());
    TestDatabase.execute(
        dataSource,
        JdbcStores.builder(TestDatabase.h2("tcp://127.0.0.1:1/nobody"))
            .linksTable("my_links")
            .logTable("my_log")
            .ddl(product));
    JdbcStores stores =
        JdbcStores.builder(dataSource).linksTable("my_links").logTable("my_log").build();
    stores.idStore().claim("me");
    assertThat(TestDatabase.select(dataSource, "SELECT content FROM my_links_about"))
        .containsExactlyInAnyOrder("me", String.valueOf(Ddl.VERSION));
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void firstUse_onTheFirstVersion_saysHowToUpgrade(TestDatabase database) throws Exception {
    JdbcStores stores = JdbcStores.builder(firstVersion(database)).build();
    assertThatThrownBy(() -> stores.idStore().find(CONTACT, List.of(KEY)))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageContaining("The tables of odoo_sync_links are of version 1")
        .hasMessageContaining("needs version " + Ddl.VERSION)
        .hasMessageContaining("createTables()")
        .hasMessageContaining("from V2 on");
    assertThatThrownBy(() -> stores.syncLogStore().find(SyncLogQuery.all()))
        .hasMessageContaining("are of version 1");
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void firstUse_onALaterVersion_saysThatThisNodeIsBehind(TestDatabase database) {
    DataSource dataSource = database.fresh();
    JdbcStores.builder(dataSource).createTables().build();
    TestDatabase.execute(
        dataSource, "UPDATE odoo_sync_links_about SET content = '99' WHERE name = 'version'");
    JdbcStores stores = JdbcStores.builder(dataSource).createTables().build();
    assertThatThrownBy(() -> stores.stateStore().save(Map.of("name", "value")))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageContaining("are of version 99, made by a later odoo-sync")
        .hasMessageContaining("update it on this node");
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void firstUse_refused_worksOnceTheTablesWereUpgraded(TestDatabase database) throws Exception {
    DataSource dataSource = firstVersion(database);
    JdbcStores stores = JdbcStores.builder(dataSource).build();
    assertThatThrownBy(() -> stores.idStore().owner()).hasMessageContaining("version 1");
    TestDatabase.execute(dataSource, JdbcStores.ddl(Database.valueOf(database.name())));
    proveUpgraded(stores);
  }

  @Test
  void liquibase_changelog_namesEveryScriptOfEveryProductInOrder() throws Exception {
    String changelog = resource(Ddl.FOLDER + "/changelog.xml");
    for (Database product : Database.values()) {
      String folder = product.name().toLowerCase(Locale.ROOT);
      assertThat(
              changelog
                  .lines()
                  .filter(line -> line.contains("dbms=\"" + folder + "\""))
                  .map(line -> line.replaceFirst(".* path=\"(.*?)\".*", "$1")))
          .containsExactlyElementsOf(product.dialect().scripts());
    }
  }

  private static void proveUpgraded(JdbcStores stores) {
    assertThat(stores.idStore().find(CONTACT, List.of(KEY))).containsEntry(KEY, LINK);
    Link proven = LINK.withCreatedAt(Instant.parse("2026-06-30T08:00:00Z"));
    stores.idStore().save(List.of(proven));
    stores.idStore().claim("me");
    assertThat(stores.idStore().find(CONTACT, List.of(KEY))).containsEntry(KEY, proven);
    assertThat(stores.idStore().owner()).contains("me");
    stores.idStore().save(List.of(LINK));
    assertThat(stores.syncLogStore().find(SyncLogQuery.all())).containsExactly(entry());
    assertThat(stores.stateStore().find(List.of("name"))).containsEntry("name", "value");
  }

  private static SyncLogEntry entry() {
    return SyncLogEntry.builder(AT, "run-1", SyncLogLevel.INFO, SyncEvent.RUN_STARTED)
        .message("started")
        .build();
  }

  /** A script that has run somewhere is never changed: Flyway and Liquibase would refuse it. */
  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void firstScript_always_isAsItWasWhenTablesWereMadeByIt(TestDatabase database) throws Exception {
    byte[] script = firstScript(database).getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(script));
    assertThat(hash).isEqualTo(FIRST_SCRIPTS.get(folder(database)));
  }

  private static String firstScript(TestDatabase database) throws IOException {
    return resource(Ddl.FOLDER + "/" + folder(database) + "/V1__tables.sql");
  }

  /** The tables as the first version made them, with a row in each. */
  private static DataSource firstVersion(TestDatabase database) throws IOException {
    DataSource dataSource = database.fresh();
    TestDatabase.execute(dataSource, firstScript(database));
    for (String row : rows(database)) {
      TestDatabase.execute(dataSource, row);
    }
    return dataSource;
  }

  private static List<String> rows(TestDatabase database) {
    String key = bytes(database, SortKey.of(KEY));
    return List.of(
        "INSERT INTO odoo_sync_links VALUES ('CONTACT', "
            + key
            + ", 'teacher', '42', 7, 'base', '2026-07-01 10:00:00.123+00:00')",
        "INSERT INTO odoo_sync_state VALUES ("
            + bytes(database, SortKey.of("name"))
            + ", 'name', 'value')",
        "INSERT INTO sync_logs (occurred_at, run_id, level, event, message) VALUES"
            + " ('2026-07-01 10:00:00.123+00:00', 'run-1', 'INFO', 'RUN_STARTED', 'started')");
  }

  private static String bytes(TestDatabase database, byte[] value) {
    String hex = HexFormat.of().formatHex(value);
    return database == TestDatabase.H2 ? "X'" + hex + "'" : "'\\x" + hex + "'";
  }

  private static String folder(TestDatabase database) {
    return database.name().toLowerCase(Locale.ROOT);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = SchemaUpgradeTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static <T> List<T> atOnce(Callable<T> start) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(NODES);
    try {
      CyclicBarrier barrier = new CyclicBarrier(NODES);
      Callable<T> together =
          () -> {
            barrier.await();
            return start.call();
          };
      List<T> results = new ArrayList<>();
      for (Future<T> node :
          pool.invokeAll(
              IntStream.range(0, NODES).mapToObj(i -> together).collect(Collectors.toList()))) {
        results.add(node.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
