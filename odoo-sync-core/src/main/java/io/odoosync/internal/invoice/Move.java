package io.odoosync.internal.invoice;

import io.odoosync.LocalKey;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.InvoiceStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An {@code account.move} as it stands in Odoo. */
record Move(OdooRecord values) {

  static final List<String> FIELDS =
      List.of(
          "state",
          "name",
          "date",
          "invoice_date_due",
          "reversed_entry_id",
          "amount_untaxed",
          "amount_tax",
          "amount_total",
          "payment_state",
          "amount_residual");

  long id() {
    return values.id();
  }

  private String state() {
    return values.text("state").orElse("");
  }

  boolean isDraft() {
    return state().equals("draft");
  }

  boolean isPosted() {
    return state().equals("posted");
  }

  boolean isCancelled() {
    return state().equals("cancel");
  }

  boolean hasOriginal() {
    return values.reference("reversed_entry_id").isPresent();
  }

  Optional<LocalDate> date() {
    return values.date("date");
  }

  Optional<LocalDate> dueDate() {
    return values.date("invoice_date_due");
  }

  ExpectedTotals.Odoo totals() {
    return new ExpectedTotals.Odoo(
        amount("amount_untaxed"), amount("amount_tax"), amount("amount_total"));
  }

  private BigDecimal amount(String field) {
    return values.number(field).orElse(BigDecimal.ZERO);
  }

  InvoiceStatus status(LocalKey key) {
    return InvoiceStatus.builder(key, id())
        .stateInOdoo(state())
        .number(number())
        .date(date().orElse(null))
        .paymentStateInOdoo(values.text("payment_state").orElse("not_paid"))
        .residual(amount("amount_residual"))
        .build();
  }

  /** A draft's number may already be set, and may still change. */
  private @Nullable String number() {
    return isDraft() ? null : values.text("name").filter(name -> !name.equals("/")).orElse(null);
  }
}
