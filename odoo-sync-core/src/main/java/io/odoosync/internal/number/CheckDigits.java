package io.odoosync.internal.number;

/** Sums of digits by which numbers prove that they were typed right. Each takes digits only. */
final class CheckDigits {

  private CheckDigits() {}

  /** Whether the sum in which every second digit from the right counts double is a multiple. */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digit(digits, digits.length() - 1 - place);
      sum += place % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
    }
    return sum % 10 == 0;
  }

  /** ISO 7064, modulus 11 and 10, of all digits with the check digit at their end. */
  static boolean mod11And10(String digits) {
    int rest = 10;
    for (int place = 0; place < digits.length() - 1; place++) {
      int sum = (rest + digit(digits, place)) % 10;
      rest = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (rest + digit(digits, digits.length() - 1)) % 10 == 1;
  }

  /** The sum of the first digits by these weights. */
  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int place = 0; place < weights.length; place++) {
      sum += digit(digits, place) * weights[place];
    }
    return sum;
  }

  /** The sum of all digits. */
  static int sum(String digits) {
    return digits.chars().map(digit -> digit - '0').sum();
  }

  static int last(String digits) {
    return digit(digits, digits.length() - 1);
  }

  private static int digit(String digits, int place) {
    return digits.charAt(place) - '0';
  }
}
