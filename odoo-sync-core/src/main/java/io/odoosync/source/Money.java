package io.odoosync.source;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An amount in a currency.
 *
 * @param amount the amount, in units of the currency, not cents
 * @param currency the currency's ISO 4217 code, for example {@code EUR}
 */
public record Money(BigDecimal amount, String currency) {

  /** Checks that both parts are there. */
  public Money {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
  }

  /**
   * An amount from its decimal notation.
   *
   * @param amount for example {@code 1250.00}
   * @param currency the ISO 4217 code
   * @return the amount
   * @throws NumberFormatException if the notation is not a decimal number
   */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  /** The amount and its currency: {@code 1250.00 EUR}. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
