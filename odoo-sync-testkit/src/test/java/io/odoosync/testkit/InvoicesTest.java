package io.odoosync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Totals and states, with the values measured on real servers (the notes of facts name them). */
class InvoicesTest {

  @ParameterizedTest(name = "Odoo {0}: {1} times {2} x {3} with {4} %")
  @CsvSource({
    "V14, 3, 1, 0.33, 20, false, 0.99, 1.20",
    "V16, 3, 1, 0.33, 20, false, 0.99, 1.20",
    "V17, 3, 1, 0.33, 20, false, 0.99, 1.20",
    "V18, 3, 1, 0.33, 20, false, 0.99, 1.20",
    "V19, 3, 1, 0.33, 20, false, 0.99, 1.19",
    "V14, 3, 1, 33.33, 20, true, 83.34, 99.99",
    "V16, 3, 1, 33.33, 20, true, 83.34, 99.99",
    "V17, 3, 1, 33.33, 20, true, 83.34, 99.99",
    "V18, 3, 1, 33.33, 20, true, 83.31, 99.99",
    "V19, 3, 1, 33.33, 20, true, 83.32, 99.99",
    "V14, 1, 1000, 1.23456, 20, false, 1234.56, 1481.47",
    "V16, 1, 1000, 1.23456, 20, false, 1230.00, 1476.00",
    "V17, 1, 1000, 1.23456, 20, false, 1230.00, 1476.00",
    "V18, 1, 1000, 1.23456, 20, false, 1230.00, 1476.00",
    "V16, 1, 0.333, 100, 20, false, 33.00, 39.60",
    "V17, 1, 0.333, 100, 20, false, 33.00, 39.60",
    "V18, 1, 0.333, 100, 20, false, 33.00, 39.60",
    "V19, 1, 1000, 1.23456, 20, false, 1234.56, 1481.47",
    "V14, 7, 1, 0.07, 5.5, false, 0.49, 0.49",
    "V19, 7, 1, 0.07, 5.5, false, 0.49, 0.52",
  })
  void create_linesWithTax_totalsAsMeasured(
      OdooRelease release,
      int lines,
      double quantity,
      double price,
      double rate,
      boolean included,
      double untaxed,
      double total) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      int tax = saleTax(odoo, rate, included);
      int id = create(odoo, Collections.nCopies(lines, line(quantity, price, List.of(tax))));

      StoredRecord invoice = odoo.person().record("account.move", id).orElseThrow();

      assertThat(invoice.number("amount_untaxed")).isEqualTo(untaxed);
      assertThat(invoice.number("amount_total")).isEqualTo(total);
    }
  }

  @ParameterizedTest
  @EnumSource(OdooRelease.class)
  void create_lineWithoutTaxIds_hasNoTaxExceptOn16(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      int id = create(odoo, List.of(Map.of("name", "L", "price_unit", 10)));

      assertThat(odoo.person().record("account.move", id).orElseThrow().number("amount_tax"))
          .isEqualTo(release.has(Fact.DEFAULT_TAX_ADDED) ? 2 : 0);
    }
  }

  @ParameterizedTest
  @EnumSource(OdooRelease.class)
  void actionPost_draft_isNumberedAndPosted(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      int id = create(odoo, List.of(line(1, 10, List.of())));
      JsonNode answer =
          new OdooClientForTests(odoo).result("account.move", "action_post", List.of(id));

      StoredRecord invoice = odoo.person().record("account.move", id).orElseThrow();
      assertThat(answer.asText())
          .isEqualTo(
              release.has(Fact.POSTING_ANSWERS_REPR) ? "account.move(" + id + ",)" : "false");
      assertThat(invoice.text("state")).isEqualTo("posted");
      assertThat(invoice.text("name")).startsWith("INV/");
      assertThat(invoice.text("payment_reference")).isEqualTo(invoice.text("name"));
    }
  }

  @ParameterizedTest
  @EnumSource(OdooRelease.class)
  void pay_posted_isPaid(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      int id = create(odoo, List.of(line(1, 10, List.of())));
      odoo.person().call("account.move", "action_post", List.of(id));

      odoo.person().pay(id);

      assertThat(odoo.person().record("account.move", id).orElseThrow().text("payment_state"))
          .isEqualTo("paid");
    }
  }

  private static int create(InProcessOdoo odoo, List<Map<String, Object>> lines) {
    List<Object> commands = new ArrayList<>();
    lines.forEach(line -> commands.add(List.of(0, 0, line)));
    return odoo.person()
        .create(
            "account.move",
            Map.of("move_type", "out_invoice", "partner_id", 1, "invoice_line_ids", commands));
  }

  private static Map<String, Object> line(double quantity, double price, List<Integer> taxes) {
    return Map.of(
        "name",
        "L",
        "quantity",
        quantity,
        "price_unit",
        price,
        "tax_ids",
        List.of(List.of(6, 0, taxes)));
  }

  private static int saleTax(InProcessOdoo odoo, double rate, boolean included) {
    return odoo.records("account.tax").stream()
        .filter(tax -> tax.text("type_tax_use").equals("sale"))
        .filter(tax -> tax.number("amount") == rate && tax.flag("price_include") == included)
        .findFirst()
        .orElseThrow()
        .id();
  }
}
