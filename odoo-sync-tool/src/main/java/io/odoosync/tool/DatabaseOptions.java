package io.odoosync.tool;

import io.odoosync.jdbc.JdbcStores;
import io.odoosync.report.SyncHistory;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the application keeps its {@code sync_logs}. */
final class DatabaseOptions {

  private final Surroundings surroundings;

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description =
          "The application's database, without a password in it. Else ODOO_SYNC_JDBC_URL."
              + " Drivers of H2 and PostgreSQL are in the jar.")
  private @Nullable String url;

  @Option(
      names = "--db-user",
      paramLabel = "NAME",
      description = "The database's user, who needs to read only. Else ODOO_SYNC_DB_USER.")
  private @Nullable String user;

  @Option(
      names = "--db-password-file",
      paramLabel = "FILE",
      description = "A file that holds the password. Else ODOO_SYNC_DB_PASSWORD.")
  private @Nullable Path passwordFile;

  @Option(names = "--db-password-prompt", description = "Ask for the password.")
  private boolean asked;

  @Option(
      names = "--log-table",
      paramLabel = "NAME",
      defaultValue = JdbcStores.DEFAULT_LOG_TABLE,
      description = "The table of the sync log. Default: ${DEFAULT-VALUE}.")
  private String logTable = JdbcStores.DEFAULT_LOG_TABLE;

  DatabaseOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  SyncHistory history() {
    if (url != null && url.toLowerCase(Locale.ROOT).contains("password=")) {
      throw ToolException.usage(
          "a password on the command line is seen by everybody on the machine: take it out of"
              + " --jdbc-url and set ODOO_SYNC_DB_PASSWORD");
    }
    String address = surroundings.required(url, "--jdbc-url", "ODOO_SYNC_JDBC_URL");
    String name = user == null ? surroundings.variable("ODOO_SYNC_DB_USER").orElse(null) : user;
    UrlDataSource database = new UrlDataSource(address, name, password());
    return SyncHistory.of(JdbcStores.builder(database).logTable(logTable).build().syncLogStore());
  }

  private @Nullable String password() {
    if (passwordFile != null) {
      return surroundings.secret(Surroundings.read(passwordFile));
    } else if (asked) {
      return surroundings
          .prompted("Password of the database")
          .orElseThrow(() -> ToolException.usage("there is no terminal to ask at"));
    }
    return surroundings.variable("ODOO_SYNC_DB_PASSWORD").map(surroundings::secret).orElse(null);
  }
}
