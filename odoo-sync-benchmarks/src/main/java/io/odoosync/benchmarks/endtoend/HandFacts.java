package io.odoosync.benchmarks.endtoend;

import io.odoosync.CrmOptions;
import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.Page;
import java.util.List;
import java.util.Map;

/**
 * What whoever writes by hand looks up once and keeps.
 *
 * @param tax a sale tax of 20 %, not included in the price
 * @param linesHaveType whether a line must say that it is one of a product
 * @param savesMany whether {@code web_save_multi} is there: Odoo 19 and later
 */
record HandFacts(
    long country,
    long currency,
    long journal,
    long tax,
    long qualified,
    boolean linesHaveType,
    boolean savesMany) {

  private static final int RATE = 20;

  /** Looks it up. */
  static HandFacts of(OdooClient odoo) {
    return new HandFacts(
        one(odoo, "res.country", Domain.field("code").isEqualTo("FR")),
        one(odoo, "res.currency", Domain.field("name").isEqualTo("EUR")),
        one(odoo, "account.journal", Domain.field("type").isEqualTo("sale")),
        one(odoo, "account.tax", saleTax()),
        qualified(odoo),
        linesHaveType(odoo),
        savesMany(odoo));
  }

  private static Domain saleTax() {
    return Domain.field("type_tax_use")
        .isEqualTo("sale")
        .and(Domain.field("amount_type").isEqualTo("percent"))
        .and(Domain.field("amount").isEqualTo(RATE))
        .and(Domain.field("price_include").isEqualTo(false));
  }

  private static long one(OdooClient odoo, String model, Domain domain) {
    return odoo.search(model, domain, Page.first(1).orderedBy("id")).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + model + " with " + domain));
  }

  private static long qualified(OdooClient odoo) {
    OdooReference stage = CrmOptions.DEFAULT_QUALIFIED_STAGE;
    if (stage instanceof OdooReference.ByExternalId named) {
      String[] parts = named.externalId().split("\\.", 2);
      return odoo.resolveExternalId(parts[0], parts[1])
          .orElseThrow(() -> new IllegalStateException("no stage " + stage))
          .id();
    }
    throw new IllegalStateException("not an external id: " + stage);
  }

  private static boolean linesHaveType(OdooClient odoo) {
    String field = "display_type";
    FieldDefinition definition = odoo.fieldsGet("account.move.line", List.of(field)).get(field);
    return definition != null && definition.required();
  }

  private static boolean savesMany(OdooClient odoo) {
    try {
      odoo.call(
          MethodCall.of("res.partner", "web_save_multi")
              .ids(List.of())
              .positional("vals_list", List.of())
              .positional("specification", Map.of())
              .safeToRepeat());
      return true;
    } catch (OdooRequestException e) {
      return false;
    }
  }

  /** The same tax, for the library. */
  TaxMapping taxes() {
    return TaxMapping.byRate().with(School.TAX.code(), OdooReference.id(tax));
  }
}
