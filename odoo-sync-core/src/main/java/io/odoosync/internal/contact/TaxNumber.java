package io.odoosync.internal.contact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A VAT number as it is compared: without separators, in capitals, its country apart.
 *
 * @param country ISO code; {@code null} if the number does not begin with one
 * @param number the rest
 */
record TaxNumber(@Nullable String country, String number) {

  /** Where the prefix is not the ISO code, and what people write. */
  private static final Map<String, String> ALIASES = Map.of("EL", "GR", "UK", "GB", "XI", "GB");

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Reads one; nothing if the text holds neither letter nor digit. */
  static Optional<TaxNumber> of(@Nullable String text) {
    String plain = plain(text);
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    String country = plain.length() > 2 ? iso(plain.substring(0, 2)) : "";
    boolean hasCountry = COUNTRIES.contains(country) && plain.chars().anyMatch(Character::isDigit);
    return Optional.of(
        hasCountry ? new TaxNumber(country, plain.substring(2)) : new TaxNumber(null, plain));
  }

  /** Letters and digits in capitals, however wide they were typed. */
  static String plain(@Nullable String text) {
    String compatible = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC);
    return compatible.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}]", "").toUpperCase(Locale.ROOT);
  }

  /**
   * Whether two equal numbers are the same: of the same country, as far as one is known.
   *
   * @param own the country of whose number this is; {@code null} if it is not known
   * @param others the country of whose number the other one is
   */
  boolean isSame(@Nullable String own, TaxNumber other, @Nullable String others) {
    String here = country == null ? iso(own) : country;
    String there = other.country == null ? iso(others) : other.country;
    return number.equals(other.number) && (here.isEmpty() || there.isEmpty() || here.equals(there));
  }

  /** Whether it begins with the prefix of this country. */
  boolean isOf(@Nullable String other) {
    return country != null && country.equals(iso(other));
  }

  private static String iso(@Nullable String code) {
    String capitals = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
    return ALIASES.getOrDefault(capitals, capitals);
  }
}
