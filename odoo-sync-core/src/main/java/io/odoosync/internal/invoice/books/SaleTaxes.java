package io.odoosync.internal.invoice.books;

import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.NamedRecord;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.internal.field.Problems;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sale taxes of an Odoo company, and how local taxes are found among them: by what the code is
 * mapped to, else by their rate.
 *
 * @param named the taxes by what the mapping calls them
 * @param byId the same taxes by their ids
 * @param mapping what codes stand for
 */
public record SaleTaxes(NamedRecords named, Map<Long, OdooTax> byId, TaxMapping mapping) {

  /**
   * A sale tax in Odoo.
   *
   * @param id its database id
   * @param rate its rate in percent, or {@code null} if it is no percentage
   * @param priceIncluded whether prices contain it
   * @param base how it bears on other taxes of the same line
   * @param byDocument whether each document says for itself whether its prices contain the tax
   */
  public record OdooTax(
      long id,
      @Nullable BigDecimal rate,
      boolean priceIncluded,
      TaxBase base,
      boolean byDocument) {

    /** A tax that decides for itself. */
    public OdooTax(long id, @Nullable BigDecimal rate, boolean priceIncluded, TaxBase base) {
      this(id, rate, priceIncluded, base, false);
    }

    private boolean hasRate(SalesTax tax) {
      return rate != null
          && tax.ratePercent() != null
          && rate.compareTo(tax.ratePercent()) == 0;
    }

    /** As it is in a document whose prices are those of the host. */
    private OdooTax of(SalesTax tax) {
      return byDocument ? new OdooTax(id, rate, tax.priceIncluded(), base, true) : this;
    }
  }

  /**
   * How a tax bears on the others of its line.
   *
   * @param sequence its place in the order in which taxes are computed
   * @param addsToBase whether the taxes after it are computed on it as well
   * @param onTaxes whether it is computed on taxes before it that add to the base
   * @param whole whether it is charged in full; one that is charged and taken back, as for reverse
   *     charge, is not
   */
  public record TaxBase(long sequence, boolean addsToBase, boolean onTaxes, boolean whole) {

    /** A tax that knows of no other. */
    public static final TaxBase ALONE = new TaxBase(1, false, false, true);
  }

  /** Copies the taxes. */
  public SaleTaxes {
    byId = Map.copyOf(byId);
  }

  /** The tax that a local one stands for; what is wrong goes to {@code problems}. */
  public Optional<OdooTax> find(SalesTax tax, String where, Problems problems) {
    List<OdooReference> references = mapping.references(tax.code());
    String subject = where + ": tax '" + tax.code() + "' ";
    return references.isEmpty()
        ? byRate(tax, subject, problems)
        : found(tax, named.first(references), subject + "is mapped, but ", problems);
  }

  private Optional<OdooTax> byRate(SalesTax tax, String subject, Problems problems) {
    if (tax.ratePercent() == null) {
      problems.unresolved(subject + "has no rate to be found by", mapping(tax));
      return Optional.empty();
    }
    List<NamedRecord> sameRate = withRate(tax, false);
    if (sameRate.isEmpty()) {
      sameRate = withRate(tax, true);
    }
    LookupResult result = named.only(sameRate, rate(tax.ratePercent(), tax.priceIncluded()));
    return found(tax, result, subject + "is not mapped, and ", problems);
  }

  private Optional<OdooTax> found(
      SalesTax tax, LookupResult result, String before, Problems problems) {
    result.problem().ifPresent(problem -> problems.unresolved(before + problem, mapping(tax)));
    return result.id().map(byId::get).map(found -> found.of(tax));
  }

  private static String mapping(SalesTax tax) {
    return "Map the code '"
        + tax.code()
        + "' to one of Odoo's sale taxes with TaxMapping.with(…), or add that tax in Odoo.";
  }

  /** Those that decide for themselves and say the same as the host, or those that do not decide. */
  private List<NamedRecord> withRate(SalesTax tax, boolean byDocument) {
    return named.inUse().stream()
        .filter(
            candidate -> {
              OdooTax known = byId.get(candidate.id());
              return known != null
                  && known.hasRate(tax)
                  && known.byDocument() == byDocument
                  && (byDocument || known.priceIncluded() == tax.priceIncluded());
            })
        .toList();
  }

  private static String rate(BigDecimal percent, boolean included) {
    return "rate " + percent.toPlainString() + " %" + (included ? ", included in the price" : "");
  }
}
