package io.odoosync.internal.invoice;

import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.internal.field.Problems;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sale taxes of the Odoo company, and how local taxes are found among them. */
public record SaleTaxes(List<OdooTax> taxes, TaxMapping mapping) {

  /**
   * A sale tax in Odoo.
   *
   * @param id its database id
   * @param name what users read
   * @param rate its rate in percent, or {@code null} if it is no percentage
   * @param priceIncluded whether prices contain it
   * @param externalId with its module, or {@code null} if it has none
   * @param base how it bears on other taxes of the same line
   */
  public record OdooTax(
      long id,
      String name,
      @Nullable BigDecimal rate,
      boolean priceIncluded,
      @Nullable String externalId,
      TaxBase base) {

    private boolean is(OdooReference reference) {
      return new NamedRecords.Named(id, "", name, externalId).is(reference);
    }

    private boolean matches(SalesTax tax) {
      return rate != null
          && tax.ratePercent() != null
          && rate.compareTo(tax.ratePercent()) == 0
          && priceIncluded == tax.priceIncluded();
    }

    @Override
    public String toString() {
      return "'" + name + "' (id " + id + ")";
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
    taxes = List.copyOf(taxes);
  }

  /** The tax that a local one stands for; what is wrong goes to {@code problems}. */
  Optional<OdooTax> find(SalesTax tax, String where, Problems problems) {
    List<OdooReference> references = mapping.references(tax.code());
    return references.isEmpty()
        ? byRate(tax, where, problems)
        : byReference(tax, references, where, problems);
  }

  private Optional<OdooTax> byReference(
      SalesTax tax, List<OdooReference> references, String where, Problems problems) {
    for (OdooReference reference : references) {
      List<OdooTax> found = taxes.stream().filter(candidate -> candidate.is(reference)).toList();
      if (!found.isEmpty()) {
        return only(
            tax, found, where + ": tax '" + tax.code() + "' is mapped to " + reference, problems);
      }
    }
    problems.unresolved(
        where
            + ": tax '"
            + tax.code()
            + "' is mapped to "
            + references.stream().map(Object::toString).collect(Collectors.joining(" or "))
            + ", which is none of the company's sale taxes: "
            + taxes,
        mapping(tax));
    return Optional.empty();
  }

  private Optional<OdooTax> byRate(SalesTax tax, String where, Problems problems) {
    List<OdooTax> found = taxes.stream().filter(candidate -> candidate.matches(tax)).toList();
    String description = where + ": tax '" + tax.code() + "'" + rate(tax);
    if (found.isEmpty()) {
      problems.unresolved(
          description + " is none of the company's sale taxes in Odoo: " + taxes, mapping(tax));
      return Optional.empty();
    }
    return only(tax, found, description, problems);
  }

  private static Optional<OdooTax> only(
      SalesTax tax, List<OdooTax> found, String description, Problems problems) {
    if (found.size() > 1) {
      problems.unresolved(description + " is ambiguous: it may be " + found, mapping(tax));
      return Optional.empty();
    }
    return Optional.of(found.get(0));
  }

  private static String mapping(SalesTax tax) {
    return "Map the code '"
        + tax.code()
        + "' to one of Odoo's sale taxes with TaxMapping.with(…), or add that tax in Odoo.";
  }

  private static String rate(SalesTax tax) {
    if (tax.ratePercent() == null) {
      return " without a rate";
    }
    return " of "
        + tax.ratePercent().toPlainString()
        + " %"
        + (tax.priceIncluded() ? ", included in the price," : "");
  }
}
