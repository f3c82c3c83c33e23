package io.odoosync.internal.invoice;

import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.field.NamedRecord;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.invoice.books.CompanyBooks;
import io.odoosync.internal.invoice.books.SaleJournals;
import io.odoosync.internal.invoice.books.SaleTaxes;
import io.odoosync.odoo.FieldDefinition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a batch of invoices may refer to, as if it had been read from an Odoo. */
public final class Books implements InvoiceLookups {

  private final TaxMapping mapping;
  private final Map<Long, SaleTaxes.OdooTax> taxes = new HashMap<>();
  private final List<NamedRecord> taxNames = new ArrayList<>();
  private final Map<String, Long> taxExternalIds = new HashMap<>();
  private final Map<LocalKey, Long> sent = new HashMap<>();
  private final Map<LocalKey, String> numbers = new HashMap<>();
  private final Map<String, FieldDefinition> moveFields = new HashMap<>();
  private final Map<String, FieldDefinition> lineFields = new HashMap<>();
  private boolean roundsGlobally;

  Books() {
    this(TaxMapping.byRate());
  }

  Books(TaxMapping mapping) {
    this.mapping = mapping;
    lineField("quantity", "float", 2);
    lineField("discount", "float", 2);
    lineField("price_unit", "float", null);
    lineField("analytic_distribution", "json", null);
    lineField("x_class", "char", null);
    lineFields.put(
        "display_type", new FieldDefinition("display_type", "selection", "", true, false, null));
  }

  /** A server that keeps two decimals of prices and one analytic account a line, as Odoo 14. */
  Books asOdoo14() {
    lineField("price_unit", "float", 2);
    lineFields.remove("analytic_distribution");
    lineField("analytic_account_id", "many2one", null);
    lineFields.remove("display_type");
    return this;
  }

  Books roundingGlobally() {
    roundsGlobally = true;
    return this;
  }

  Books tax(SaleTaxes.OdooTax tax) {
    return tax("Tax " + tax.id(), tax);
  }

  Books tax(String name, SaleTaxes.OdooTax tax) {
    taxes.put(tax.id(), tax);
    taxNames.add(new NamedRecord(tax.id(), List.of(name), name));
    return this;
  }

  Books tax(long id, String name, String rate, boolean included) {
    return tax(
        name, new SaleTaxes.OdooTax(id, new BigDecimal(rate), included, SaleTaxes.TaxBase.ALONE));
  }

  Books taxExternalId(String externalId, long id) {
    taxExternalIds.put(externalId, id);
    return this;
  }

  Books sent(LocalKey key, long id) {
    sent.put(key, id);
    return this;
  }

  Books numbered(LocalKey key, String number) {
    numbers.put(key, number);
    return this;
  }

  Books moveField(String name) {
    moveFields.put(name, new FieldDefinition(name, "char", "", false, false, null));
    return this;
  }

  @Override
  public Optional<String> number(LocalKey key) {
    return Optional.ofNullable(numbers.get(key));
  }

  private void lineField(String name, String type, @Nullable Integer decimals) {
    lineFields.put(name, new FieldDefinition(name, type, "", false, false, null, decimals));
  }

  CompanyBooks company() {
    return new CompanyBooks(
        new CompanyBooks.Company(1, "School", roundsGlobally),
        new SaleTaxes(taxNames(), taxes, mapping),
        new SaleJournals(
            coded("sale journal of School", "INV 'Sales'", "RET 'Returns'", "USD 'Abroad'"),
            Map.of(1L, 40L),
            Map.of(3L, 3L)),
        named("payment term", "name", "'30 Days'", "'At once'"),
        coded("product", "COACH 'Coach'", "TWICE 'One'", "TWICE 'Other'"),
        coded("account of School", "706000 'Services'"),
        named("analytic account", "code or name", "A1 'Rome'", "A2 'Oslo'"));
  }

  private NamedRecords taxNames() {
    return new NamedRecords(
        NamedModel.of("sale tax of School", "account.tax", "name", "name"),
        taxNames,
        List.of(),
        taxExternalIds,
        taxNames.size());
  }

  private static NamedRecords coded(String what, String... records) {
    NamedModel model = NamedModel.of(what, "any", "code", "code");
    return NamedRecords.all(model, records(1, records));
  }

  private static NamedRecords named(String what, String called, String... records) {
    NamedModel model = NamedModel.of(what, "any", called, "code", "name");
    return NamedRecords.all(model, records(2, records));
  }

  /** Written as messages write them; the first keys are code and name. */
  private static List<NamedRecord> records(int keys, String... records) {
    List<NamedRecord> all = new ArrayList<>();
    for (String record : records) {
      String[] parts = record.split("'", -1);
      List<String> codeAndName = List.of(parts[0].strip(), parts[1]);
      all.add(new NamedRecord(all.size() + 1L, codeAndName.subList(0, keys), parts[1]));
    }
    return all;
  }

  @Override
  public Optional<CompanyBooks> books(@Nullable OdooReference company, Problems problems) {
    if (company == null || company.equals(OdooReference.id(1))) {
      return Optional.of(company());
    }
    problems.add("company " + company + " is none");
    return Optional.empty();
  }

  @Override
  public Optional<Long> sent(LocalKey key) {
    return Optional.ofNullable(sent.get(key));
  }

  @Override
  public ModelFields fields() {
    Map<String, FieldDefinition> fields = new HashMap<>(moveFields);
    fields.put("narration", new FieldDefinition("narration", "html", "", false, false, null));
    fields.put("x_trip", new FieldDefinition("x_trip", "char", "", false, false, null));
    fields.put("x_days", new FieldDefinition("x_days", "integer", "", false, false, null));
    return new ModelFields(fields);
  }

  @Override
  public ModelFields lineFields() {
    return new ModelFields(lineFields);
  }
}
