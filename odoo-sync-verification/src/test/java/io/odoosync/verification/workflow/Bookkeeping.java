package io.odoosync.verification.workflow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an accountant sets up in Odoo before invoices arrive. Names carry a mark of their own. */
final class Bookkeeping {

  static final String SECOND_COMPANY = "Second School";

  private static final Page ONE = Page.first(1);

  private final OdooUnderTest odoo;
  private final OdooClient admin;
  private final String mark;
  private TaxMapping taxes = TaxMapping.byRate();
  private int products;

  Bookkeeping(OdooUnderTest odoo, String mark) {
    this.odoo = odoo;
    this.admin = odoo.clientOf(odoo.administrator());
    this.mark = mark;
  }

  TaxMapping taxes() {
    return taxes;
  }

  private long create(String model, Map<String, ?> values) {
    return admin.create(model, List.of(values)).get(0);
  }

  /** Passes on every real Odoo; the one in the process does not have all models. */
  void assumeModel(String model) {
    boolean known;
    try {
      known = !admin.fieldsGet(model, List.of("display_name")).isEmpty();
    } catch (OdooException e) {
      known = false;
    }
    assumeTrue(known, "this Odoo has no " + model);
  }

  private Set<String> fields(String model, String... names) {
    return admin.fieldsGet(model, List.of(names)).keySet();
  }

  /** A percentage on top of the price, computed on nothing else. */
  void tax(String code, String rate) {
    tax(code, rate, false, Map.of("include_base_amount", false));
  }

  /** A percentage that the price contains. */
  void included(String code, String rate) {
    tax(code, rate, true, Map.of("include_base_amount", false));
  }

  /** A percentage on which later taxes are computed too. */
  void adding(String code, String rate) {
    tax(code, rate, false, Map.of("include_base_amount", true, "sequence", 0));
  }

  /** An amount a piece. */
  void fixed(String code, String amount) {
    tax(code, amount, false, Map.of("amount_type", "fixed"));
  }

  /** Whether Odoo lets another tax have the name of one. */
  boolean makesAnotherTax(String code, String rate) {
    try {
      tax(code, rate);
      return true;
    } catch (OdooRequestException e) {
      return false;
    }
  }

  /** Whether the integration user's company rounds each tax once a document. */
  boolean roundsGlobally() {
    long company = odoo.integrationUser().company();
    String method = "tax_calculation_rounding_method";
    return admin
        .read("res.company", List.of(company), List.of(method))
        .get(0)
        .text(method)
        .filter("round_globally"::equals)
        .isPresent();
  }

  private void tax(String code, String rate, boolean included, Map<String, ?> further) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", code + " " + mark);
    values.put("amount", rate);
    values.put("amount_type", "percent");
    values.put("type_tax_use", "sale");
    values.put("sequence", 5);
    if (fields("account.tax", "price_include_override").isEmpty()) {
      values.put("price_include", included);
    } else {
      values.put("price_include_override", included ? "tax_included" : "tax_excluded");
    }
    values.putAll(further);
    create("account.tax", values);
    taxes = taxes.with(code, OdooReference.name(code + " " + mark));
  }

  String product() {
    String code = "P" + products++ + "-" + mark;
    create("product.product", Map.of("name", "Coach " + mark, "default_code", code));
    return code;
  }

  void archiveProduct(String code) {
    admin.write(
        "product.product",
        List.of(only("product.product", "default_code", code)),
        Map.of("active", false));
  }

  /** The code of an account for amounts in a currency only. */
  String incomeAccountIn(String currency) {
    String code = "70" + Math.floorMod((mark + currency).hashCode(), 1_000_000);
    Map<String, Object> values = new HashMap<>();
    values.put("name", "Income in " + currency);
    values.put("code", code);
    values.put("currency_id", only("res.currency", "name", currency));
    OdooRecord usual = usualIncomeAccount();
    usual.text("account_type").ifPresent(type -> values.put("account_type", type));
    usual.reference("user_type_id").ifPresent(type -> values.put("user_type_id", type));
    create("account.account", values);
    return code;
  }

  private OdooRecord usualIncomeAccount() {
    long journal = only("account.journal", "type", "sale");
    long account =
        admin.read("account.journal", List.of(journal), List.of("default_account_id")).stream()
            .flatMap(found -> found.reference("default_account_id").stream())
            .findFirst()
            .orElseThrow();
    Set<String> kind = fields("account.account", "account_type", "user_type_id");
    return admin.read("account.account", List.of(account), List.copyOf(kind)).get(0);
  }

  private long only(String model, String field, String value) {
    return admin.search(model, Domain.field(field).isEqualTo(value), ONE).get(0);
  }

  /** A sale journal that would be the first of all, but nobody uses it any more. */
  long archivedFirstJournal() {
    return create(
        "account.journal",
        Map.of(
            "name",
            "Old " + mark,
            "code",
            "O" + Math.floorMod(mark.hashCode(), 10_000),
            "type",
            "sale",
            "sequence",
            -1,
            "active",
            false));
  }

  String analytic(String name) {
    Map<String, Object> values = new HashMap<>(Map.of("name", name, "code", name + mark));
    if (!fields("account.analytic.account", "plan_id").isEmpty()) {
      assumeModel("account.analytic.plan");
      values.put("plan_id", create("account.analytic.plan", Map.of("name", "Plan " + name + mark)));
    }
    create("account.analytic.account", values);
    return name + mark;
  }

  /**
   * A second company with a chart, in which the integration user may work; made once a database.
   */
  long secondCompany() {
    assumeModel("account.chart.template");
    Domain named = Domain.field("name").isEqualTo(SECOND_COMPANY);
    List<Long> known = admin.search("res.company", named, ONE);
    return known.isEmpty() ? makeSecondCompany() : known.get(0);
  }

  private long makeSecondCompany() {
    long currency = admin.search("res.currency", Domain.field("name").isEqualTo("EUR"), ONE).get(0);
    long company = create("res.company", Map.of("name", SECOND_COMPANY, "currency_id", currency));
    List<Long> users =
        admin.search(
            "res.users",
            Domain.field("login")
                .isIn(List.of(odoo.integration().login(), odoo.administrator().login())),
            Page.first(2));
    admin.write("res.users", users, Map.of("company_ids", List.of(List.of(4, company))));
    OdooClient there = admin.withContext("allowed_company_ids", List.of(company));
    String model = "account.chart.template";
    List<Long> charts = List.of();
    try {
      charts = there.search(model, Domain.all(), ONE);
    } catch (RuntimeException e) {
      // Later versions have charts that are no records.
    }
    if (charts.isEmpty()) {
      there.call(
          MethodCall.of(model, "try_loading")
              .ids(List.of())
              .argument("template_code", "generic_coa")
              .argument("company", company)
              .argument("install_demo", false));
    } else {
      there.call(MethodCall.of(model, "try_loading").ids(charts));
    }
    return company;
  }

  /** A tax of the second company. */
  OdooRecord taxOf(long company) {
    Domain domain =
        Domain.field("company_id")
            .isEqualTo(company)
            .and(Domain.field("type_tax_use").isEqualTo("sale"))
            .and(Domain.field("amount").isGreaterThan(14));
    return admin.searchRead("account.tax", domain, List.of("name", "amount"), ONE).get(0);
  }

  void lock(long company, String day) {
    admin.write("res.company", List.of(company), Map.of("fiscalyear_lock_date", day));
  }

  void unlock(long company) {
    admin.write("res.company", List.of(company), Map.of("fiscalyear_lock_date", false));
  }
}
