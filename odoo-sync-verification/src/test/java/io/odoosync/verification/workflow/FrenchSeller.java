package io.odoosync.verification.workflow;

import io.odoosync.InvoicingOptions;
import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A school-travel company in France that has all that an invoice needs: in the process the only
 * company, in a real Odoo one of its own with a French chart, so that nobody else's changes.
 */
final class FrenchSeller {

  static final String SIRET = "73282932000074";
  static final String VAT = "FR44732829320";

  private static final String COMPANY = "res.company";
  private static final Page ONE = Page.first(1);

  private final OdooUnderTest odoo;
  private final OdooClient admin;
  private final String mark;
  private final String name;
  private final long id;
  private TaxMapping taxes = TaxMapping.byRate();

  FrenchSeller(OdooUnderTest odoo, String mark) {
    this.odoo = odoo;
    this.admin = odoo.clientOf(odoo.administrator());
    this.mark = mark;
    this.name = "Voyages scolaires " + mark;
    this.id = odoo.inProcess() == null ? open() : 1;
    complete();
  }

  private long open() {
    long euro = only("res.currency", "name", "EUR");
    long france = only("res.country", "code", "FR");
    long company = create(COMPANY, Map.of("name", name, "currency_id", euro, "country_id", france));
    List<Long> users =
        admin.search(
            "res.users",
            Domain.field("login")
                .isIn(List.of(odoo.integration().login(), odoo.administrator().login())),
            Page.first(2));
    admin.write("res.users", users, Map.of("company_ids", List.of(List.of(4, company))));
    chart(company);
    return company;
  }

  private void chart(long company) {
    String model = "account.chart.template";
    OdooClient there = admin.withContext("allowed_company_ids", List.of(company));
    if (fields(model, "name").isEmpty()) {
      there.call(
          MethodCall.of(model, "try_loading")
              .ids(List.of())
              .argument("template_code", "fr")
              .argument("company", company)
              .argument("install_demo", false));
    } else {
      List<Long> charts = there.search(model, Domain.field("name").contains("France"), ONE);
      there.call(MethodCall.of(model, "try_loading").ids(charts));
    }
  }

  private Set<String> fields(String model, String... names) {
    return admin.fieldsGet(model, List.of(names)).keySet();
  }

  private long only(String model, String field, String value) {
    return admin.search(model, Domain.field(field).isEqualTo(value), ONE).get(0);
  }

  private long create(String model, Map<String, ?> values) {
    return here().create(model, List.of(values)).get(0);
  }

  private OdooClient here() {
    return odoo.inProcess() == null ? inCompany() : admin;
  }

  private OdooClient inCompany() {
    return id == 0 ? admin : admin.withContext("allowed_company_ids", List.of(id));
  }

  /** What the administrator does in this company. */
  OdooClient administrator() {
    return here();
  }

  /** Gives it all that it needs. */
  void complete() {
    Map<String, Object> values = new HashMap<>();
    values.put("name", name);
    values.put("street", "1 rue de la Paix");
    values.put("zip", "75002");
    values.put("city", "Paris");
    values.put("country_id", only("res.country", "code", "FR"));
    values.put("vat", VAT);
    values.put("phone", "+33 1 23 45 67 89");
    values.put("email", "compta@example.test");
    fields(COMPANY, "siret", "company_registry").forEach(field -> values.put(field, SIRET));
    write(values);
    if (odoo.inProcess() == null) {
      openAccount();
    }
  }

  void write(Map<String, ?> values) {
    admin.write(COMPANY, List.of(id), values);
  }

  /** The fields that hold its company number. */
  Set<String> registryFields() {
    return fields(COMPANY, "siret", "company_registry");
  }

  private long partner() {
    OdooRecord company = admin.read(COMPANY, List.of(id), List.of("partner_id")).get(0);
    return company.reference("partner_id").orElseThrow();
  }

  private List<Long> accounts() {
    return admin.search(
        "res.partner.bank", Domain.field("partner_id").isEqualTo(partner()), Page.first(9));
  }

  private void openAccount() {
    if (accounts().isEmpty()) {
      create(
          "res.partner.bank",
          Map.of("acc_number", "FR7630006000011234567890189", "partner_id", partner()));
    }
  }

  /** For good: Odoo takes no second account of that number. */
  void closeAccount() {
    admin.write("res.partner.bank", accounts(), Map.of("active", false));
  }

  /** Options for invoices of this company. */
  InvoicingOptions.Builder invoicing(InvoicingOptions options) {
    InvoicingOptions.Builder builder = options.toBuilder();
    return odoo.inProcess() == null ? builder.company(OdooReference.id(id)) : builder;
  }

  TaxMapping taxes() {
    return taxes;
  }

  /** A tax of its own, a percentage on top of the price. */
  void tax(String code, String rate, Map<String, ?> further) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", code + " " + mark);
    values.put("amount", rate);
    values.put("amount_type", "percent");
    values.put("type_tax_use", "sale");
    values.put("include_base_amount", false);
    further.keySet().stream()
        .filter(field -> !fields("account.tax", field).isEmpty())
        .forEach(field -> values.put(field, further.get(field)));
    create("account.tax", values);
    taxes = taxes.with(code, OdooReference.name(code + " " + mark));
  }
}
