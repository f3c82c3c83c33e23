package io.odoosync.internal.invoice.books;

import io.odoosync.InvoicingOptions;
import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.internal.exchange.NameDirectory;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.invoice.books.SaleTaxes.OdooTax;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what invoices of one company refer to, and nothing of another company's. */
public final class CompanyDirectory {

  private static final List<String> LOCKS =
      List.of("hard_lock_date", "fiscalyear_lock_date", "sale_lock_date", "period_lock_date");

  private final OdooClient client;
  private final CompanyBooks.Company company;
  private final TaxMapping mapping;
  private final NameDirectory taxNames;
  private final Map<Long, OdooTax> taxes;
  private final NameDirectory journals;
  private final NameDirectory paymentTerms;
  private final NameDirectory products;
  private final NameDirectory analytics;
  private final NamedModel account;
  private @Nullable NameDirectory accounts;
  private @Nullable CompanyBooks books;
  private @Nullable Map<String, LocalDate> lockDates;

  /**
   * Prepares for reading.
   *
   * @param documentsDecide whether documents say if their prices contain taxes
   */
  public CompanyDirectory(
      OdooClient client,
      CompanyBooks.Company company,
      TaxMapping mapping,
      boolean documentsDecide) {
    // With another current company Odoo would answer with that one's account codes.
    this.client = client.withContext("allowed_company_ids", List.of(company.id()));
    this.company = company;
    this.mapping = mapping;
    TaxReader reader = new TaxReader(this.client, company, documentsDecide);
    this.taxNames = reader.names();
    this.taxes = reader.saleTaxes();
    this.journals = new NameDirectory(this.client, journal());
    this.paymentTerms = shared("payment term", "account.payment.term", "name", "name");
    this.products = shared("product", "product.product", "internal reference", "default_code");
    this.analytics =
        shared("analytic account", "account.analytic.account", "code or name", "code", "name");
    this.account = NamedModel.of("account of " + company.name(), "account.account", "code", "code");
  }

  /** The sale journals, in the order in which Odoo itself looks for one. */
  private NamedModel journal() {
    return NamedModel.of("sale journal of " + company.name(), "account.journal", "code", "code")
        .where(
            Domain.field("type")
                .isEqualTo("sale")
                .and(Domain.field("company_id").isEqualTo(company.id())))
        .orderedBy("sequence, type, code")
        .reading(List.of("default_account_id", "currency_id"));
  }

  /** The company's own records, and those that belong to all companies. */
  private NameDirectory shared(String what, String model, String called, String... keys) {
    List<@Nullable Object> owners = new ArrayList<>();
    owners.add(company.id());
    owners.add(false);
    return new NameDirectory(
        client,
        NamedModel.of(what + " for " + company.name(), model, called, keys)
            .where(Domain.field("company_id").isIn(owners)));
  }

  /** Accounts may belong to several companies on Odoo 18 and later. */
  private NameDirectory accounts() {
    if (accounts == null) {
      String owner =
          client.fieldsGet(account.model(), List.of("company_ids")).isEmpty()
              ? "company_id"
              : "company_ids";
      Domain owned = Domain.field(owner).isIn(List.of(company.id()));
      accounts = new NameDirectory(client, account.where(owned));
    }
    return accounts;
  }

  /** Finds out whether the engine's options fit, before anything is written. */
  public void checkDefaults(InvoicingOptions options, Problems problems) {
    if (options.journal() != null) {
      journals.find(options.journal()).orProblem("", problems);
    }
    if (options.paymentTerm() != null) {
      paymentTerms.find(options.paymentTerm()).orProblem("", problems);
    }
  }

  /** What is known by now; the same as before unless more was looked up. */
  public CompanyBooks books() {
    if (books == null) {
      books =
          new CompanyBooks(
              company,
              new SaleTaxes(taxNames.known(), taxes, mapping),
              saleJournals(),
              paymentTerms.known(),
              products.known(),
              accounts == null ? NamedRecords.all(account, List.of()) : accounts.known(),
              analytics.known());
    }
    return books;
  }

  private SaleJournals saleJournals() {
    Collection<OdooRecord> all = journals.all();
    return new SaleJournals(
        journals.known(), references(all, "default_account_id"), references(all, "currency_id"));
  }

  private static Map<Long, Long> references(Collection<OdooRecord> records, String field) {
    Map<Long, Long> references = new HashMap<>();
    for (OdooRecord record : records) {
      record.reference(field).ifPresent(id -> references.put(record.id(), id));
    }
    return references;
  }

  /** Looks up all that invoices name and that is not known yet. */
  public void prepare(Collection<Invoice> invoices, InvoicingOptions options) {
    prepareTaxes(invoices);
    prepareHeaders(invoices, options);
    List<InvoiceLine> lines = invoices.stream().flatMap(i -> i.lines().stream()).toList();
    prepare(products, lines.stream().flatMap(line -> name(line.product())));
    prepare(analytics, lines.stream().flatMap(CompanyDirectory::analytics));
    if (lines.stream().anyMatch(line -> line.account() != null)) {
      prepare(accounts(), lines.stream().flatMap(line -> name(line.account())));
    }
  }

  private void prepareHeaders(Collection<Invoice> invoices, InvoicingOptions options) {
    Stream<OdooReference> codes = invoices.stream().flatMap(invoice -> name(invoice.journal()));
    prepare(journals, Stream.concat(name(options.journal()), codes));
    Stream<OdooReference> terms =
        invoices.stream().flatMap(invoice -> Stream.ofNullable(invoice.paymentTerm()));
    prepare(paymentTerms, Stream.concat(Stream.ofNullable(options.paymentTerm()), terms));
  }

  private static Stream<OdooReference> analytics(InvoiceLine line) {
    return line.analytics().keySet().stream().map(OdooReference::name);
  }

  /** Looks up what the codes of taxes are mapped to. */
  public void prepareTaxes(Collection<Invoice> invoices) {
    prepare(
        taxNames,
        invoices.stream()
            .flatMap(invoice -> invoice.lines().stream())
            .flatMap(line -> line.taxes().stream())
            .flatMap(tax -> mapping.references(tax.code()).stream()));
  }

  private static Stream<OdooReference> name(@Nullable String text) {
    return Stream.ofNullable(text).map(OdooReference::name);
  }

  private void prepare(NameDirectory directory, Stream<OdooReference> references) {
    if (directory.prepare(references.toList())) {
      books = null;
    }
  }

  /** The lock that a day is under, in words. */
  public Optional<String> lockAt(LocalDate day) {
    return lockDates().entrySet().stream()
        .filter(lock -> !lock.getValue().isBefore(day))
        .findFirst()
        .map(
            lock ->
                "its date, %s, is in a period that %s has closed (%s %s)"
                    .formatted(day, company.name(), lock.getKey(), lock.getValue()));
  }

  private Map<String, LocalDate> lockDates() {
    if (lockDates == null) {
      Set<String> known = client.fieldsGet("res.company", LOCKS).keySet();
      Map<String, LocalDate> dates = new LinkedHashMap<>();
      for (OdooRecord read :
          client.read("res.company", List.of(company.id()), List.copyOf(known))) {
        LOCKS.stream()
            .filter(known::contains)
            .forEach(lock -> read.date(lock).ifPresent(date -> dates.put(lock, date)));
      }
      lockDates = dates;
    }
    return lockDates;
  }
}
