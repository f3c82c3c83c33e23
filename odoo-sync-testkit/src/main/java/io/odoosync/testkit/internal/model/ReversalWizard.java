package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code account.move.reversal}: the dialogue that makes a draft credit note of an invoice. */
final class ReversalWizard implements Behavior {
  private static final String MODEL = "account.move.reversal";
  private static final List<String> COPIED =
      List.of("name", "quantity", "price_unit", "discount", "product_id", "account_id");

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    values.put("move_ids", List.of(List.of(6, 0, Python.ids(env.contextValue("active_ids")))));
  }

  @Override
  public List<Method> methods(Env env) {
    return List.of(
        Method.onRecords(
            env.has(Fact.REFUND_MOVES) ? "refund_moves" : "reverse_moves", ReversalWizard::refund));
  }

  private static Object refund(Invocation call) {
    Model wizards = call.env().model(MODEL);
    int wizard = call.onlyId();
    int note = 0;
    for (int move : wizards.ids(wizard, "move_ids")) {
      note = creditNote(call.env(), move, wizards.text(wizard, "reason"));
    }
    return Map.of(
        "name",
        "Reverse Moves",
        "type",
        "ir.actions.act_window",
        "res_model",
        Moves.MODEL,
        "view_mode",
        "form",
        "res_id",
        note,
        "context",
        Map.of("default_move_type", "out_refund"));
  }

  private static int creditNote(Env env, int move, String reason) {
    Model moves = Moves.moves(env);
    if (!PostedRules.isPosted(env, move)) {
      throw OdooError.user("You can only reverse posted moves.");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("move_type", "out_refund");
    values.put("partner_id", moves.get(move, "partner_id"));
    values.put("currency_id", moves.get(move, "currency_id"));
    values.put("journal_id", moves.get(move, "journal_id"));
    values.put("invoice_date", Moments.date(env.now()));
    values.put("ref", "Reversal of: " + moves.text(move, "name") + ", " + reason);
    values.put("reversed_entry_id", move);
    if (moves.schema().has(Moves.TAX_MODE)) {
      values.put(Moves.TAX_MODE, moves.get(move, Moves.TAX_MODE));
    }
    values.put("invoice_line_ids", lines(env, move));
    return moves.create(values);
  }

  private static List<Object> lines(Env env, int move) {
    Model lines = env.model(Moves.LINES);
    List<Object> copies = new ArrayList<>();
    for (int line : Moves.moves(env).ids(move, "invoice_line_ids")) {
      Map<String, Object> copy = new LinkedHashMap<>();
      COPIED.forEach(field -> copy.put(field, lines.get(line, field)));
      copy.put("tax_ids", List.of(List.of(6, 0, lines.ids(line, "tax_ids"))));
      copies.add(List.of(0, 0, copy));
    }
    return copies;
  }
}
