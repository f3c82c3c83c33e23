package io.odoosync.internal.invoice.einvoice;

import io.odoosync.internal.number.FrenchNumbers;
import java.util.Locale;
import java.util.Set;

/**
 * Where a party is; what is absent is empty.
 *
 * @param country ISO 3166 code
 */
public record Address(String street, String postcode, String city, String country) {

  /** The EU, and whom Odoo treats alike: Norway, Iceland, Liechtenstein. */
  private static final Set<String> EUROPE =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "NO", "IS", "LI");

  private static final Set<String> CANARY = Set.of("35", "38");
  private static final Set<String> CEUTA = Set.of("51", "52");

  /** Keeps the country in capital letters. */
  public Address {
    country = country.toUpperCase(Locale.ROOT);
  }

  boolean isComplete() {
    return !street.isBlank() && !postcode.isBlank() && !city.isBlank();
  }

  boolean isFrench() {
    return FrenchNumbers.isFrench(country);
  }

  boolean isEuropean() {
    return EUROPE.contains(country);
  }

  boolean isCanary() {
    return isSpanish(CANARY);
  }

  boolean isCeuta() {
    return isSpanish(CEUTA);
  }

  private boolean isSpanish(Set<String> provinces) {
    return country.equals("ES")
        && postcode.length() > 1
        && provinces.contains(postcode.substring(0, 2));
  }
}
