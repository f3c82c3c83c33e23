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
      assertThat(result.differences()).isEmpty();
      Demonstrated.figures(result.figures());
      Demonstrated.localColumns(directory.resolve("first"), 2);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("500/500", "60/60", "80/80", "All in step.");
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
      assertThat(result.differences()).isEmpty();
      assertThat(odoo.records("res.partner")).hasSize(partners);
      assertThat(odoo.records("account.move")).hasSize(moves);
      Demonstrated.localColumns(directory.resolve("second"), 2);
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
