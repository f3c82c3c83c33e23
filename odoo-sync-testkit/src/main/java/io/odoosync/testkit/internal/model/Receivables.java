package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.schema.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What customers owe: the line of a posted document for that, and what was paid of it. */
final class Receivables {
  static final String PARTIALS = "account.partial.reconcile";

  private Receivables() {}

  /** A line that the customer does not see. */
  static boolean isReceivable(Model lines, int id) {
    return lines.flag(id, "exclude_from_invoice_tab")
        || lines.text(id, "display_type").equals("payment_term");
  }

  /** The line of a document that says what is owed; 0 before it was posted. */
  static int line(Env env, int move) {
    Model lines = env.superuser().model(Moves.LINES);
    return lines.table().referencing("move_id", move).stream()
        .filter(id -> isReceivable(lines, id))
        .findFirst()
        .orElse(0);
  }

  static void onPost(Env env, int move) {
    Model moves = Moves.moves(env);
    int line = line(env, move);
    int known = line == 0 ? insertLine(env, move) : line;
    boolean refund = moves.text(move, "move_type").endsWith("_refund");
    Model lines = env.superuser().model(Moves.LINES);
    lines.store(known, refund ? "credit" : "debit", moves.get(move, "amount_total"));
    settle(env, move);
  }

  private static int insertLine(Env env, int move) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("move_id", move);
    values.put("name", Moves.moves(env).get(move, "name"));
    values.put("partner_id", Moves.moves(env).get(move, "partner_id"));
    if (env.has(Fact.LINES_HAVE_KIND)) {
      values.put("display_type", "payment_term");
    } else {
      values.put("exclude_from_invoice_tab", true);
    }
    return insert(env, Moves.LINES, values);
  }

  /** Stores a record that Odoo makes by itself. */
  static int insert(Env env, String model, Map<String, Object> values) {
    Model made = env.superuser().model(model);
    int id = made.table().nextId();
    Map<String, Object> known = new LinkedHashMap<>(made.schema().defaults());
    values.forEach(
        (field, value) -> {
          if (made.schema().has(field)) {
            known.put(field, value);
          }
        });
    made.table().insert(id, known);
    made.touch(id);
    return id;
  }

  static void pay(Env env, int line, int paymentLine, double amount) {
    insert(
        env,
        PARTIALS,
        Map.of("debit_move_id", line, "credit_move_id", paymentLine, "amount", amount));
    settleLine(env, line);
  }

  /** The partial reconciliations of a line, on whichever side it is. */
  static List<Integer> partials(Env env, int line) {
    Model partials = env.superuser().model(PARTIALS);
    List<Integer> found = new ArrayList<>(partials.table().referencing("debit_move_id", line));
    found.addAll(partials.table().referencing("credit_move_id", line));
    return found;
  }

  static void remove(Env env, List<Integer> partials) {
    Model model = env.superuser().model(PARTIALS);
    for (int partial : new ArrayList<>(partials)) {
      int line = model.one(partial, "debit_move_id").orElse(0);
      model.unlink(List.of(partial));
      settleLine(env, line);
    }
  }

  private static void settleLine(Env env, int line) {
    Model lines = env.superuser().model(Moves.LINES);
    lines
        .one(line, "move_id")
        .ifPresent(
            move -> {
              settle(env, move);
              env.superuser().model(Moves.MODEL).touch(move);
            });
  }

  private static void settle(Env env, int move) {
    Model partials = env.superuser().model(PARTIALS);
    double paid =
        partials(env, line(env, move)).stream()
            .mapToDouble(p -> partials.number(p, "amount"))
            .sum();
    Model moves = env.superuser().model(Moves.MODEL);
    double total = moves.number(move, "amount_total");
    double left = Math.round((total - paid) * 1000) / 1000.0;
    moves.store(move, "amount_residual", left);
    moves.store(move, "payment_state", left == 0 ? "paid" : paid == 0 ? "not_paid" : "partial");
  }

  /** {@code remove_move_reconcile} of lines. */
  static Object unreconcile(Invocation call) {
    call.model().require(call.ids());
    call.ids().forEach(line -> remove(call.env(), partials(call.env(), line)));
    return Json.None.NONE;
  }

  /** {@code js_remove_outstanding_partial}: the button below an invoice's total. */
  static Object removePartial(Invocation call) {
    int partial = call.number("partial_id", 0);
    if (!call.env().superuser().model(PARTIALS).table().has(partial)) {
      throw OdooError.missing(PARTIALS, List.of(partial), call.env().user().id());
    }
    remove(call.env(), List.of(partial));
    return true;
  }
}
