package io.odoosync.testkit.conformance;

import static io.odoosync.testkit.conformance.OdooUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.testkit.Fact;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What invoice lines refer to: products, accounts, analytic accounts, companies. */
interface CatalogueConformance {

  OdooUnderTest odoo();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "product.product",
        "account.account",
        "account.journal",
        "account.payment.term",
        "account.tax",
        "res.company",
        "res.lang",
        "res.currency",
        "crm.stage",
        "crm.team",
        "crm.lost.reason"
      })
  default void catalogue_integrationUser_mayReadButNotCreate(String model) {
    assertThat(may(model, "read")).isTrue();
    assertThat(may(model, "create")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm.tag", "account.analytic.account", "ir.attachment", "crm.lead"})
  default void catalogue_integrationUser_mayCreate(String model) {
    assertThat(may(model, "create")).isTrue();
  }

  private boolean may(String model, String operation) {
    MethodCall call =
        odoo().has(Fact.CHECK_ACCESS_RIGHTS)
            ? MethodCall.of(model, "check_access_rights")
                .positional("operation", operation)
                .argument("raise_exception", false)
            : MethodCall.of(model, "has_access").ids(List.of()).positional("operation", operation);
    return odoo().client().call(call).asFlag();
  }

  private LoadResult loadLine(String column, String value) {
    List<String> row =
        List.of(
            odoo().externalId("account.move"),
            "out_invoice",
            "" + odoo().partner(),
            odoo().externalId("account.move.line"),
            "Bus",
            "5",
            value);
    List<String> columns =
        List.of(
            "id",
            "move_type",
            "partner_id/.id",
            "invoice_line_ids/id",
            "invoice_line_ids/name",
            "invoice_line_ids/price_unit",
            "invoice_line_ids/" + column);
    return odoo()
        .client()
        .load("account.move", columns, List.of(row), CreateOnlyConformance.CREATE_ONLY);
  }

  private OdooRecord loadedLine(String column, String value, String field) {
    LoadResult result = loadLine(column, value);
    assertThat(result.errors()).isEmpty();
    return onlyLine(result.ids().get(0), field);
  }

  private OdooRecord onlyLine(long move, String... fields) {
    List<Long> lines =
        odoo().read("account.move", move, "invoice_line_ids").references("invoice_line_ids");
    assertThat(lines).hasSize(1);
    return odoo().read("account.move.line", lines.get(0), fields);
  }

  private long product(String code) {
    return odoo()
        .admin()
        .create(
            "product.product",
            List.of(
                Map.of("name", "Trip", "default_code", code, "list_price", new BigDecimal("42.5"))))
        .get(0);
  }

  @Test
  default void product_byCode_isFoundAndLinked() {
    String code = odoo().unique("P");
    long product = product(code);
    assertThat(odoo().only("product.product", Domain.field("default_code").isEqualTo(code)))
        .isEqualTo(product);
    assertThat(loadedLine("product_id", code, "product_id").reference("product_id"))
        .contains(product);
    assertThat(loadedLine("product_id/.id", "" + product, "product_id").reference("product_id"))
        .contains(product);
  }

  /** A line takes its price and taxes from the product only after 14. */
  @Test
  default void product_withoutPriceAndTaxes_bringsThemAfter14() {
    long product = product(odoo().unique("P"));
    long move = invoice(Map.of(), Map.of("product_id", product));
    OdooRecord line = onlyLine(move, "name", "price_unit", "tax_ids");
    assertThat(line.text("name").orElseThrow()).endsWith("Trip");
    boolean full = odoo().has(Fact.PRODUCTS_GIVE_PRICE);
    assertThat(line.number("price_unit").orElseThrow()).isEqualByComparingTo(full ? "42.5" : "0");
    assertThat(line.references("tax_ids").isEmpty()).isEqualTo(!full);
  }

  @Test
  default void product_ownPriceAndNoTaxes_areKept() {
    long product = product(odoo().unique("P"));
    Map<String, Object> line =
        Map.of(
            "product_id",
            product,
            "name",
            "Own",
            "price_unit",
            7,
            "tax_ids",
            List.of(List.of(6, 0, List.of())));
    OdooRecord kept = onlyLine(invoice(Map.of(), line), "name", "price_unit", "tax_ids");
    assertThat(kept.text("name")).contains("Own");
    assertThat(kept.number("price_unit").orElseThrow()).isEqualByComparingTo("7");
    assertThat(kept.references("tax_ids")).isEmpty();
  }

  private long analytic() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", odoo().unique("Trip"));
    values.put("code", odoo().unique("T"));
    if (odoo().has("account.analytic.account", "plan_id")) {
      values.put("plan_id", 1);
    }
    return odoo().create("account.analytic.account", values);
  }

  @Test
  default void analytic_ofALine_isADistributionAfter14() {
    long account = analytic();
    if (odoo().has("account.move.line", "analytic_distribution")) {
      OdooRecord line =
          loadedLine(
              "analytic_distribution", "{\"" + account + "\": 100}", "analytic_distribution");
      assertThat(line.values().get("analytic_distribution").get("" + account).asNumber())
          .isEqualByComparingTo("100");
      assertThat(loadLine("analytic_distribution", "garbage").errors()).hasSize(1);
    } else {
      OdooRecord line = loadedLine("analytic_account_id/.id", "" + account, "analytic_account_id");
      assertThat(line.reference("analytic_account_id")).contains(account);
    }
  }

  private long invoice(Map<String, ?> header, Map<String, Object> line) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("move_type", "out_invoice");
    values.put("partner_id", odoo().partner());
    values.put("invoice_line_ids", List.of(List.of(0, 0, line)));
    values.putAll(header);
    return odoo().create("account.move", values);
  }

  private long company() {
    return odoo()
        .admin()
        .create("res.company", List.of(Map.of("name", odoo().unique("School"))))
        .get(0);
  }

  private long partnerOf(long company) {
    return odoo()
        .admin()
        .create("res.partner", List.of(Map.of("name", "Other", "company_id", company)))
        .get(0);
  }

  @Test
  default void company_partnerOfAnother_isRefusedInInvoices() {
    long partner = partnerOf(company());
    Map<String, Object> line = Map.of("name", "Bus", "price_unit", 5);
    assertThat(
            failure(
                    () ->
                        odoo()
                            .admin()
                            .create(
                                "account.move",
                                List.of(
                                    Map.of(
                                        "move_type",
                                        "out_invoice",
                                        "partner_id",
                                        partner,
                                        "invoice_line_ids",
                                        List.of(List.of(0, 0, line))))))
                .errorName())
        .isEqualTo("odoo.exceptions.UserError");
  }

  @Test
  default void company_unknownInTheContext_isRefused() {
    Map<String, Object> values = Map.of("move_type", "out_invoice");
    assertThat(
            failure(
                    () ->
                        odoo()
                            .client()
                            .call(
                                MethodCall.of("account.move", "create")
                                    .positional("vals_list", List.of(values))
                                    .context("allowed_company_ids", List.of(99_999))))
                .errorName())
        .isEqualTo("odoo.exceptions.AccessError");
  }
}
