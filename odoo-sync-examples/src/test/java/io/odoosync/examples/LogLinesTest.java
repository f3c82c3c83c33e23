package io.odoosync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.RetryPolicy;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import io.odoosync.store.Stores;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a host reads in its log: the file that this module's logging framework writes. */
class LogLinesTest {

  private static final Path LOG =
      Path.of(
          System.getProperty("schooltravel.directory", "target/school-travel"),
          "school-travel.log");

  private final InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19);
  private final Map<LocalKey, Contact> contacts = new LinkedHashMap<>();
  private final Stores stores = new InMemoryStores();
  private boolean isLocked;
  private boolean isListening;

  @AfterEach
  void stop() {
    odoo.close();
  }

  private void put(int number, String name) {
    LocalKey key = LocalKey.of("teacher", number);
    contacts.put(key, Contact.builder(key).name(name).email("x@example.com").build());
  }

  /** A table that may be locked. */
  private final class Teachers implements ContactSource {
    @Override
    public Stream<Contact> contacts() {
      if (isLocked) {
        throw new IllegalStateException("table teacher is locked");
      }
      return contacts.values().stream();
    }

    @Override
    public void apply(ContactChange change) {
      contacts.put(change.after().key(), change.after());
    }
  }

  private SyncEngine engine() {
    OdooConnection connection =
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(odoo.login())
            .apiKey(odoo.apiKey())
            .retry(RetryPolicy.NEVER)
            .build();
    AdminNotifier nobody =
        report -> {
          if (!isListening) {
            throw new IllegalStateException("nobody there");
          }
        };
    return SyncEngine.builder(OdooClient.connect(connection))
        .namespace("__log_lines__")
        .contacts(new Teachers())
        .conflictPolicy(ConflictPolicy.odooWins())
        .stores(stores)
        .notifier(nobody)
        .build();
  }

  /** The lines of a run, from the level on; a stack trace is part of the line before it. */
  private static List<String> lines(SyncReport report) throws IOException {
    return Files.readAllLines(LOG).stream()
        .filter(line -> line.contains(report.runId()))
        .map(line -> line.replaceFirst("^\\S+ \\S+ ", "").replaceFirst(" +\\S+: ", " "))
        .toList();
  }

  private static List<String> lines(SyncReport report, String... levels) throws IOException {
    return lines(report).stream()
        .filter(line -> Stream.of(levels).anyMatch(line::startsWith))
        .map(line -> line.replace(report.runId(), "ID").replaceAll("\\d+(\\.\\d+)? m?s", "T"))
        .toList();
  }

  private static long stackTraces(String words) throws IOException {
    return Files.readAllLines(LOG).stream()
        .filter(line -> line.startsWith("java.lang.IllegalStateException: " + words))
        .count();
  }

  @Test
  void runAll_nothingToDo_isOneLine() throws IOException {
    put(1, "Ada");
    engine().runAll();

    SyncReport idle = engine().runAll();

    assertThat(lines(idle, "INFO", "WARN", "ERROR"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("INFO run ID: nothing to do, in T; CONTACT 1 read: 1 unchanged; ");
    assertThat(lines(idle)).allMatch(line -> line.contains("run " + idle.runId() + ": "));
  }

  @Test
  void runAll_changes_areOneLineAndOneForEachRecordAtDebug() throws IOException {
    put(1, "Ada");
    put(2, "Luc");
    SyncReport first = engine().runAll();
    int ada = odooId("teacher_1");
    put(1, "Ada Martin");
    odoo.person().write("res.partner", odooId("teacher_2"), Map.of("email", "luc@example.com"));

    SyncReport second = engine().runAll();

    assertThat(lines(first, "INFO", "WARN"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("INFO run ID: done in T; CONTACT 2 read: 2 created; ");
    assertThat(lines(first, "DEBUG"))
        .anyMatch(
            line ->
                line.startsWith(
                        "DEBUG run ID: CONTACT teacher/1 RECORD_CREATED, res.partner " + ada)
                    && line.contains("name"));
    assertThat(lines(second, "DEBUG"))
        .contains(
            "DEBUG run ID: CONTACT teacher/1 RECORD_UPDATED, res.partner "
                + ada
                + ", written to Odoo: name",
            "DEBUG run ID: CONTACT teacher/2 RECORD_PULLED, res.partner "
                + odooId("teacher_2")
                + ", taken over from Odoo: email");
    assertThat(lines(second, "INFO"))
        .first()
        .asString()
        .startsWith("INFO run ID: done in T; CONTACT 2 read: 1 updated, 1 pulled; ");
  }

  private int odooId(String key) {
    return odoo.records("res.partner").stream()
        .filter(partner -> partner.externalId().endsWith(key))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void runAll_manyRecordsOfOneCause_areOneWarningOnce() throws IOException {
    IntStream.rangeClosed(1, 40).forEach(number -> put(number, " "));

    SyncReport first = engine().runAll();
    SyncReport second = engine().runAll();

    assertThat(lines(first, "WARN"))
        .hasSize(3)
        .anyMatch(line -> line.contains("40 records, such as teacher/1, teacher/2"))
        .anyMatch(line -> line.startsWith("WARN run ID: done in T; CONTACT 40 read: 40 failed"))
        .anyMatch(line -> line.contains("the administrator could not be notified"));
    assertThat(lines(second, "WARN"))
        .as("who can't be told is told again")
        .hasSize(2)
        .anyMatch(line -> line.startsWith("WARN run ID: done in T; CONTACT 40 read: 40 failed"));
    assertThat(lines(second, "INFO"))
        .hasSize(1)
        .first()
        .asString()
        .contains("40 records")
        .endsWith(", as before");
  }

  @Test
  void runAll_odooIsDown_isAnErrorOnceThenAWarningThenOver() throws IOException {
    isListening = true;
    put(1, "Ada");
    odoo.faults().everywhere().always(Fault.closeBefore());
    SyncReport first = engine().runAll();
    engine().runAll();
    SyncReport third = engine().runAll();
    odoo.faults().clear();
    SyncReport last = engine().runAll();

    assertThat(lines(first, "ERROR", "WARN")).hasSize(1);
    assertThat(lines(first, "ERROR").get(0)).startsWith("ERROR run ID: stopped, ");
    assertThat(lines(third, "ERROR", "WARN"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("WARN run ID: stopped, ")
        .contains(" (3 runs, since ");
    assertThat(lines(last, "INFO", "WARN", "ERROR"))
        .hasSize(1)
        .first()
        .asString()
        .contains(" is over, which stopped 3 runs since ");
  }

  @Test
  void runAll_sourceThrows_showsItsStackTraceOnce() throws IOException {
    isListening = true;
    put(1, "Ada");
    engine().runAll();
    isLocked = true;
    long before = stackTraces("table teacher is locked");

    SyncReport first = engine().runAll();
    SyncReport second = engine().runAll();

    assertThat(stackTraces("table teacher is locked") - before).isEqualTo(1);
    assertThat(lines(first, "ERROR").get(0)).startsWith("ERROR run ID: stage CONTACT stopped, ");
    assertThat(lines(second, "ERROR")).isEmpty();
    assertThat(lines(second, "WARN"))
        .anyMatch(line -> line.contains(" (2 runs, since "))
        .anyMatch(line -> line.contains("CONTACT 0 read: stopped"));
  }
}
