package io.odoosync.examples.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.StoredRecord;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three processes on one PostgreSQL: what one of them held when it was killed, the others do. */
class ThreeNodesTest {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final EmbeddedPostgres server = start();
  private final DataSource dataSource = server.getPostgresDatabase();
  private final InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19);
  private final Map<String, Process> nodes = new HashMap<>();

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() throws IOException {
    nodes.values().forEach(Process::destroyForcibly);
    odoo.close();
    server.close();
  }

  @Test
  void oneOfThreeIsKilledAtWork_theOthersGoOn() throws Exception {
    JdbcStores stores = JdbcStores.builder(dataSource).createTables().build();
    execute("CREATE TABLE teacher (id bigint PRIMARY KEY, name text NOT NULL)");
    execute(schedulersTable());
    for (String name : List.of("one", "two", "three")) {
      nodes.put(name, node(name));
    }
    hire(stores, 1);
    await(() -> partners() == 1);

    hire(stores, 2);
    String atWork = whoIsAtWork();
    Objects.requireNonNull(nodes.get(atWork)).destroyForcibly().waitFor();
    hire(stores, 3);

    await(() -> partners() == 3 && stores.outbox().size() == 0);
    assertThat(nodes.values()).filteredOn(Process::isAlive).hasSize(2);
    assertThat(names()).containsExactlyInAnyOrder("Teacher 1", "Teacher 2", "Teacher 3");
    execute("UPDATE teacher SET name = 'Without a note' WHERE id = 1");
    await(() -> names().contains("Without a note"));
  }

  /** A host's transaction: what it changes, and that it did. */
  private void hire(JdbcStores stores, int id) throws SQLException {
    execute("INSERT INTO teacher VALUES (" + id + ", 'Teacher " + id + "')");
    stores.outbox().changed(EntityType.CONTACT, List.of(LocalKey.of("teacher", id)));
  }

  private String whoIsAtWork() {
    String[] node = {""};
    await(
        () -> {
          node[0] =
              select(
                  "SELECT coalesce(max(picked_by), '') FROM scheduled_tasks"
                      + " WHERE picked AND task_name <> 'odoo-sync everything'");
          return nodes.containsKey(node[0]);
        });
    return node[0];
  }

  private long partners() {
    return names().size();
  }

  private List<String> names() {
    return odoo.records("res.partner").stream()
        .filter(record -> String.valueOf(record.externalId()).startsWith("__school_travel__."))
        .map(ThreeNodesTest::name)
        .toList();
  }

  private static String name(StoredRecord record) {
    return String.valueOf(record.values().get("name"));
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("nothing happened for a minute").isLessThan(end);
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String select(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String schedulersTable() throws IOException {
    try (InputStream sql = ScheduledSync.class.getResourceAsStream("scheduled_tasks.sql")) {
      return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Process node(String name) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ScheduledNode.class.getName(),
            name,
            server.getJdbcUrl("postgres", "postgres"));
    Map<String, String> environment = builder.environment();
    environment.put("NODE_URL", odoo.url());
    environment.put("NODE_DATABASE", odoo.database());
    environment.put("NODE_LOGIN", odoo.login());
    environment.put("NODE_API_KEY", odoo.apiKey());
    return builder
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
