package io.odoosync.verification.memory;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.postgresql.ds.PGSimpleDataSource;

/** A host with many contacts, which syncs them again and again and says what it took. */
final class HostProcess {

  private static final int ONE_PERCENT = 100;

  private final OdooClient odoo;
  private final JdbcStores stores;
  private final int count;

  private HostProcess(String[] arguments) {
    odoo =
        OdooClient.connect(
            OdooConnection.builder()
                .url(arguments[0])
                .database(arguments[1])
                .login(arguments[2])
                .apiKey(arguments[3])
                .build());
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setURL(arguments[4]);
    stores = JdbcStores.builder(database).createTables().build();
    count = Integer.parseInt(arguments[5]);
  }

  public static void main(String[] arguments) {
    try (HeapWatch heap = new HeapWatch()) {
      HostProcess host = new HostProcess(arguments);
      host.run("first run", heap, number -> contact(number, ""));
      host.run("idle run", heap, number -> contact(number, ""));
      host.run("1 % changed", heap, number -> contact(number, isOneOf(number) ? " X" : ""));
      host.run(
          "1 % failing", heap, number -> isOneOf(number) ? nameless(number) : contact(number, ""));
      host.run("all failing", heap, HostProcess::nameless);
    }
  }

  private static boolean isOneOf(int number) {
    return number % ONE_PERCENT == 0;
  }

  private static Contact contact(int number, String suffix) {
    return Contact.builder(LocalKey.of("person", number))
        .name("Person " + number + suffix)
        .email("person" + number + "@example.org")
        .build();
  }

  private static Contact nameless(int number) {
    return Contact.builder(LocalKey.of("person", number)).build();
  }

  private void run(String what, HeapWatch heap, IntFunction<Contact> contacts) {
    SyncEngine engine =
        SyncEngine.builder(odoo)
            .namespace("__many_contacts__")
            .contacts(() -> IntStream.rangeClosed(1, count).mapToObj(contacts))
            .stores(stores)
            .build();
    SyncReport report = engine.runAll();
    System.out.println(what + ": " + summary(report) + ", " + heap.peak());
  }

  private static String summary(SyncReport report) {
    StageReport stage = report.stages().isEmpty() ? null : report.stages().get(0);
    Duration took = report.duration();
    return report.status()
        + (report.stopped() == null ? "" : " " + report.stopped())
        + (stage == null
            ? ""
            : ", read "
                + stage.read()
                + ", created "
                + stage.created()
                + ", updated "
                + stage.updated()
                + ", unchanged "
                + stage.unchanged()
                + ", failed "
                + stage.failed()
                + " ("
                + stage.failures().size()
                + " listed)")
        + ", calls "
        + report.traffic().calls()
        + ", "
        + took.toSeconds()
        + " s";
  }
}
