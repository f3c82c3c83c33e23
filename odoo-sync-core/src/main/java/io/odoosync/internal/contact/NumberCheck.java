package io.odoosync.internal.contact;

import io.odoosync.Failure;
import io.odoosync.internal.field.Blanks;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.number.FrenchNumbers;
import io.odoosync.internal.number.VatNumbers;
import io.odoosync.source.Contact;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is certainly wrong with the VAT number and the company registry that a contact is
 * about to give its partner. What may be something else that is right passes, and so does what the
 * partner has already: Odoo stores it, and people may know why.
 */
final class NumberCheck {

  private static final String VAT = "vat";

  private NumberCheck() {}

  /** What is wrong with the numbers among the values that would be written, if anything is. */
  static Optional<Failure> failure(Contact contact, FieldValues written, FieldValues odoo) {
    Problems problems = new Problems();
    String vat = isNews(VAT, written, odoo) ? written.get(VAT).text().orElse("") : "";
    Optional<TaxNumber> number = TaxNumber.of(vat);
    number
        .flatMap(news -> fault(news, contact.address().countryCode()))
        .ifPresent(fault -> problems.add("VAT number '" + vat + "' " + fault));
    String registry = TaxNumber.plain(contact.companyRegistry());
    boolean given = CompanyRegistry.FIELDS.stream().anyMatch(f -> isNews(f, written, odoo));
    if (given && !registry.isEmpty() && isFrench(contact)) {
      FrenchNumbers.fault(registry)
          .ifPresent(fault -> problems.add(registry(contact) + " " + fault));
    }
    if ((given || number.isPresent()) && problems.none() && !registry.isEmpty()) {
      agree(contact, registry, problems);
    }
    return problems.none() ? Optional.empty() : Optional.of(problems.failure());
  }

  /** Whether a number would be written that Odoo does not have, with its country or without. */
  private static boolean isNews(String field, FieldValues written, FieldValues odoo) {
    Optional<String> given = number(field, written);
    return given.isPresent() && !given.equals(number(field, odoo));
  }

  private static Optional<String> number(String field, FieldValues values) {
    return values.get(field).text().flatMap(TaxNumber::of).map(TaxNumber::number);
  }

  /** Whether its register is the French one: by its address, else by its VAT number. */
  static boolean isFrench(Contact contact) {
    String country = contact.address().countryCode();
    return isAbsent(country)
        ? TaxNumber.of(contact.vat()).filter(vat -> "FR".equals(vat.country())).isPresent()
        : FrenchNumbers.isFrench(country);
  }

  private static boolean isAbsent(@Nullable String country) {
    return country == null || Blanks.isBlank(country);
  }

  /**
   * A prefix may be none: {@code HRB 1} is no number of Croatia. Another shape counts only if the
   * contact is of that country, or of none and there are digits only.
   */
  private static Optional<String> fault(TaxNumber vat, @Nullable String address) {
    String country = vat.country();
    if (country == null) {
      return Optional.empty();
    }
    boolean judged =
        VatNumbers.hasShape(country, vat.number())
            || (isAbsent(address) ? vat.number().matches("[0-9]+") : vat.isOf(address));
    return judged ? VatNumbers.fault(country, vat.number()) : Optional.empty();
  }

  /** Both numbers have the SIREN of the company in them. */
  private static void agree(Contact contact, String registry, Problems problems) {
    TaxNumber.of(contact.vat())
        .filter(vat -> "FR".equals(vat.country()) && isFrench(contact))
        .flatMap(vat -> FrenchNumbers.sirenOfVat(vat.number()))
        .filter(siren -> FrenchNumbers.fault(registry).isEmpty() && !registry.startsWith(siren))
        .ifPresent(
            siren ->
                problems.add(
                    "VAT number '"
                        + contact.vat()
                        + "' is of the company "
                        + siren
                        + ", but "
                        + registry(contact)
                        + " of the company "
                        + registry.substring(0, siren.length())));
  }

  private static String registry(Contact contact) {
    return "company registry '" + contact.companyRegistry() + "'";
  }
}
