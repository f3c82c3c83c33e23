package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.internal.exchange.Identity;
import io.odoosync.internal.exchange.NameDirectory;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.invoice.books.CompanyBooks;
import io.odoosync.internal.invoice.books.CompanyDirectory;
import io.odoosync.internal.invoice.books.Currencies;
import io.odoosync.internal.invoice.books.Sellers;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.Invoice;
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

  private static final NamedModel COMPANY =
      NamedModel.of("company open to the integration user", "res.company", "name", "name")
          .reading(List.of("tax_calculation_rounding_method"));

  private final OdooClient known;
  private final Identity identity;
  private final InvoicingOptions options;
  private final TaxMapping taxes;
  private final long userCompany;
  private final Currencies currencies;
  private final NameDirectory companies;
  private final Map<Long, CompanyDirectory> byCompany = new HashMap<>();
  private final ModelFields fields;
  private final ModelFields lineFields;
  private final FieldValues sellers;
  private final DepositNumbers deposits;

  /**
   * Reads currencies and companies, and the books of the default company.
   *
   * @param known asks for what seldom changes
   * @param userCompany the company of the integration user
   * @param moveFields all fields of {@code account.move}
   * @param lineFields all fields of {@code account.move.line}
   * @throws RunStoppedException if the options name a company that is not there
   */
  public InvoiceDirectory(
      OdooClient client,
      OdooClient known,
      Identity identity,
      InvoicingOptions options,
      TaxMapping taxes,
      long userCompany,
      ModelFields moveFields,
      ModelFields lineFields) {
    this.known = known;
    this.identity = identity;
    this.options = options;
    this.taxes = taxes;
    this.userCompany = userCompany;
    this.fields = moveFields;
    this.lineFields = lineFields;
    this.currencies = Currencies.read(known);
    this.companies = new NameDirectory(known, COMPANY);
    this.deposits = new DepositNumbers(client, identity);
    Problems problems = new Problems();
    this.sellers = Sellers.of(known, options, moveFields, problems);
    checkDefaults(problems);
  }

  private void checkDefaults(Problems problems) {
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

  /** Looks up all that a batch names and is not known yet. */
  public void prepare(Collection<Invoice> invoices) {
    companies.prepare(
        invoices.stream()
            .map(invoice -> InvoiceMapper.company(invoice, options))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
    Map<Long, List<Invoice>> issuers =
        invoices.stream()
            .filter(invoice -> companyId(invoice) != null)
            .collect(Collectors.groupingBy(invoice -> Objects.requireNonNull(companyId(invoice))));
    issuers.forEach((company, issued) -> directory(company).prepare(issued, options));
    findOriginals(invoices);
    deposits.prepare(invoices);
  }

  /** What keeps an invoice out of its period, which Odoo 14 does not say when it refuses one. */
  public Optional<String> lockOf(Invoice invoice) {
    LocalDate date = invoice.invoiceDate();
    Long company = companyId(invoice);
    return date == null || company == null ? Optional.empty() : directory(company).lockAt(date);
  }

  /** Looks up the originals of credit notes, all in one call, before {@link #sent} is asked. */
  void findOriginals(Collection<Invoice> invoices) {
    Set<LocalKey> keys = new TreeSet<>();
    for (Invoice invoice : invoices) {
      if (invoice.original() != null) {
        keys.add(invoice.original());
      }
    }
    identity.proven(EntityType.INVOICE, keys);
  }

  /** The books of the company that issues an invoice, with the taxes that the invoice names. */
  Optional<CompanyBooks> books(Invoice invoice) {
    Long company = companyId(invoice);
    if (company == null) {
      return Optional.empty();
    }
    directory(company).prepareTaxes(List.of(invoice));
    return Optional.of(directory(company).books());
  }

  @Override
  public Optional<CompanyBooks> books(@Nullable OdooReference company, Problems problems) {
    return directory(company, problems).map(CompanyDirectory::books);
  }

  @Override
  public Optional<Long> sent(LocalKey key) {
    return Optional.ofNullable(identity.proven(EntityType.INVOICE, Set.of(key)).get(key));
  }

  @Override
  public Optional<String> number(LocalKey key) {
    return deposits.of(key);
  }

  @Override
  public FieldValues sellers() {
    return sellers;
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
    return company == null ? Long.valueOf(userCompany) : companies.find(company).id().orElse(null);
  }

  private Optional<CompanyDirectory> directory(@Nullable OdooReference company, Problems problems) {
    return company == null
        ? Optional.of(directory(userCompany))
        : companies.find(company).orProblem("", problems).map(this::directory);
  }

  private CompanyDirectory directory(long company) {
    return byCompany.computeIfAbsent(company, this::open);
  }

  private CompanyDirectory open(long id) {
    OdooRecord company =
        companies.all().stream()
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
        known,
        new CompanyBooks.Company(id, company.text("name").orElse(""), globally),
        taxes,
        fields.takes(DocumentTaxMode.FIELD));
  }
}
