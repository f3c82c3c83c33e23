package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.source.Invoice;
import io.odoosync.store.Link;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads from Odoo what invoices refer to: a few calls a run and company, one more for each kind of
 * code that a batch names for the first time, never one an invoice.
 */
public final class InvoiceDirectory implements InvoiceLookups {

  /** More than any database has of companies and currencies. */
  private static final Page EVERYTHING = new Page(10_000, 0, "id");

  private final OdooClient client;
  private final Links links;
  private final InvoicingOptions options;
  private final TaxMapping taxes;
  private final long userCompany;
  private final Currencies currencies;
  private final List<OdooRecord> companies;
  private final NamedRecords namedCompanies;
  private final Map<Long, CompanyDirectory> byCompany = new HashMap<>();
  private final Map<LocalKey, Long> originals = new HashMap<>();
  private final ModelFields fields;
  private final ModelFields lineFields;

  /**
   * Reads currencies and companies, and the books of the default company.
   *
   * @param userCompany the company of the integration user
   * @param moveFields all fields of {@code account.move}
   * @throws RunStoppedException if the options name a company that is not there
   */
  public InvoiceDirectory(
      OdooClient client,
      Links links,
      InvoicingOptions options,
      TaxMapping taxes,
      long userCompany,
      ModelFields moveFields) {
    this.client = client;
    this.links = links;
    this.options = options;
    this.taxes = taxes;
    this.userCompany = userCompany;
    this.fields = moveFields;
    this.lineFields = new ModelFields(client.fieldsGet("account.move.line", List.of()));
    this.currencies = readCurrencies();
    this.companies =
        client.searchRead(
            "res.company",
            Domain.all(),
            List.of("name", "tax_calculation_rounding_method"),
            EVERYTHING);
    this.namedCompanies = named(companies);
    checkDefaults();
  }

  private NamedRecords named(List<OdooRecord> records) {
    Map<Long, String> externalIds =
        client.externalIds("res.company", records.stream().map(OdooRecord::id).toList());
    return new NamedRecords(
        "companies that the integration user may work in",
        true,
        records.stream()
            .map(
                company ->
                    new NamedRecords.Named(
                        company.id(),
                        "",
                        company.text("name").orElse(""),
                        externalIds.get(company.id())))
            .toList());
  }

  private void checkDefaults() {
    Problems problems = new Problems();
    Optional<CompanyDirectory> directory = directory(options.company(), problems);
    directory.ifPresent(company -> company.checkDefaults(options, problems));
    if (!problems.none()) {
      Failure found = problems.failure();
      throw new RunStoppedException(
          Failure.of(
              found.cause(),
              "the invoicing options do not fit this Odoo: " + found.reason(),
              found.advice()),
          null);
    }
  }

  public Currencies currencies() {
    return currencies;
  }

  private Currencies readCurrencies() {
    Domain alsoInactive = Domain.field("active").isIn(List.of(true, false));
    Map<String, Currencies.OdooCurrency> byCode = new HashMap<>();
    for (OdooRecord currency :
        client.searchRead(
            "res.currency",
            alsoInactive,
            List.of("name", "active", "decimal_places"),
            EVERYTHING)) {
      byCode.put(
          currency.text("name").orElse(""),
          new Currencies.OdooCurrency(
              currency.id(),
              currency.flag("active"),
              currency.number("decimal_places").map(BigDecimal::intValue).orElse(2)));
    }
    return new Currencies(byCode);
  }

  /** Looks up all that a batch names and is not known yet. */
  public void prepare(Collection<Invoice> invoices) {
    Map<Long, List<Invoice>> issuers =
        invoices.stream()
            .filter(invoice -> companyId(invoice) != null)
            .collect(Collectors.groupingBy(invoice -> Objects.requireNonNull(companyId(invoice))));
    issuers.forEach((company, issued) -> directory(company).prepare(issued, options));
    findOriginals(invoices);
  }

  /** What keeps an invoice out of its period, which Odoo 14 does not say when it refuses one. */
  public Optional<String> lockOf(Invoice invoice) {
    LocalDate date = invoice.invoiceDate();
    Long company = companyId(invoice);
    return date == null || company == null ? Optional.empty() : directory(company).lockAt(date);
  }

  /** Originals of credit notes may be sent between two batches, so they are looked up each time. */
  void findOriginals(Collection<Invoice> invoices) {
    Set<LocalKey> keys = new TreeSet<>();
    for (Invoice invoice : invoices) {
      if (invoice.original() != null) {
        keys.add(invoice.original());
      }
    }
    if (!keys.isEmpty()) {
      for (Link link : links.find(EntityType.INVOICE, keys).values()) {
        if (link.odooId() != null) {
          originals.put(link.key(), link.odooId());
        }
      }
    }
  }

  @Override
  public Optional<CompanyBooks> books(@Nullable OdooReference company, Problems problems) {
    return directory(company, problems).map(CompanyDirectory::books);
  }

  @Override
  public Optional<Long> sent(LocalKey key) {
    return Optional.ofNullable(originals.get(key));
  }

  @Override
  public ModelFields fields() {
    return fields;
  }

  @Override
  public ModelFields lineFields() {
    return lineFields;
  }

  private @Nullable Long companyId(Invoice invoice) {
    OdooReference company = InvoiceMapper.company(invoice, options);
    return company == null
        ? Long.valueOf(userCompany)
        : namedCompanies
            .find(company, "company", new Problems())
            .map(NamedRecords.Named::id)
            .orElse(null);
  }

  private Optional<CompanyDirectory> directory(@Nullable OdooReference company, Problems problems) {
    return company == null
        ? Optional.of(directory(userCompany))
        : namedCompanies.find(company, "company", problems).map(named -> directory(named.id()));
  }

  private CompanyDirectory directory(long company) {
    return byCompany.computeIfAbsent(company, this::open);
  }

  private CompanyDirectory open(long id) {
    OdooRecord company =
        companies.stream()
            .filter(record -> record.id() == id)
            .findFirst()
            .orElseThrow(
                () ->
                    new RunStoppedException(
                        Failure.of(
                                FailureCause.MISSING_RIGHT,
                                "Odoo does not show the integration user its company",
                                "Look at its access rights and its company.")
                            .onModel("res.company"),
                        null));
    boolean globally =
        company
            .text("tax_calculation_rounding_method")
            .filter("round_globally"::equals)
            .isPresent();
    return new CompanyDirectory(
        client, new CompanyBooks.Company(id, company.text("name").orElse(""), globally), taxes);
  }
}
