package io.odoosync.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scripts that make the tables, one after another. They hold the default names of the tables,
 * so that a migration tool can run them as they are, and each passes over what is there.
 *
 * @param text the scripts with the configured names
 */
record Ddl(String text) {

  /** The names of the scripts, in the order of their versions. */
  static final List<String> SCRIPTS =
      List.of("V1__tables.sql", "V2__proof_and_history.sql", "V3__outbox.sql");

  /** The script that makes all tables of a product that came later. */
  static final String TABLES = "V%d__tables.sql";

  /** The version that the tables have after all scripts. */
  static final int VERSION = SCRIPTS.size();

  /** Where they are, below this package; the hyphen keeps the module system from hiding them. */
  static final String FOLDER = "db-migration";

  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(odoo_sync_links_about|odoo_sync_links|odoo_sync_state|odoo_sync_outbox|shedlock"
              + "|sync_logs)(_\\w+)?\\b");

  private static final Object ONE_AT_A_TIME = new Object();

  static Ddl of(Dialect dialect, Tables tables) {
    return new Ddl(
        dialect.scripts().stream()
            .map(script -> resource(FOLDER + "/" + script))
            .map(script -> NAMES.matcher(script).replaceAll(found -> name(found, tables)))
            .collect(Collectors.joining("\n")));
  }

  /**
   * The scripts of a product, below {@link #FOLDER}.
   *
   * @param first the version of the tables when the product was added, which one script makes
   */
  static List<String> scriptsFrom(int first, String folder) {
    return Stream.concat(
            Stream.of(String.format(Locale.ROOT, TABLES, first)),
            SCRIPTS.subList(first, VERSION).stream())
        .map(script -> folder + "/" + script)
        .toList();
  }

  /** The configured name of a table; that of an index begins with its table's, without schema. */
  private static String name(MatchResult found, Tables tables) {
    TableName table = tables.named(found.group(1));
    return found.group(2) == null ? table.toString() : table.table() + found.group(2);
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
    if (dialect.altersByCopying()) {
      synchronized (ONE_AT_A_TIME) {
        runAll(transactions);
      }
    } else {
      runAll(transactions);
    }
  }

  private void runAll(Transactions transactions) {
    Transactions racing =
        transactions.retrying(
            (dialect, failure) -> dialect.alreadyExists(failure) || dialect.lostRace(failure));
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
