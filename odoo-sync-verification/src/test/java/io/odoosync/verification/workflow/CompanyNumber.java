package io.odoosync.verification.workflow;

import java.util.Random;

/** Makes French company numbers with right check digits. */
final class CompanyNumber {

  private CompanyNumber() {}

  /** The SIRET of a private company: its SIREN begins with 3 to 9. */
  static String ofPrivate(Random random) {
    return siret(random, 3 + random.nextInt(7));
  }

  /** The SIRET of a public body: its SIREN begins with 1 or 2. */
  static String ofPublic(Random random) {
    return siret(random, 1 + random.nextInt(2));
  }

  private static String siret(Random random, int first) {
    String siren = checked(first + digits(random, 7));
    return checked(siren + digits(random, 4));
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static String checked(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? 2 * digit : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return digits + (10 - sum % 10) % 10;
  }

  /** The VAT number of the company of a SIRET. */
  static String vat(String siret) {
    String siren = siret.substring(0, 9);
    long key = (12 + 3 * (Long.parseLong(siren) % 97)) % 97;
    return "FR" + (key < 10 ? "0" : "") + key + siren;
  }

  /** The same number with a wrong digit at its end. */
  static String spoilt(String number) {
    int last = number.charAt(number.length() - 1) - '0';
    return number.substring(0, number.length() - 1) + (last + 1) % 10;
  }
}
