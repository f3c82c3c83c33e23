package io.odoosync.examples.schooltravel;

import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The school-travel application, synced with Odoo: {@code ./mvnw -q compile exec:java} in the
 * project's folder.
 *
 * <p>With {@code ODOO_URL}, {@code ODOO_DB}, {@code ODOO_LOGIN} and {@code ODOO_API_KEY} set it
 * uses that Odoo, and keeps its own database, so that another run finds everything in step. Without
 * them it uses the testkit's Odoo 19, which ends with the process, and begins with a new database
 * of its own each time. {@code ODOO_NAMESPACE} replaces the external ids' namespace.
 *
 * <p>Exit status: 0 if both sides are in step in the end, 1 if not.
 */
public final class SchoolTravel {

  /** The namespace of the external ids unless told otherwise: {@value}. */
  public static final String DEFAULT_NAMESPACE = "__school_travel__";

  private static final List<String> VARIABLES =
      List.of("ODOO_URL", "ODOO_DB", "ODOO_LOGIN", "ODOO_API_KEY");

  private final Map<String, String> environment;
  private final Path directory;
  private final Printout print;

  private SchoolTravel(Map<String, String> environment, Path directory, PrintStream out) {
    this.environment = Map.copyOf(environment);
    this.directory = directory;
    this.print = new Printout(out);
  }

  /**
   * Runs the demonstration.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    Path directory = Path.of(System.getProperty("schooltravel.directory", "target/school-travel"));
    int status = run(System.getenv(), directory, System.out);
    System.out.flush();
    if (status != 0) {
      System.exit(status);
    }
  }

  /** The demonstration with everything that surrounds it; returns the exit status. */
  static int run(Map<String, String> environment, Path directory, PrintStream out) {
    SchoolTravel application = new SchoolTravel(environment, directory, out);
    try {
      return application.run() ? 0 : 1;
    } catch (OdooException
        | IllegalArgumentException
        | IllegalStateException
        | DatabaseException e) {
      out.println("Cannot go on: " + e.getMessage());
      return 1;
    }
  }

  private boolean run() {
    List<String> missing =
        VARIABLES.stream().filter(variable -> !environment.containsKey(variable)).toList();
    if (missing.isEmpty()) {
      return withRealOdoo();
    }
    if (missing.size() < VARIABLES.size()) {
      throw new IllegalArgumentException("not set: " + String.join(", ", missing));
    }
    return withInProcessOdoo();
  }

  private boolean withInProcessOdoo() {
    Path file = directory.resolve("in-process").resolve("school");
    deleteDatabase(file);
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      print.line("Odoo:     the testkit's Odoo 19, in this process; it ends with it");
      print.line("          (set %s to use a real one)", String.join(", ", VARIABLES));
      print.line("Database: %s, new", file);
      return demonstrate(odoo.url(), odoo.database(), odoo.login(), odoo.apiKey(), file);
    }
  }

  private boolean withRealOdoo() {
    String url = environment.getOrDefault("ODOO_URL", "");
    String database = environment.getOrDefault("ODOO_DB", "");
    Path file = directory.resolve(folder(url, database)).resolve("school");
    print.line("Odoo:     %s, database %s", url, database);
    print.line("Database: %s, %s", file, exists(file) ? "kept from an earlier run" : "new");
    return demonstrate(
        url,
        database,
        environment.getOrDefault("ODOO_LOGIN", ""),
        environment.getOrDefault("ODOO_API_KEY", ""),
        file);
  }

  private boolean demonstrate(String url, String database, String login, String apiKey, Path file) {
    print.line("External ids: %s.*", namespace());
    print.line("");
    OdooConnection connection =
        OdooConnection.builder().url(url).database(database).login(login).apiKey(apiKey).build();
    return new Demonstration(connection, namespace(), file, print.out())
        .run()
        .differences()
        .isEmpty();
  }

  private String namespace() {
    return environment.getOrDefault("ODOO_NAMESPACE", DEFAULT_NAMESPACE);
  }

  /** One folder for each Odoo and namespace: links must never be taken for those of another. */
  private String folder(String url, String database) {
    String identity = url + " " + database + " " + namespace();
    UUID hash = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    return database.replaceAll("[^A-Za-z0-9]", "_") + "-" + hash.toString().substring(0, 8);
  }

  private static boolean exists(Path file) {
    return Files.exists(h2File(file));
  }

  private static void deleteDatabase(Path file) {
    try {
      Files.deleteIfExists(h2File(file));
    } catch (IOException e) {
      throw new DatabaseException(e);
    }
  }

  private static Path h2File(Path file) {
    return file.resolveSibling(file.getFileName() + ".mv.db");
  }
}
