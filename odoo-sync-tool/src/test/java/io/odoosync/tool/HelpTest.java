package io.odoosync.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  @Test
  void help_tellsCommandsExitCodesAndWhereSecretsComeFrom() {
    ToolRun.Ending ending = new ToolRun().run("--help");

    assertThat(ending.status()).isZero();
    assertThat(ending.out())
        .contains("check", "plan", "report", "history", "Exit codes:", "Secrets:", "ODOO_API_KEY")
        .containsPattern("(?m)^ +0 +all is well")
        .containsPattern("(?m)^ +3 +it could not be found out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "plan", "report", "history"})
  void help_ofACommand_isThere(String command) {
    assertThat(new ToolRun().run(command, "--help").out()).contains("Usage:", command);
    assertThat(new ToolRun().run("help", command).out()).contains("Usage:", command);
  }

  @Test
  void run_withoutOrWithUnknownCommand_isAUsageError() {
    assertThat(new ToolRun().run().status()).isEqualTo(Main.USAGE);
    assertThat(new ToolRun().run("destroy").status()).isEqualTo(Main.USAGE);
  }
}
