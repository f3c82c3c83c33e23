package io.odoosync.source;

import io.odoosync.LocalKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an invoice stands in Odoo.
 *
 * @param key the invoice
 * @param odooId its database id in Odoo
 * @param state {@code draft}, {@code posted} or {@code cancel}
 * @param number the number that Odoo gave it; {@code null} before it was posted
 * @param date the accounting date
 * @param paymentState Odoo's {@code payment_state}: {@code not_paid}, {@code in_payment}, {@code
 *     paid}, {@code partial}, {@code reversed}, or another that a later version has
 * @param residual what is left to pay, in the invoice's currency. Not the measure of being paid:
 *     Odoo 18 has paid invoices whose residual is their whole amount
 */
public record InvoiceStatus(
    LocalKey key,
    long odooId,
    String state,
    @Nullable String number,
    @Nullable LocalDate date,
    String paymentState,
    BigDecimal residual) {

  /** Checks that the parts are there. */
  public InvoiceStatus {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(paymentState, "paymentState");
    residual = residual.stripTrailingZeros();
  }

  /**
   * Whether Odoo has posted the invoice.
   *
   * @return {@code true} if its state is {@code posted}
   */
  public boolean isPosted() {
    return state.equals("posted");
  }

  /**
   * Whether Odoo expects no more money for it.
   *
   * @return {@code true} if it is paid or was reversed
   */
  public boolean isSettled() {
    return paymentState.equals("paid") || paymentState.equals("reversed");
  }
}
