package io.odoosync.verification.workflow;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person who works on invoices in Odoo, by the buttons of its forms. */
final class Accountant {

  private static final String MOVE = "account.move";
  private static final String LINE = "account.move.line";

  private final OdooClient client;

  Accountant(OdooUnderTest odoo) {
    this.client = odoo.clientOf(odoo.person());
  }

  void post(long move) {
    press(MOVE, "action_post", move);
  }

  void resetToDraft(long move) {
    press(MOVE, "button_draft", move);
  }

  void cancel(long move) {
    press(MOVE, "button_cancel", move);
  }

  void delete(long move) {
    client.unlink(MOVE, List.of(move));
  }

  void write(long move, Map<String, ?> values) {
    client.write(MOVE, List.of(move), values);
  }

  void changeLine(long move, Map<String, ?> values) {
    long line = read(move, "invoice_line_ids").references("invoice_line_ids").get(0);
    write(move, Map.of("invoice_line_ids", List.of(List.of(1, line, values))));
  }

  /** Pays all that is left, or as much as is given. */
  void pay(long move, Map<String, ?> values) {
    OdooClient paying = on(move);
    long wizard = paying.create("account.payment.register", List.of(values)).get(0);
    paying.call(
        MethodCall.of("account.payment.register", "action_create_payments").ids(List.of(wizard)));
  }

  /** As the Unreconcile button below the invoice's total does. */
  void undoPayment(long move) {
    Domain ofMove = Domain.field("move_id").isEqualTo(move);
    List<Long> lines =
        client.searchRead(LINE, ofMove, List.of("matched_credit_ids"), Page.first(9)).stream()
            .filter(line -> !line.references("matched_credit_ids").isEmpty())
            .map(OdooRecord::id)
            .toList();
    client.call(MethodCall.of(LINE, "remove_move_reconcile").ids(lines));
  }

  /** Makes a credit note of it, by the button of that name. */
  long reverse(long move) {
    Map<String, Object> values = new HashMap<>();
    values.put("reason", "too much");
    values.put("journal_id", read(move, "journal_id").reference("journal_id").orElseThrow());
    boolean chooses = has("account.move.reversal", "refund_method");
    if (chooses) {
      values.put("refund_method", "refund");
    }
    OdooClient reversing = on(move);
    long wizard = reversing.create("account.move.reversal", List.of(values)).get(0);
    OdooValue action =
        reversing.call(
            MethodCall.of("account.move.reversal", chooses ? "reverse_moves" : "refund_moves")
                .ids(List.of(wizard)));
    return action.get("res_id").whole().orElseThrow();
  }

  private boolean has(String model, String field) {
    return !client.fieldsGet(model, List.of(field)).isEmpty();
  }

  private OdooClient on(long move) {
    return client.withContext("active_model", MOVE).withContext("active_ids", List.of(move));
  }

  private OdooRecord read(long move, String... fields) {
    return client.read(MOVE, List.of(move), List.of(fields)).get(0);
  }

  private void press(String model, String button, long id) {
    client.call(MethodCall.of(model, button).ids(List.of(id)));
  }
}
