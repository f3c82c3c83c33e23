package io.odoosync.internal.invoice;

import io.odoosync.LocalKey;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.InvoiceStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An {@code account.move} as it stands in Odoo. */
record Move(OdooRecord values) {

  private static final List<String> FIELDS =
      List.of(
          "state",
          "name",
          "date",
          "partner_id",
          "currency_id",
          "invoice_date",
          "invoice_date_due",
          "reversed_entry_id",
          "amount_untaxed",
          "amount_tax",
          "amount_total",
          "payment_state",
          "amount_residual",
          OdooValues.WRITE_DATE);

  /** The credit notes of an invoice, by the name that Odoo 17 and earlier have for them, too. */
  private static final List<String> CREDIT_NOTES = List.of("reversal_move_ids", "reversal_move_id");

  /** The fields to read, on a server whose model has these. */
  static Set<String> fields(ModelFields known) {
    Set<String> fields = new TreeSet<>(FIELDS);
    fields.addAll(known.among(CREDIT_NOTES));
    fields.addAll(known.among(Transmissions.fields()));
    return fields;
  }

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

  /** The credit notes that were made of it, drafts too. */
  Set<Long> creditNotes() {
    Set<Long> notes = new TreeSet<>();
    CREDIT_NOTES.stream()
        .filter(values.values()::has)
        .forEach(field -> notes.addAll(values.references(field)));
    return notes;
  }

  /** What it says, without its lines. */
  MoveContent content() {
    return new MoveContent(
        values.reference("partner_id").orElse(null),
        values.reference("currency_id").orElse(null),
        values.date("invoice_date").orElse(null),
        dueDate().orElse(null),
        amount("amount_untaxed"),
        amount("amount_total"),
        null);
  }

  /**
   * How it is seen now.
   *
   * @param content what it says
   */
  Sighting sighting(@Nullable MoveContent content) {
    return new Sighting(
        state(),
        paymentState(),
        amount("amount_residual"),
        number(),
        creditNotes(),
        values.instant(OdooValues.WRITE_DATE).orElse(null),
        content);
  }

  InvoiceStatus status(LocalKey key) {
    Transmissions.Seen transmission = Transmissions.of(values);
    return InvoiceStatus.builder(key, id())
        .stateInOdoo(state())
        .number(number())
        .date(date().orElse(null))
        .paymentStateInOdoo(paymentState())
        .residual(amount("amount_residual"))
        .total(amount("amount_total"))
        .creditNotes(creditNotes())
        .transmission(transmission.state())
        .transmissionSource(transmission.source())
        .build();
  }

  private String paymentState() {
    return values.text("payment_state").orElse("not_paid");
  }

  /** A draft's number may already be set, and may still change. */
  private @Nullable String number() {
    return isDraft() ? null : values.text("name").filter(name -> !name.equals("/")).orElse(null);
  }
}
