package io.odoosync.tool;

import io.odoosync.odoo.OdooConnection;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Odoo, and as whom. */
final class ConnectionOptions {

  private final Surroundings surroundings;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Odoo's address, such as https://erp.example.com. Else ODOO_URL.")
  private @Nullable String url;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "NAME",
      description = "The database's name. Else ODOO_DB.")
  private @Nullable String database;

  @Option(
      names = {"-l", "--login"},
      paramLabel = "LOGIN",
      description = "The integration user's login. Else ODOO_LOGIN; Odoo 19 and later need none.")
  private @Nullable String login;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "A file that holds the API key. Else ODOO_API_KEY; else it is asked for.")
  private @Nullable Path keyFile;

  @Option(names = "--key-stdin", description = "Read the API key from the standard input.")
  private boolean keyFromInput;

  @Option(
      names = "--allow-http",
      description = "Send the key unencrypted too. Without it, http is for this machine only.")
  private boolean http;

  ConnectionOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  OdooConnection connection() {
    OdooConnection.Builder connection =
        OdooConnection.builder()
            .url(surroundings.required(url, "--url", "ODOO_URL"))
            .database(surroundings.required(database, "--database", "ODOO_DB"));
    String user = login == null ? surroundings.variable("ODOO_LOGIN").orElse(null) : login;
    if (user != null) {
      connection.login(user);
    }
    if (http) {
      connection.allowPlainHttp();
    }
    return connection.apiKey(key()).build();
  }

  private String key() {
    if (keyFile != null && keyFromInput) {
      throw ToolException.usage("give --key-file or --key-stdin, not both");
    } else if (keyFile != null) {
      return surroundings.secret(Surroundings.read(keyFile));
    } else if (keyFromInput) {
      return surroundings.secret(surroundings.input());
    }
    return surroundings
        .variable("ODOO_API_KEY")
        .map(surroundings::secret)
        .or(() -> surroundings.prompted("API key"))
        .orElseThrow(
            () ->
                ToolException.usage(
                    "missing: set ODOO_API_KEY, or give --key-file or --key-stdin; there is no"
                        + " terminal to ask at"));
  }
}
