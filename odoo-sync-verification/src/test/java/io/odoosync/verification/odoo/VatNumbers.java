package io.odoosync.verification.odoo;

/**
 * VAT numbers that an Odoo takes which checks them (module {@code base_vat}), made of digits that
 * no other test uses.
 */
public final class VatNumbers {

  private VatNumbers() {}

  /**
   * A French one without its country.
   *
   * @param eight eight digits
   * @return a key of two digits and a SIREN
   */
  public static String french(String eight) {
    String siren = eight + luhn(eight);
    return "%02d%s".formatted((12 + 3 * (Long.parseLong(siren) % 97)) % 97, siren);
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 10);
      boolean doubled = (digits.length() - i) % 2 == 1;
      int weighed = doubled ? 2 * digit : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return Math.floorMod(-sum, 10);
  }

  /**
   * A Greek one without its country.
   *
   * @param eight eight digits
   * @return nine digits
   */
  public static String greek(String eight) {
    int sum = 0;
    for (int i = 0; i < eight.length(); i++) {
      sum = 2 * sum + Character.digit(eight.charAt(i), 10);
    }
    return eight + 2 * sum % 11 % 10;
  }
}
