package io.odoosync.internal.invoice.einvoice;

import java.util.Locale;
import java.util.regex.Pattern;

/** SIREN, SIRET and French VAT numbers, and their check digits. */
final class CompanyNumbers {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u202f.\\-]");
  private static final Pattern FRENCH_VAT = Pattern.compile("FR[0-9A-HJ-NP-Z]{2}\\d{9}");
  private static final Pattern DIGITS = Pattern.compile("\\d++");

  private static final int SIREN = 9;
  private static final int SIRET = 14;

  /** La Poste has more branches than Luhn's formula has numbers. */
  private static final String LA_POSTE = "356000000";

  private CompanyNumbers() {}

  static String compact(String number) {
    return SEPARATORS.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** Whether it has the length of a SIREN or of a SIRET, and digits only. */
  static boolean isWellFormed(String number) {
    return DIGITS.matcher(number).matches()
        && (number.length() == SIREN || number.length() == SIRET);
  }

  static boolean isSiret(String number) {
    return isWellFormed(number) && number.length() == SIRET;
  }

  static String siren(String number) {
    return number.substring(0, SIREN);
  }

  /** Whether the check digits of a well-formed number are right. */
  static boolean isRight(String number) {
    boolean siren = luhn(siren(number)) % 10 == 0;
    if (number.length() == SIREN) {
      return siren;
    }
    return siren
        && (luhn(number) % 10 == 0
            || (number.startsWith(LA_POSTE)
                && number.chars().map(digit -> digit - '0').sum() % 5 == 0));
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum;
  }

  static boolean isFrenchVat(String vat) {
    return FRENCH_VAT.matcher(vat).matches();
  }

  /** Whether the key of a well-formed French VAT number is right; one with letters can't be told. */
  static boolean hasRightKey(String vat) {
    String key = vat.substring(2, 4);
    if (!DIGITS.matcher(key).matches()) {
      return true;
    }
    long siren = Long.parseLong(vat.substring(4));
    return Integer.parseInt(key) == (12 + 3 * (siren % 97)) % 97;
  }

  static String sirenOfVat(String vat) {
    return vat.substring(4);
  }
}
