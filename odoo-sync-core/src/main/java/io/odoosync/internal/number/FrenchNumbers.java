package io.odoosync.internal.number;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of the French register of companies: the SIREN of a company, 9 digits, and the SIRET of
 * one of its establishments, its SIREN and 5 more. Both have check digits by Luhn; the
 * establishments of La Poste are so many that the sum of their digits counts instead.
 */
public final class FrenchNumbers {

  private static final String LA_POSTE = "356000000";

  /** France and those of its territories whose companies are in the same register, by ISO code. */
  private static final Set<String> COUNTRIES =
      Set.of("FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF");

  private FrenchNumbers() {}

  /** Whether companies of this country have a SIREN. */
  public static boolean isFrench(@Nullable String country) {
    return country != null && COUNTRIES.contains(country.strip().toUpperCase(Locale.ROOT));
  }

  /** Whether it is a SIREN: 9 digits, the last of which checks the others. */
  public static boolean isSiren(String number) {
    return number.matches("[0-9]{9}") && CheckDigits.luhn(number);
  }

  /** Whether it is a SIRET: a SIREN and 5 digits, the last of which checks all the others. */
  public static boolean isSiret(String number) {
    return number.matches("[0-9]{14}")
        && isSiren(number.substring(0, 9))
        && (CheckDigits.luhn(number) || isOfLaPoste(number));
  }

  private static boolean isOfLaPoste(String siret) {
    return siret.startsWith(LA_POSTE) && CheckDigits.sum(siret) % 5 == 0;
  }

  /** What is wrong with a number that is to be a SIREN or a SIRET; nothing if it is one. */
  public static Optional<String> fault(String number) {
    if (isSiren(number) || isSiret(number)) {
      return Optional.empty();
    } else if (!number.matches("[0-9]{9}|[0-9]{14}")) {
      return Optional.of("is neither a SIREN of 9 digits nor a SIRET of 14");
    }
    return Optional.of(
        "is no "
            + (number.length() == 9 ? "SIREN" : "SIRET")
            + ": its check digits do not fit, so a digit is mistyped");
  }

  /** The SIREN in a French VAT number without its prefix, if there is one. */
  public static Optional<String> sirenOfVat(String number) {
    return number.matches("[0-9A-Z]{2}[0-9]{9}")
        ? Optional.of(number.substring(2))
        : Optional.empty();
  }

  /** Whether the key in front of the SIREN is that of the SIREN; one with letters is not judged. */
  static boolean hasItsKey(String number) {
    if (!number.matches("[0-9]{11}")) {
      return true;
    }
    long siren = Long.parseLong(number.substring(2));
    return Long.parseLong(number.substring(0, 2)) == (12 + 3 * (siren % 97)) % 97;
  }
}
