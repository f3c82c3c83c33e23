package io.odoosync.internal.invoice;

import io.odoosync.FieldValue;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.invoice.einvoice.Vat;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the taxes on the lines of invoices, whatever they are; each once a run. */
final class RuleTaxes {

  private static final String MODEL = "account.tax";
  private static final String CHILDREN = "children_tax_ids";

  private static final List<String> FIELDS =
      List.of(
          "name",
          "amount",
          "amount_type",
          CHILDREN,
          "ubl_cii_tax_category_code",
          "ubl_cii_tax_exemption_reason_code",
          "has_negative_factor",
          "invoice_legal_notes",
          "invoice_label",
          "description");

  private static final List<String> LABELS = List.of("invoice_label", "description");
  private static final List<String> NOTES = List.of("invoice_legal_notes");

  private final OdooClient client;
  private final ModelFields fields;
  private final Map<Long, OdooRecord> taxes = new HashMap<>();

  RuleTaxes(OdooClient client) {
    this.client = client;
    this.fields = new ModelFields(client.fieldsGet(MODEL, List.of()));
  }

  /** Reads those that are not known yet, and those that they group. */
  void prepare(Collection<Long> ids) {
    read(ids);
    read(
        ids.stream()
            .flatMap(id -> Stream.ofNullable(taxes.get(id)))
            .flatMap(tax -> tax.references(CHILDREN).stream())
            .toList());
  }

  private void read(Collection<Long> ids) {
    Set<Long> missing = new TreeSet<>(ids);
    missing.removeAll(taxes.keySet());
    if (!missing.isEmpty()) {
      client
          .read(MODEL, missing, List.copyOf(fields.among(FIELDS)))
          .forEach(tax -> taxes.put(tax.id(), tax));
    }
  }

  /** Those of some taxes that are percentages, with those of groups. */
  List<Vat> vats(Collection<Long> ids) {
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(taxes.get(id)))
        .flatMap(this::members)
        .filter(tax -> tax.text("amount_type").filter("percent"::equals).isPresent())
        .map(this::vat)
        .toList();
  }

  private Stream<OdooRecord> members(OdooRecord tax) {
    return tax.text("amount_type").filter("group"::equals).isPresent()
        ? tax.references(CHILDREN).stream().flatMap(id -> Stream.ofNullable(taxes.get(id)))
        : Stream.of(tax);
  }

  private Vat vat(OdooRecord tax) {
    return new Vat(
        tax.text("name").orElse(""),
        tax.number("amount").orElse(BigDecimal.ZERO),
        tax.text("ubl_cii_tax_category_code").orElse(""),
        tax.text("ubl_cii_tax_exemption_reason_code").orElse(""),
        plain(tax, LABELS),
        plain(tax, NOTES),
        tax.flag("has_negative_factor"));
  }

  private String plain(OdooRecord tax, List<String> texts) {
    return texts.stream()
        .flatMap(field -> tax.text(field).stream().map(text -> plain(field, text)))
        .collect(Collectors.joining("\n"));
  }

  private String plain(String field, String text) {
    return fields.plainText(field, FieldValue.of(text)) instanceof FieldValue.Text plain
        ? plain.value()
        : "";
  }
}
