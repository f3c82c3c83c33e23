package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.OdooConnection;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InProcessDemonstrationTest {

  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @ParameterizedTest
  @EnumSource(
      value = OdooRelease.class,
      names = {"V14", "V19"})
  void run_newDatabaseAndNewOdoo_bringsBothInStep(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      Demonstration.Result result = demonstrate(odoo, "first");

      Demonstrated.createdEverything(result.first());
      Demonstrated.changedNothing(result.second());
      Demonstrated.workedBothWays(result.dayLater());
      Demonstrated.sentWhatWasDoneHere(result.dayLater());
      Demonstrated.plannedWhatWasDone(result.plan(), result.dayLater());
      assertThat(result.differences()).isEmpty();
      Demonstrated.figures(result.figures());
      Demonstrated.localColumns(directory.resolve("first"), 3);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("500/500", "60/60", "80/80", "81/81", "All in step.")
          .contains("UPDATE CONTACT teacher/1 ", ", and 11 more like it", "9 conflicts")
          .contains("then stage → Qualified", "ODOO by owner per field", "LOCAL by owner per field")
          .containsPattern("CONTACT +500 +0 +16 +8 +8 +468 ")
          .contains(directory.resolve("report.html").toString());
      assertThat(directory.resolve("report.html"))
          .content()
          .contains("All in step", "5 records settled with Odoo&#39;s values", "(this one)")
          .contains("<code>res.partner.", "aria-label=\"Contact records: 16 updated")
          .doesNotContain(odoo.apiKey());
      assertThat(directory.resolve("plan.html"))
          .content()
          .contains("Sync plan of", "stage → Qualified")
          .doesNotContain(odoo.apiKey());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = OdooRelease.class,
      names = {"V14", "V19"})
  void run_localDatabaseLost_linksInsteadOfDoubling(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      demonstrate(odoo, "first");
      int partners = odoo.records("res.partner").size();
      int moves = odoo.records("account.move").size();

      Demonstration.Result result = demonstrate(odoo, "second");

      Demonstrated.createdNothing(result.first());
      Demonstrated.changedNothing(result.second());
      Demonstrated.workedBothWays(result.dayLater());
      Demonstrated.createdNothing(result.dayLater());
      assertThat(result.differences()).isEmpty();
      assertThat(odoo.records("res.partner")).hasSize(partners);
      assertThat(odoo.records("account.move")).hasSize(moves);
      Demonstrated.localColumns(directory.resolve("second"), 3);
    }
  }

  private Demonstration.Result demonstrate(InProcessOdoo odoo, String file) {
    OdooConnection connection =
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(odoo.login())
            .apiKey(odoo.apiKey())
            .build();
    return new Demonstration(
            connection,
            SchoolTravel.DEFAULT_NAMESPACE,
            directory.resolve(file),
            new PrintStream(out, true, StandardCharsets.UTF_8))
        .run();
  }
}
