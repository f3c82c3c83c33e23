package io.odoosync.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Invoices that are paid and reversed, and how people take that back. */
interface PaymentConformance {

  OdooUnderTest odoo();

  private long posted() {
    Map<String, Object> line =
        Map.of("name", "Bus", "price_unit", 100, "tax_ids", List.of(List.of(6, 0, List.of())));
    long move =
        odoo()
            .create(
                "account.move",
                Map.of(
                    "move_type",
                    "out_invoice",
                    "partner_id",
                    odoo().partner(),
                    "invoice_line_ids",
                    List.of(List.of(0, 0, line))));
    odoo().call("account.move", "action_post", move);
    return move;
  }

  private OdooClient on(long move) {
    return odoo()
        .client()
        .withContext("active_model", "account.move")
        .withContext("active_ids", List.of(move));
  }

  private long paid(Map<String, ?> values) {
    long move = posted();
    String wizard = "account.payment.register";
    long id = on(move).create(wizard, List.of(values)).get(0);
    on(move).call(MethodCall.of(wizard, "action_create_payments").ids(List.of(id)));
    return move;
  }

  private long payment(long move) {
    long partner = read(move).reference("partner_id").orElseThrow();
    return odoo().only("account.payment", Domain.field("partner_id").isEqualTo(partner));
  }

  private OdooRecord read(long move) {
    return odoo()
        .read(
            "account.move",
            move,
            "state",
            "payment_state",
            "amount_residual",
            "partner_id",
            "invoice_line_ids");
  }

  private void assertPayment(long move, String state, String residual) {
    OdooRecord read = read(move);
    assertThat(read.text("payment_state")).contains(state);
    assertThat(read.number("amount_residual").orElseThrow()).isEqualByComparingTo(residual);
  }

  private OdooRecord owed(long move) {
    Domain ofMove = Domain.field("move_id").isEqualTo(move);
    return odoo()
        .client()
        .searchRead(
            "account.move.line", ofMove, List.of("matched_credit_ids", "debit"), Page.first(9))
        .stream()
        .filter(line -> !line.references("matched_credit_ids").isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @Test
  default void pay_all_isPaidByOneReconciliation() {
    long move = paid(Map.of());
    assertPayment(move, "paid", "0");
    assertThat(owed(move).number("debit").orElseThrow()).isEqualByComparingTo("100");
    assertThat(owed(move).references("matched_credit_ids")).hasSize(1);
    assertThat(read(move).references("invoice_line_ids")).hasSize(1);
  }

  @Test
  default void pay_part_isPartial() {
    assertPayment(paid(Map.of("amount", 40)), "partial", "60");
  }

  @Test
  default void unreconcile_paid_isNotPaid() {
    long move = paid(Map.of());
    odoo().call("account.move.line", "remove_move_reconcile", owed(move).id());
    assertPayment(move, "not_paid", "100");
  }

  @Test
  default void removePartial_paid_isNotPaid() {
    long move = paid(Map.of());
    odoo()
        .client()
        .call(
            MethodCall.of("account.move", "js_remove_outstanding_partial")
                .ids(List.of(move))
                .argument("partial_id", owed(move).references("matched_credit_ids").get(0)));
    assertPayment(move, "not_paid", "100");
  }

  /** Up to 18 that takes the payment back from the invoice; later only deleting it does. */
  @Test
  default void draftPayment_thenDeleted_isNotPaid() {
    long move = paid(Map.of());
    long payment = payment(move);
    odoo().call("account.payment", "action_draft", payment);
    boolean frees = odoo().has(Fact.RESETTING_UNPAYS);
    assertPayment(move, frees ? "not_paid" : "paid", frees ? "100" : "0");
    odoo().client().unlink("account.payment", List.of(payment));
    assertPayment(move, "not_paid", "100");
  }

  /** Cancelling one takes it back from 17 on. */
  @Test
  default void cancelPayment_isTakenBackFrom17() {
    long move = paid(Map.of());
    odoo().call("account.payment", "action_cancel", payment(move));
    boolean leaves = odoo().has(Fact.PAYMENT_CANCEL_LEAVES_INVOICE);
    assertPayment(move, leaves ? "paid" : "not_paid", leaves ? "0" : "100");
  }

  @Test
  default void deletePayment_paid_isRefused() {
    long move = paid(Map.of());
    long payment = payment(move);
    OdooUnderTest.failure(() -> odoo().client().unlink("account.payment", List.of(payment)));
    assertPayment(move, "paid", "0");
  }

  @Test
  default void draft_paid_staysPaidFrom19() {
    long move = paid(Map.of());
    odoo().call("account.move", "button_draft", move);
    assertThat(read(move).text("state")).contains("draft");
    boolean unpays = odoo().has(Fact.RESETTING_UNPAYS);
    assertPayment(move, unpays ? "not_paid" : "paid", unpays ? "100" : "0");
  }

  @Test
  default void cancel_paid_isNotPaid() {
    long move = paid(Map.of());
    odoo().call("account.move", "button_cancel", move);
    assertThat(read(move).text("state")).contains("cancel");
    assertPayment(move, "not_paid", odoo().has(Fact.CANCELLING_UNPAYS) ? "100" : "0");
  }

  @Test
  default void reverse_posted_makesADraftThatReversesFrom15() {
    long move = posted();
    Map<String, Object> values = new HashMap<>(Map.of("reason", "no"));
    values.put(
        "journal_id",
        odoo().read("account.move", move, "journal_id").reference("journal_id").orElseThrow());
    if (odoo().has("account.move.reversal", "refund_method")) {
      values.put("refund_method", "refund");
    }
    String wizard = "account.move.reversal";
    String method = odoo().has(Fact.REFUND_MOVES) ? "refund_moves" : "reverse_moves";
    long id = on(move).create(wizard, List.of(values)).get(0);
    long note =
        on(move)
            .call(MethodCall.of(wizard, method).ids(List.of(id)))
            .get("res_id")
            .whole()
            .orElseThrow();
    OdooRecord read =
        odoo()
            .read("account.move", note, "state", "move_type", "reversed_entry_id", "amount_total");
    assertThat(read.text("state")).contains("draft");
    assertThat(read.text("move_type")).contains("out_refund");
    assertThat(read.reference("reversed_entry_id")).contains(move);
    assertThat(read.number("amount_total").orElseThrow()).isEqualByComparingTo("100");
    boolean several = odoo().has("account.move", "reversal_move_ids");
    String notes = several ? "reversal_move_ids" : "reversal_move_id";
    assertThat(odoo().read("account.move", move, notes).references(notes)).containsExactly(note);
    odoo().call("account.move", "action_post", note);
    boolean settles = odoo().has(Fact.CREDIT_NOTES_SETTLE);
    assertPayment(move, settles ? "reversed" : "not_paid", settles ? "0" : "100");
  }
}
