package io.odoosync.verification.odoo;

import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The normal rate of the French chart of accounts, or what stands for it on a chart without. */
public final class FrenchChart {

  private static final List<String> NORMAL_RATE =
      List.of("account.1_tva_normale", "l10n_fr.1_tva_normale");

  private static final String STAND_IN = "20 % for the tests of odoo-sync";

  /** Finds the normal rate by the names that releases have for it. */
  public static final TaxMapping TAXES =
      TaxMapping.byRate()
          .with(
              "TVA20",
              Stream.concat(
                      NORMAL_RATE.stream().map(OdooReference::externalId),
                      Stream.of(OdooReference.name(STAND_IN)))
                  .toArray(OdooReference[]::new));

  private FrenchChart() {}

  /** Adds what stands for the normal rate to a company's own chart, unless it has either. */
  static void complete(OdooClient administrator, long company) {
    Domain ofCompany =
        Domain.field("company_id")
            .isEqualTo(company)
            .and(Domain.field("type_tax_use").isEqualTo("sale"));
    List<Long> normal =
        NORMAL_RATE.stream()
            .map(name -> name.split("\\.", 2))
            .flatMap(name -> administrator.resolveExternalId(name[0], name[1]).stream())
            .map(target -> target.id())
            .toList();
    Domain either =
        Domain.field("id").isIn(normal).or(Domain.field("name").isEqualTo(STAND_IN)).and(ofCompany);
    if (administrator.search("account.tax", either, Page.first(1)).isEmpty()) {
      administrator.create(
          "account.tax",
          List.of(
              Map.of(
                  "name",
                  STAND_IN,
                  "amount",
                  20,
                  "amount_type",
                  "percent",
                  "type_tax_use",
                  "sale",
                  "company_id",
                  company)));
    }
  }
}
