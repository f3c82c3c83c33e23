package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.EntityType;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.source.Invoice;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One demonstration on a real server, under external ids that nobody else uses. */
@Tag("real-odoo")
class RealOdooDemonstrationTest {

  private static final String NAMESPACE =
      "__school_travel_" + UUID.randomUUID().toString().replace("-", "") + "__";

  @TempDir static Path directory;
  private static Demonstration.Result result;

  @BeforeAll
  static void demonstrate() {
    result = demonstrate("first");
  }

  private static Demonstration.Result demonstrate(String file) {
    return new Demonstration(
            connection("ODOO_LOGIN", "ODOO_API_KEY"),
            NAMESPACE,
            directory.resolve(file),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  private static OdooConnection connection(String login, String apiKey) {
    return OdooConnection.builder()
        .url(variable("ODOO_URL"))
        .database(variable("ODOO_DB"))
        .login(variable(login))
        .apiKey(variable(apiKey))
        .build();
  }

  private static String variable(String name) {
    Map<String, String> environment = System.getenv();
    assumeTrue(
        environment.containsKey(name), name + " is not set, so there is no real Odoo to use");
    return environment.getOrDefault(name, "");
  }

  @Test
  void run_first_createsEverything() {
    Demonstrated.createdEverything(result.first());
    assertThat(result.differences()).isEmpty();
    Demonstrated.localColumns(directory.resolve("first"), 3);
  }

  @Test
  void run_second_changesNothing() {
    Demonstrated.changedNothing(result.second());
  }

  @Test
  void run_dayLater_bringsTheChangesOfBothSidesTogether() {
    Demonstrated.workedBothWays(result.dayLater());
    Demonstrated.sentWhatWasDoneHere(result.dayLater());
    Demonstrated.plannedWhatWasDone(result.plan(), result.dayLater());
  }

  @Test
  void figures_readBack_areTheLocalOnes() {
    Demonstrated.figures(result.figures());
  }

  @Test
  void invoices_readBack_areEqualToTheCentAndTheLine() {
    OdooFigures figures = result.figures();
    try (SchoolDatabase database = SchoolDatabase.open(directory.resolve("first"));
        Stream<Invoice> invoices = new JdbcInvoiceSource(database.dataSource()).invoices()) {
      assertThat(invoices.toList())
          .hasSize(81)
          .allSatisfy(
              invoice -> {
                OdooInvoice there = Objects.requireNonNull(figures.invoices().get(invoice.key()));
                Amounts here = Comparison.rounding(figures).apply(invoice);
                assertThat(there.amounts().differenceFrom(here)).isEqualByComparingTo("0");
                assertThat(there.lines()).isEqualTo(invoice.lines().size());
              });
    }
  }

  /** The administrator sees the external ids themselves, so this count trusts no id of ours. */
  @Test
  void externalIds_countedByTheAdministrator_areOneForEachRecord() {
    OdooClient odoo = OdooClient.connect(connection("ODOO_ADMIN_LOGIN", "ODOO_ADMIN_API_KEY"));

    for (EntityType type : EntityType.values()) {
      Domain ours =
          Domain.field("module")
              .isEqualTo(NAMESPACE)
              .and(Domain.field("model").isEqualTo(type.model()));
      assertThat(odoo.searchCount("ir.model.data", ours))
          .isEqualTo(result.figures().records().get(type));
    }
  }

  @Test
  void run_localDatabaseLost_linksInsteadOfDoubling() {
    Demonstration.Result again = demonstrate("second");

    Demonstrated.createdNothing(again.first());
    Demonstrated.changedNothing(again.second());
    Demonstrated.workedBothWays(again.dayLater());
    Demonstrated.createdNothing(again.dayLater());
    assertThat(again.differences()).isEmpty();
    externalIds_countedByTheAdministrator_areOneForEachRecord();
  }
}
