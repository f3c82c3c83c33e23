package io.odoosync.internal.invoice.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {

  private static final Path TABLE = Path.of("../docs/site/france.md");

  @ParameterizedTest
  @EnumSource(Rule.class)
  void rule_isInTheTable(Rule rule) throws IOException {
    String demand =
        rule.demand().substring(0, 1).toUpperCase(Locale.ROOT) + rule.demand().substring(1);
    String warned = rule.isBinding() ? "" : " (warned of)";

    assertThat(Files.readAllLines(TABLE))
        .contains("| `" + rule.id() + "`" + warned + " | " + demand + " | " + rule.remedy() + " |");
  }
}
