package io.odoosync.internal.invoice;

import io.odoosync.internal.invoice.SaleTaxes.OdooTax;
import io.odoosync.internal.invoice.SaleTaxes.TaxBase;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the sale taxes of a company. */
final class TaxReader {

  private static final Page EVERYTHING = new Page(10_000, 0, "id");
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final String ON_TAXES = "is_base_affected";

  private static final List<String> FIELDS =
      List.of(
          "name",
          "amount",
          "amount_type",
          "price_include",
          "include_base_amount",
          "sequence",
          "invoice_repartition_line_ids");

  private final OdooClient client;

  TaxReader(OdooClient client) {
    this.client = client;
  }

  List<OdooTax> saleTaxes(long company) {
    boolean toldApart = !client.fieldsGet("account.tax", List.of(ON_TAXES)).isEmpty();
    List<String> fields =
        toldApart ? Stream.concat(FIELDS.stream(), Stream.of(ON_TAXES)).toList() : FIELDS;
    Domain ofCompany =
        Domain.field("type_tax_use")
            .isEqualTo("sale")
            .and(Domain.field("company_id").isEqualTo(company));
    List<OdooRecord> taxes = client.searchRead("account.tax", ofCompany, fields, EVERYTHING);
    Map<Long, String> externalIds =
        client.externalIds("account.tax", taxes.stream().map(OdooRecord::id).toList());
    Set<Long> partial = partial(taxes);
    return taxes.stream()
        .map(
            tax ->
                tax(
                    tax,
                    externalIds.get(tax.id()),
                    !toldApart || tax.flag(ON_TAXES),
                    !partial.contains(tax.id())))
        .toList();
  }

  private static OdooTax tax(
      OdooRecord tax, @Nullable String externalId, boolean onTaxes, boolean whole) {
    boolean percentage = tax.text("amount_type").filter("percent"::equals).isPresent();
    return new OdooTax(
        tax.id(),
        tax.text("name").orElse(""),
        percentage ? tax.number("amount").orElse(null) : null,
        tax.flag("price_include"),
        externalId,
        new TaxBase(
            tax.number("sequence").map(BigDecimal::longValue).orElse(1L),
            tax.flag("include_base_amount"),
            onTaxes,
            whole));
  }

  /** The taxes that are not charged in full, such as those that are charged and taken back. */
  private Set<Long> partial(List<OdooRecord> taxes) {
    Map<Long, Long> taxOfLine = new HashMap<>();
    for (OdooRecord tax : taxes) {
      tax.references("invoice_repartition_line_ids").forEach(line -> taxOfLine.put(line, tax.id()));
    }
    Map<Long, BigDecimal> charged = new HashMap<>();
    for (OdooRecord line :
        client.read(
            "account.tax.repartition.line",
            taxOfLine.keySet(),
            List.of("repartition_type", "factor_percent"))) {
      if (line.text("repartition_type").filter("tax"::equals).isPresent()) {
        charged.merge(
            taxOfLine.getOrDefault(line.id(), 0L),
            line.number("factor_percent").orElse(BigDecimal.ZERO),
            BigDecimal::add);
      }
    }
    Set<Long> partial = new HashSet<>();
    charged.forEach(
        (tax, percent) -> {
          if (percent.compareTo(HUNDRED) != 0) {
            partial.add(tax);
          }
        });
    return partial;
  }
}
