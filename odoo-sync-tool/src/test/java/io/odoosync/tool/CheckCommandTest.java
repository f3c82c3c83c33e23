package io.odoosync.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckCommandTest {

  private static ToolRun over(InProcessOdoo odoo) {
    return new ToolRun()
        .with("ODOO_URL", odoo.url())
        .with("ODOO_DB", odoo.database())
        .with("ODOO_LOGIN", odoo.login());
  }

  @ParameterizedTest
  @EnumSource(
      value = OdooRelease.class,
      names = {"V14", "V19"})
  void check_odooThatIsReady_saysSo(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      ToolRun.Ending ending = over(odoo).with("ODOO_API_KEY", odoo.apiKey()).run("check");

      assertThat(ending.out()).startsWith("ready").contains("INFO Odoo ");
      assertThat(ending.status()).isZero();
      assertThat(ending.out() + ending.err()).doesNotContain(odoo.apiKey());
    }
  }

  @Test
  void check_refusedKey_isNotReadyAndSaysWhatToDo() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      ToolRun.Ending ending = over(odoo).with("ODOO_API_KEY", "wr0ng-key-of-ours").run("check");

      assertThat(ending.status()).isEqualTo(Main.NOT_WELL);
      assertThat(ending.out()).startsWith("not ready").contains("API key");
      assertThat(ending.out() + ending.err()).doesNotContain("wr0ng-key-of-ours");
    }
  }

  @Test
  void check_nothingListens_isNotReady() {
    ToolRun.Ending ending =
        new ToolRun()
            .with("ODOO_API_KEY", "k3y-of-nobody")
            .run("check", "--url", "http://127.0.0.1:1", "-d", "x", "-l", "y");

    assertThat(ending.status()).isEqualTo(Main.NOT_WELL);
    assertThat(ending.out() + ending.err()).contains("127.0.0.1").doesNotContain("k3y-of-nobody");
  }

  @Test
  void check_keyFromFileInputOrTerminal_isTheSame(@TempDir Path directory) throws IOException {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      Path file = Files.writeString(directory.resolve("key"), odoo.apiKey() + "\n");

      assertThat(over(odoo).run("check", "--key-file", file.toString()).status()).isZero();
      assertThat(over(odoo).input(odoo.apiKey() + "\n").run("check", "--key-stdin").status())
          .isZero();
      assertThat(over(odoo).answer(odoo.apiKey()).run("check").status()).isZero();
      assertThat(over(odoo).run("check").err()).contains("set ODOO_API_KEY", "no terminal");
      assertThat(over(odoo).run("check").status()).isEqualTo(Main.USAGE);
      assertThat(over(odoo).run("check", "--key-stdin", "--key-file", file.toString()).status())
          .isEqualTo(Main.USAGE);
    }
  }

  @Test
  void check_someKindsOnly_looksAtNoOthers() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      odoo.schema().dropModel("crm.lead");
      ToolRun run = over(odoo).with("ODOO_API_KEY", odoo.apiKey());

      assertThat(run.run("check").status()).isEqualTo(Main.NOT_WELL);
      assertThat(run.run("check", "--kinds", "CONTACT,INVOICE").status()).isZero();
    }
  }

  @Test
  void check_urlMissing_namesOptionAndVariable() {
    ToolRun.Ending ending = new ToolRun().with("ODOO_API_KEY", "some-key").run("check");

    assertThat(ending.status()).isEqualTo(Main.USAGE);
    assertThat(ending.err()).contains("--url", "ODOO_URL");
  }

  @Test
  void check_addressThatIsNone_isAUsageError() {
    ToolRun.Ending ending =
        new ToolRun().with("ODOO_API_KEY", "some-key").run("check", "--url", "ftp://x", "-d", "x");

    assertThat(ending.status()).isEqualTo(Main.USAGE);
    assertThat(ending.err()).contains("url").doesNotContain("\tat ");
  }

  @Test
  void check_keyAsAnOption_isNotTaken() {
    ToolRun.Ending ending = new ToolRun().run("check", "--api-key", "some-key");

    assertThat(ending.status()).isEqualTo(Main.USAGE);
  }
}
