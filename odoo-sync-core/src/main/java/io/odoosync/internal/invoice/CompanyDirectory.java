package io.odoosync.internal.invoice;

import io.odoosync.InvoicingOptions;
import io.odoosync.TaxMapping;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.internal.field.Problems;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
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
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what invoices of one company refer to, and nothing of another company's. */
final class CompanyDirectory {

  private static final int MANY = 10_000;
  private static final Page EVERYTHING = new Page(MANY, 0, "id");

  /** The order in which Odoo itself looks for a sale journal. */
  private static final Page JOURNALS = new Page(MANY, 0, "sequence, type, code");

  private static final List<String> LOCKS =
      List.of("hard_lock_date", "fiscalyear_lock_date", "sale_lock_date", "period_lock_date");

  private final OdooClient client;
  private final CompanyBooks.Company company;
  private final SaleTaxes taxes;
  private final SaleJournals journals;
  private final Coded products;
  private final Coded accounts;
  private final Coded analytics;
  private @Nullable NamedRecords paymentTerms;
  private @Nullable Map<String, LocalDate> lockDates;

  CompanyDirectory(OdooClient client, CompanyBooks.Company company, TaxMapping mapping) {
    // With another current company Odoo would answer with that one's account codes.
    this.client = client.withContext("allowed_company_ids", List.of(company.id()));
    this.company = company;
    this.taxes = new SaleTaxes(new TaxReader(this.client).saleTaxes(company.id()), mapping);
    this.journals = readJournals();
    this.products = new Coded("products", "product.product", List.of("default_code"));
    this.accounts = new Coded("accounts of " + company.name(), "account.account", List.of("code"));
    this.analytics =
        new Coded("analytic accounts", "account.analytic.account", List.of("code", "name"));
  }

  /** Finds out whether the engine's options fit, before anything is written. */
  void checkDefaults(InvoicingOptions options, Problems problems) {
    if (options.journal() != null) {
      journals.named().withCode(options.journal(), "journal", problems);
    }
    if (options.paymentTerm() != null) {
      paymentTerms().find(options.paymentTerm(), "payment term", problems);
    }
  }

  CompanyBooks books() {
    return new CompanyBooks(
        company,
        taxes,
        journals,
        paymentTerms == null ? terms(List.of()) : paymentTerms,
        products.found(),
        accounts.found(),
        analytics.found());
  }

  void prepare(Collection<Invoice> invoices, InvoicingOptions options) {
    boolean terms = invoices.stream().anyMatch(invoice -> invoice.paymentTerm() != null);
    if (terms || options.paymentTerm() != null) {
      paymentTerms();
    }
    products.find(names(invoices, line -> Stream.ofNullable(line.product())));
    accounts.find(names(invoices, line -> Stream.ofNullable(line.account())));
    analytics.find(names(invoices, line -> line.analytics().keySet().stream()));
  }

  /** The lock that a day is under, in words. */
  Optional<String> lockAt(LocalDate day) {
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

  private static Set<String> names(
      Collection<Invoice> invoices, Function<InvoiceLine, Stream<String>> named) {
    Set<String> names = new TreeSet<>();
    invoices.forEach(invoice -> invoice.lines().stream().flatMap(named).forEach(names::add));
    return names;
  }

  private SaleJournals readJournals() {
    Domain sales =
        Domain.field("type")
            .isEqualTo("sale")
            .and(Domain.field("company_id").isEqualTo(company.id()));
    List<OdooRecord> records =
        client.searchRead(
            "account.journal",
            sales,
            List.of("name", "code", "default_account_id", "currency_id"),
            JOURNALS);
    return new SaleJournals(
        new NamedRecords(
            "sale journals of " + company.name(),
            true,
            records.stream().map(journal -> named(journal, "code", null)).toList()),
        references(records, "default_account_id"),
        references(records, "currency_id"));
  }

  private static Map<Long, Long> references(List<OdooRecord> records, String field) {
    Map<Long, Long> references = new HashMap<>();
    for (OdooRecord record : records) {
      record.reference(field).ifPresent(id -> references.put(record.id(), id));
    }
    return references;
  }

  private NamedRecords paymentTerms() {
    if (paymentTerms == null) {
      List<OdooRecord> records =
          client.searchRead(
              "account.payment.term", ours("company_id"), List.of("name"), EVERYTHING);
      Map<Long, String> externalIds =
          client.externalIds("account.payment.term", records.stream().map(OdooRecord::id).toList());
      paymentTerms =
          terms(records.stream().map(term -> named(term, "", externalIds.get(term.id()))).toList());
    }
    return paymentTerms;
  }

  private static NamedRecords terms(List<NamedRecords.Named> all) {
    return new NamedRecords("payment terms", true, all);
  }

  private static NamedRecords.Named named(
      OdooRecord record, String codeField, @Nullable String externalId) {
    return new NamedRecords.Named(
        record.id(), record.text(codeField).orElse(""), record.text("name").orElse(""), externalId);
  }

  /** The company's own records, and those that belong to all companies. */
  private Domain ours(String field) {
    List<@Nullable Object> owners = new ArrayList<>();
    owners.add(company.id());
    owners.add(false);
    return Domain.field(field).isIn(owners);
  }

  /** Records that are looked up by code, those of a batch in one call. */
  private final class Coded {
    private final String what;
    private final String model;
    private final List<String> keys;
    private final Set<String> asked = new TreeSet<>();
    private final Map<Long, NamedRecords.Named> found = new LinkedHashMap<>();

    private Coded(String what, String model, List<String> keys) {
      this.what = what;
      this.model = model;
      this.keys = keys;
    }

    private NamedRecords found() {
      return new NamedRecords(what, false, List.copyOf(found.values()));
    }

    private void find(Set<String> names) {
      names.removeAll(asked);
      if (names.isEmpty()) {
        return;
      }
      asked.addAll(names);
      String code = keys.get(0);
      Domain named =
          keys.stream().map(key -> Domain.field(key).isIn(names)).reduce(Domain::or).orElseThrow();
      List<String> fields = Stream.concat(keys.stream(), Stream.of("name")).distinct().toList();
      for (OdooRecord record : client.searchRead(model, named.and(owned()), fields, EVERYTHING)) {
        found.put(record.id(), CompanyDirectory.named(record, code, null));
      }
    }

    /** Accounts may belong to several companies on Odoo 18 and later. */
    private Domain owned() {
      Set<String> known = client.fieldsGet(model, List.of("company_id", "company_ids")).keySet();
      return known.contains("company_ids")
          ? Domain.field("company_ids").isIn(List.of(company.id()))
          : ours("company_id");
    }
  }
}
