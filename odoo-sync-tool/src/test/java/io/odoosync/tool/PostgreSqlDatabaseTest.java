package io.odoosync.tool;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

class PostgreSqlDatabaseTest extends DatabaseSuite {

  private final EmbeddedPostgres server = started();

  private static EmbeddedPostgres started() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  @Override
  DataSource database() {
    return server.getPostgresDatabase();
  }

  @Override
  ToolRun tool() {
    return new ToolRun()
        .with("ODOO_SYNC_JDBC_URL", "jdbc:postgresql://localhost:" + server.getPort() + "/postgres")
        .with("ODOO_SYNC_DB_USER", "postgres")
        .with("ODOO_SYNC_DB_PASSWORD", "postgres");
  }
}
