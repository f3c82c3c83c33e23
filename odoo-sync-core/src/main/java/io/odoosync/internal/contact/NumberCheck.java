package io.odoosync.internal.contact;

import io.odoosync.internal.field.Blanks;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.text.FrenchNumbers;
import io.odoosync.internal.text.VatNumbers;
import io.odoosync.source.Contact;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is certainly wrong with the VAT number and the company registry of a contact. What may
 * be something else that is right passes: Odoo stores it, and people may know why.
 */
final class NumberCheck {

  private NumberCheck() {}

  /** Adds what is wrong to the problems of the contact. */
  static void check(Contact contact, Problems problems) {
    Optional<TaxNumber> vat = TaxNumber.of(contact.vat());
    vat.flatMap(number -> fault(number, contact.address().countryCode()))
        .ifPresent(fault -> problems.add("VAT number '" + contact.vat() + "' " + fault));
    String registry = TaxNumber.plain(contact.companyRegistry());
    if (!registry.isEmpty() && isFrench(contact)) {
      FrenchNumbers.fault(registry)
          .ifPresentOrElse(
              fault ->
                  problems.add("company registry '" + contact.companyRegistry() + "' " + fault),
              () -> agree(vat, registry, contact, problems));
    }
  }

  /** Whether its register is the French one: by its address, else by its VAT number. */
  static boolean isFrench(Contact contact) {
    String country = contact.address().countryCode();
    return country == null || Blanks.isBlank(country)
        ? TaxNumber.of(contact.vat()).filter(vat -> "FR".equals(vat.country())).isPresent()
        : FrenchNumbers.isFrench(country);
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
            || (address == null || Blanks.isBlank(address)
                ? vat.number().matches("[0-9]+")
                : vat.isOf(address));
    return judged ? VatNumbers.fault(country, vat.number()) : Optional.empty();
  }

  private static void agree(
      Optional<TaxNumber> vat, String registry, Contact contact, Problems problems) {
    vat.filter(number -> "FR".equals(number.country()))
        .flatMap(number -> FrenchNumbers.sirenOfVat(number.number()))
        .filter(siren -> !registry.startsWith(siren))
        .ifPresent(
            siren ->
                problems.add(
                    "VAT number '"
                        + contact.vat()
                        + "' is of the company "
                        + siren
                        + ", but company registry '"
                        + contact.companyRegistry()
                        + "' of the company "
                        + registry.substring(0, siren.length())));
  }
}
