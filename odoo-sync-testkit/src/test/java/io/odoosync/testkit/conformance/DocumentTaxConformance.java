package io.odoosync.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.OdooRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Since 20 a document says whether its prices have the taxes in them. */
interface DocumentTaxConformance {

  String MODE = "document_tax_mode";
  String INCLUDED = "tax_included";
  String EXCLUDED = "tax_excluded";

  OdooUnderTest odoo();

  private void assumeMode() {
    assumeTrue(odoo().has("account.move", MODE), "documents do not say it");
  }

  private long tax(Map<String, ?> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("name", odoo().unique("T20"));
    values.put("amount", 20);
    values.put("type_tax_use", "sale");
    return odoo().admin().create("account.tax", List.of(values)).get(0);
  }

  private long invoice(long tax, Map<String, ?> more) {
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Map<String, Object> line =
          Map.of(
              "name",
              "Bus",
              "quantity",
              1,
              "price_unit",
              33.33,
              "tax_ids",
              List.of(List.of(6, 0, List.of(tax))));
      lines.add(List.of(0, 0, line));
    }
    Map<String, Object> values = new HashMap<>(more);
    values.put("move_type", "out_invoice");
    values.put("partner_id", odoo().partner());
    values.put("invoice_line_ids", lines);
    return odoo().create("account.move", values);
  }

  private String totals(long move) {
    OdooRecord read =
        odoo().read("account.move", move, "amount_untaxed", "amount_tax", "amount_total", MODE);
    return Stream.of("amount_untaxed", "amount_tax", "amount_total")
            .map(field -> read.number(field).orElse(BigDecimal.ZERO).toPlainString())
            .collect(Collectors.joining(" "))
        + " "
        + read.text(MODE).orElse("");
  }

  @Test
  default void create_documentOfNoMode_hasTheCompanys() {
    assumeMode();
    assertThat(totals(invoice(tax(Map.of()), Map.of())))
        .isEqualTo("99.99 20.0 119.99 tax_excluded");
  }

  @Test
  default void create_documentWithTaxes_takesThemOffItsPrices() {
    assumeMode();
    assertThat(totals(invoice(tax(Map.of()), Map.of(MODE, INCLUDED))))
        .isEqualTo("83.32 16.67 99.99 tax_included");
  }

  @Test
  default void write_modeOfADraft_countsAnew() {
    assumeMode();
    long move = invoice(tax(Map.of()), Map.of(MODE, INCLUDED));
    odoo().write("account.move", move, Map.of(MODE, EXCLUDED));
    assertThat(totals(move)).isEqualTo("99.99 20.0 119.99 tax_excluded");
  }

  @Test
  default void create_taxThatSaysItItself_takesNoNotice() {
    assumeMode();
    long included = tax(Map.of("price_include_override", INCLUDED));
    long excluded = tax(Map.of("price_include_override", EXCLUDED));
    assertThat(totals(invoice(included, Map.of(MODE, EXCLUDED))))
        .isEqualTo("83.32 16.67 99.99 tax_excluded");
    assertThat(totals(invoice(excluded, Map.of(MODE, INCLUDED))))
        .isEqualTo("99.99 20.0 119.99 tax_included");
  }

  @Test
  default void load_mode_holdsForItsLines() {
    assumeMode();
    List<String> columns =
        List.of(
            "id",
            "move_type",
            "partner_id/.id",
            MODE,
            "invoice_line_ids/id",
            "invoice_line_ids/name",
            "invoice_line_ids/price_unit",
            "invoice_line_ids/tax_ids/.id");
    List<String> row =
        List.of(
            odoo().externalId("account.move"),
            "out_invoice",
            "" + odoo().partner(),
            INCLUDED,
            odoo().externalId("account.move.line"),
            "Bus",
            "120",
            "" + tax(Map.of()));
    assertThat(totals(odoo().loadOne("account.move", columns, row)))
        .isEqualTo("100.0 20.0 120.0 tax_included");
  }
}
