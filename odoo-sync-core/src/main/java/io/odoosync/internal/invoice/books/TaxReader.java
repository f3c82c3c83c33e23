package io.odoosync.internal.invoice.books;

import io.odoosync.internal.exchange.NameDirectory;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.invoice.books.SaleTaxes.OdooTax;
import io.odoosync.internal.invoice.books.SaleTaxes.TaxBase;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the sale taxes of a company, and what invoices need to know of them. */
final class TaxReader {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** Each server has it: nothing but fields that one lacks would be asked for in each run. */
  private static final String NAME = "name";

  private static final String MODEL = "account.tax";
  private static final String ON_TAXES = "is_base_affected";
  private static final String DECIDES = "price_include_override";

  private static final List<String> FIELDS =
      List.of(
          "amount",
          "amount_type",
          "price_include",
          "include_base_amount",
          "sequence",
          "invoice_repartition_line_ids");

  private final OdooClient client;
  private final boolean toldApart;
  private final boolean documentsDecide;
  private final NameDirectory taxes;

  /**
   * Makes a reader.
   *
   * @param client sees nothing of another company
   * @param documentsDecide whether documents say if their prices contain taxes, where the tax does
   *     not
   */
  TaxReader(OdooClient client, CompanyBooks.Company company, boolean documentsDecide) {
    this.client = client;
    Set<String> more =
        new TreeSet<>(client.fieldsGet(MODEL, List.of(NAME, ON_TAXES, DECIDES)).keySet());
    more.remove(NAME);
    this.toldApart = more.contains(ON_TAXES);
    this.documentsDecide = documentsDecide;
    this.taxes =
        new NameDirectory(
            client,
            NamedModel.of("sale tax of " + company.name(), MODEL, NAME, NAME)
                .where(
                    Domain.field("type_tax_use")
                        .isEqualTo("sale")
                        .and(Domain.field("company_id").isEqualTo(company.id())))
                .reading(Stream.concat(FIELDS.stream(), more.stream()).toList()));
  }

  /** The taxes by what a mapping calls them. */
  NameDirectory names() {
    return taxes;
  }

  /** All taxes by id. */
  Map<Long, OdooTax> saleTaxes() {
    Collection<OdooRecord> records = taxes.all();
    Set<Long> partial = partial(records);
    Map<Long, OdooTax> byId = new HashMap<>();
    records.forEach(tax -> byId.put(tax.id(), tax(tax, !partial.contains(tax.id()))));
    return byId;
  }

  private OdooTax tax(OdooRecord tax, boolean whole) {
    boolean percentage = tax.text("amount_type").filter("percent"::equals).isPresent();
    return new OdooTax(
        tax.id(),
        percentage ? tax.number("amount").orElse(null) : null,
        tax.flag("price_include"),
        new TaxBase(
            tax.number("sequence").map(BigDecimal::longValue).orElse(1L),
            tax.flag("include_base_amount"),
            !toldApart || tax.flag(ON_TAXES),
            whole),
        documentsDecide && tax.text(DECIDES).isEmpty());
  }

  /** The taxes that are not charged in full, such as those that are charged and taken back. */
  private Set<Long> partial(Collection<OdooRecord> records) {
    Map<Long, Long> taxOfLine = new HashMap<>();
    for (OdooRecord tax : records) {
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
