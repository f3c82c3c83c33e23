package io.odoosync.docs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.docs.Checkout;
import io.odoosync.docs.source.JavaSources;
import io.odoosync.tool.Main;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ConfigurationTest {

  private static final JavaSources SOURCES = Checkout.REPOSITORY.sources();
  private static final String PAGE = Configuration.page(SOURCES);

  @Test
  void page_eachBuilderThatAHostComesAcross_isListed() {
    assertThat(BuilderOptions.types(SOURCES))
        .extracting(type -> type.getQualifiedName().toString())
        .contains(
            "io.odoosync.SyncEngineBuilder",
            "io.odoosync.odoo.OdooConnection.Builder",
            "io.odoosync.jdbc.JdbcStores.Builder",
            "io.odoosync.jdbc.Mirror",
            "io.odoosync.CrmOptions.Builder",
            "io.odoosync.InvoicingOptions.Builder",
            "io.odoosync.ContactOptions.Builder",
            "io.odoosync.ChangeOptions",
            "io.odoosync.Brakes",
            "io.odoosync.CallBudget",
            "io.odoosync.Matching",
            "io.odoosync.TaxMapping",
            "io.odoosync.report.NotifierOptions");
  }

  @Test
  void page_eachOptionOfABuilder_saysWhatItDoes() {
    for (TypeElement type : BuilderOptions.types(SOURCES)) {
      BuilderOptions.setters(type)
          .forEach(
              setter ->
                  assertThat(PAGE)
                      .as("%s of %s", setter, type)
                      .containsPattern(
                          "(?m)^#### `[^`]*\\b" + setter.getSimpleName() + "\\([^`]*`\n\n[A-Z]"));
    }
  }

  @Test
  void page_options_haveTheirDefaults() {
    assertThat(PAGE)
        .containsPattern("#### `callsAtOnce\\(int [a-zA-Z]+\\)`\n\n.*Default: 1\\b")
        .containsPattern(
            "#### `qualifiedStage\\(OdooReference stage\\)`\n\n.* Default: `crm.stage_lead2`");
  }

  @Test
  void page_partsOfARecordAndLimits_areExplained() {
    assertThat(PAGE)
        .contains("- `overlap`: how far before the last look")
        .contains("- `MAX_CALLS_AT_ONCE`: The most calls that can be made at once: 4.");
  }

  @Test
  void page_eachPropertyOfTheStarter_isListedWithWhatItDoes() {
    assertThat(SpringProperties.ofStarter())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            property -> {
              assertThat(property.description()).as(property.name()).isNotBlank();
              assertThat(PAGE).contains("#### `" + property.name() + "`\n");
            });
  }

  @Test
  void page_eachOptionOfTheCommandLine_isListed() {
    for (CommandLine command : Main.description().subcommands().values()) {
      assertThat(PAGE).contains("### `" + command.getCommandName() + "`");
      command
          .getCommandSpec()
          .options()
          .forEach(option -> assertThat(PAGE).contains("| `" + String.join(", ", option.names())));
    }
    assertThat(PAGE).doesNotContain("${");
  }
}
