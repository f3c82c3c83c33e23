package io.odoosync.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * The script that creates the tables.
 *
 * @param text the script with the configured names
 */
record Ddl(String text) {

  static Ddl of(Dialect dialect, Tables tables) {
    return new Ddl(
        resource(dialect.ddlResource())
            .replace("${links}", tables.links().toString())
            .replace("${links_index}", tables.links().table())
            .replace("${state}", tables.state().toString())
            .replace("${lock}", tables.lock().toString())
            .replace("${log}", tables.log().toString())
            .replace("${log_index}", tables.log().table()));
  }

  private static String resource(String name) {
    try (InputStream in = Ddl.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Resource " + name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<String> statements() {
    return Arrays.stream(text.split(";\\R", -1)).filter(each -> !each.isBlank()).toList();
  }

  /**
   * Creates what is missing, each statement in a transaction of its own. When several nodes start
   * at once, one may fail to create what another just created; the next attempt then finds it.
   */
  void run(Transactions transactions, Dialect dialect) {
    Transactions racing = transactions.retrying(dialect::alreadyExists);
    for (String sql : statements()) {
      racing.run(
          "create the tables",
          connection -> {
            try (Statement statement = connection.createStatement()) {
              statement.execute(sql);
            }
          });
    }
  }
}
