package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Failure;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.CheckReport;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GettingStartedTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);

  private static SyncEngine engine(String url, String database, String login, String apiKey) {
    Contact nameless = Contact.builder(Guide.ADA).email("ada@example.com").build();
    ContactSource teachers = ContactSource.of(List.of(nameless));
    // region real
    OdooConnection erp =
        OdooConnection.builder()
            .url(url) // https://erp.example.com, without a path
            .database(database)
            .login(login)
            .apiKey(apiKey)
            .build();
    SyncEngine engine =
        SyncEngine.builder(OdooClient.connect(erp))
            .namespace("__school__")
            .contacts(teachers)
            .stores(new InMemoryStores())
            .build();
    // endregion
    return engine;
  }

  private void checked(SyncEngine engine) {
    // region check
    CheckReport check = engine.check(); // reads only
    console.println(check);
    if (!check.isReady()) {
      return;
    }
    // endregion
    console.println("now run");
  }

  private void told(SyncReport report) {
    // region report
    Failure stopped = report.stopped();
    if (stopped != null) {
      console.println("Nothing was synced: " + stopped.reason() + ". " + stopped.advice());
    }
    for (StageReport stage : report.stages()) {
      console.println(stage.type() + ": " + stage.created() + " created");
      for (RecordFailure failed : stage.failures()) {
        console.println(failed.key() + ": " + failed.reason() + ". " + failed.advice());
      }
    }
    // endregion
  }

  @Test
  void check_serverAndKeyAreRight_isReady() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      checked(engine(server.url(), server.database(), server.login(), server.apiKey()));

      assertThat(printed.toString(StandardCharsets.UTF_8))
          .contains("Odoo 19.0, asked by JSON2", "now run");
    }
  }

  @Test
  void report_contactHasNoName_saysWhichAndWhatToDo() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      told(engine(server.url(), server.database(), server.login(), server.apiKey()).runAll());

      assertThat(printed.toString(StandardCharsets.UTF_8))
          .contains("CONTACT: 0 created", "teacher/1: ", "name");
    }
  }

  @Test
  void report_keyIsWrong_saysThatNothingWasSynced() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      told(engine(server.url(), server.database(), server.login(), "wrong-key").runAll());

      assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Nothing was synced: ");
    }
  }
}
