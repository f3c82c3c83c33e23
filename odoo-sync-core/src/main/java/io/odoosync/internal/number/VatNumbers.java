package io.odoosync.internal.number;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is certainly wrong with VAT numbers: of the EU's countries the shape, as the European
 * Commission publishes it for VIES, and the check digits of those whose rule is well known. Other
 * countries are not judged, nor is whether a number was ever given to anybody.
 */
public final class VatNumbers {

  /**
   * The rule of one country.
   *
   * @param shape a pattern of the number without its prefix
   * @param words what the shape is, for people
   * @param check whether a number of this shape has the right check digits
   */
  private record Rule(String shape, String words, Predicate<String> check) {}

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          rule("AT", "U[0-9]{8}", "U and 8 digits", VatNumbers::isAustrian),
          rule("BE", "[0-9]{9,10}", "10 digits", VatNumbers::isBelgian),
          rule("BG", "[0-9]{9,10}", "9 or 10 digits"),
          rule("CY", "[0-9]{8}[A-Z]", "8 digits and a letter"),
          rule("CZ", "[0-9]{8,10}", "8 to 10 digits"),
          rule("DE", "[1-9][0-9]{8}", "9 digits", CheckDigits::mod11And10),
          rule("DK", "[0-9]{8}", "8 digits"),
          rule("EE", "[0-9]{9}", "9 digits"),
          rule("ES", "[0-9A-Z][0-9]{7}[0-9A-Z]", "9 digits or letters"),
          rule("FI", "[0-9]{8}", "8 digits", VatNumbers::isFinnish),
          rule("FR", "[0-9A-Z]{2}[0-9]{9}", "a key and 9 digits", FrenchNumbers::hasItsKey),
          rule("GR", "[0-9]{9}", "9 digits", VatNumbers::isGreek),
          rule("HR", "[0-9]{11}", "11 digits", CheckDigits::mod11And10),
          rule("HU", "[0-9]{8}", "8 digits"),
          rule("IE", "[0-9][0-9A-Z]?[0-9]{5}[A-Z]{1,2}", "7 digits and a letter or two"),
          rule("IT", "[0-9]{11}", "11 digits", CheckDigits::luhn),
          rule("LT", "[0-9]{9}|[0-9]{12}", "9 or 12 digits"),
          rule("LU", "[0-9]{8}", "8 digits", VatNumbers::isOfLuxembourg),
          rule("LV", "[0-9]{11}", "11 digits"),
          rule("MT", "[0-9]{8}", "8 digits"),
          rule("NL", "[0-9]{9}B[0-9]{2}", "9 digits, B and 2 digits"),
          rule("PL", "[0-9]{10}", "10 digits", VatNumbers::isPolish),
          rule("PT", "[0-9]{9}", "9 digits", VatNumbers::isPortuguese),
          rule("RO", "[0-9]{2,13}", "2 to 13 digits"),
          rule("SE", "[0-9]{12}", "12 digits", vat -> CheckDigits.luhn(vat.substring(0, 10))),
          rule("SI", "[0-9]{8}", "8 digits"),
          rule("SK", "[0-9]{10}", "10 digits", vat -> Long.parseLong(vat) % 11 == 0));

  private VatNumbers() {}

  private static Map.Entry<String, Rule> rule(String country, String shape, String words) {
    return rule(country, shape, words, vat -> true);
  }

  private static Map.Entry<String, Rule> rule(
      String country, String shape, String words, Predicate<String> check) {
    return Map.entry(country, new Rule(shape, words, check));
  }

  /** Whether it looks like a number of this country; of one without a rule, any does. */
  public static boolean hasShape(String country, String number) {
    Rule rule = RULES.get(country);
    return rule == null || number.matches(rule.shape);
  }

  /**
   * What is certainly wrong; nothing if it is right or can't be judged.
   *
   * @param country ISO code of the country that the number begins with
   * @param number the rest of it, in capitals and without separators
   */
  public static Optional<String> fault(String country, String number) {
    Rule rule = RULES.get(country);
    if (rule == null) {
      return Optional.empty();
    } else if (!hasShape(country, number)) {
      return Optional.of("has not the shape of one of " + country + ", " + rule.words);
    }
    return rule.check.test(number)
        ? Optional.empty()
        : Optional.of("has check digits that do not fit, so a digit is mistyped");
  }

  private static boolean isAustrian(String vat) {
    String digits = vat.substring(1);
    int sum = 0;
    for (int place = 0; place < 7; place++) {
      int doubled = CheckDigits.weighted(digits.substring(place), place % 2 + 1);
      sum += doubled / 10 + doubled % 10;
    }
    return (10 - (sum + 4) % 10) % 10 == CheckDigits.last(digits);
  }

  /** Numbers of 9 digits are of before 2005; they had no 0 in front. */
  private static boolean isBelgian(String vat) {
    int end = vat.length() - 2;
    return 97 - Long.parseLong(vat.substring(0, end)) % 97 == Long.parseLong(vat.substring(end));
  }

  private static boolean isFinnish(String vat) {
    return CheckDigits.weighted(vat, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
  }

  private static boolean isGreek(String vat) {
    int rest = CheckDigits.weighted(vat, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10;
    return rest == CheckDigits.last(vat);
  }

  private static boolean isOfLuxembourg(String vat) {
    return Long.parseLong(vat.substring(0, 6)) % 89 == Long.parseLong(vat.substring(6));
  }

  private static boolean isPolish(String vat) {
    return CheckDigits.weighted(vat, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == CheckDigits.last(vat);
  }

  private static boolean isPortuguese(String vat) {
    int rest = 11 - CheckDigits.weighted(vat, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return (rest > 9 ? 0 : rest) == CheckDigits.last(vat);
  }
}
