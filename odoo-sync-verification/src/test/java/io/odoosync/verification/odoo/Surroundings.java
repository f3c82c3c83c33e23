package io.odoosync.verification.odoo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the suites take for granted of a real Odoo, of whatever release and however long it has been
 * in use. One that is otherwise is no failure of the engine: there they are skipped, with the
 * reason. Asked once for each server.
 */
final class Surroundings {

  private static final List<String> STAGES =
      List.of("stage_lead1", "stage_lead2", "stage_lead3", "stage_lead4");

  private static final Map<String, String> LACKING = new ConcurrentHashMap<>();

  private Surroundings() {}

  static void assume(RealOdoo odoo) {
    String lacking =
        LACKING.computeIfAbsent(odoo.url() + " " + odoo.database(), server -> lacking(odoo));
    assumeTrue(lacking.isEmpty(), lacking);
  }

  private static String lacking(RealOdoo odoo) {
    OdooClient integration = client(odoo, odoo.integration());
    IntegrationUser user = new IntegrationUser(integration, odoo.integration().login());
    List<String> lacking = new ArrayList<>();
    String currency = user.currency();
    if (!currency.equals("EUR")) {
      lacking.add("the integration user's company keeps its books in " + currency + ", not in EUR");
    }
    STAGES.stream()
        .filter(stage -> integration.resolveExternalId("crm", stage).isEmpty())
        .forEach(stage -> lacking.add("its pipeline has no stage crm." + stage));
    if (lacking.isEmpty()) {
      FrenchChart.complete(client(odoo, odoo.administrator()), user.company());
    }
    return String.join("; ", lacking);
  }

  private static OdooClient client(RealOdoo odoo, Login login) {
    return OdooClient.connect(
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(login.login())
            .apiKey(login.apiKey())
            .build());
  }
}
