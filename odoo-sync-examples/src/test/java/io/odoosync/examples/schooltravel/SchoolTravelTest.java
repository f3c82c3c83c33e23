package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchoolTravelTest {

  @TempDir Path directory;

  private record Ending(int status, String output) {}

  @Test
  void run_withoutVariables_usesANewInProcessOdooEachTime() {
    for (int time = 1; time <= 2; time++) {
      Ending ending = run(Map.of());
      assertThat(ending.output()).contains("the testkit's Odoo 19", ", new", "All in step.");
      assertThat(ending.output()).containsPattern("CONTACT +500 +500 +0 +0 +0 +0");
      assertThat(ending.status()).isZero();
    }
  }

  @Test
  void run_withVariablesTwice_keepsTheDatabaseAndCreatesNothingMore() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      Ending first = run(variables(odoo));
      Ending second = run(variables(odoo));

      assertThat(first.output()).contains(", new").containsPattern("CONTACT +500 +500 +0 +0 +0 +0");
      assertThat(first.status()).isZero();
      assertThat(second.output())
          .contains("kept from an earlier run")
          .containsPattern("CONTACT +500 +0 +0 +0 +0 +500 +0")
          .containsPattern("CONTACT +500 +0 +16 +8 +8 +468 +0")
          .doesNotContainPattern("CONTACT +500 +500");
      assertThat(second.status()).isZero();
      assertThat(first.output() + second.output()).doesNotContain(odoo.apiKey());
    }
  }

  @Test
  void run_withSomeVariablesOnly_saysWhichAreMissing() {
    Ending ending = run(Map.of("ODOO_URL", "http://127.0.0.1:1", "ODOO_DB", "x"));

    assertThat(ending.output()).contains("not set: ODOO_LOGIN, ODOO_API_KEY");
    assertThat(ending.status()).isEqualTo(1);
  }

  @Test
  void run_keyRefused_endsWithStatusOne() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      odoo.expireApiKey();

      Ending ending = run(variables(odoo));

      assertThat(ending.status()).isEqualTo(1);
      assertThat(ending.output()).contains("Cannot go on: ").doesNotContain("A day later");
    }
  }

  private static Map<String, String> variables(InProcessOdoo odoo) {
    return Map.of(
        "ODOO_URL", odoo.url(),
        "ODOO_DB", odoo.database(),
        "ODOO_LOGIN", odoo.login(),
        "ODOO_API_KEY", odoo.apiKey());
  }

  private Ending run(Map<String, String> environment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        SchoolTravel.run(
            environment, directory, new PrintStream(out, true, StandardCharsets.UTF_8));
    return new Ending(status, out.toString(StandardCharsets.UTF_8));
  }
}
