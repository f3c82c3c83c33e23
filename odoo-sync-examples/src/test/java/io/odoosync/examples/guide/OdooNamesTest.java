package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Finding out what a record is called in Odoo. */
class OdooNamesTest {

  private static List<String> saleTaxes(OdooClient odoo) {
    List<String> found = new ArrayList<>();
    // region taxes
    Domain sales = Domain.field("type_tax_use").isEqualTo("sale");
    List<OdooRecord> taxes =
        odoo.searchRead("account.tax", sales, List.of("name", "amount"), Page.first(100));
    Map<Long, String> externalIds =
        odoo.externalIds("account.tax", taxes.stream().map(OdooRecord::id).toList());
    for (OdooRecord tax : taxes) {
      found.add(tax.text("name").orElse("") + " is " + externalIds.get(tax.id()));
    }
    // endregion
    return found;
  }

  @Test
  void saleTaxes_frenchChart_haveExternalIds() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      assertThat(saleTaxes(Guide.client(server)))
          .contains("20% G is account.1_tva_normale", "10% G is account.1_tva_intermediaire");
    }
  }
}
