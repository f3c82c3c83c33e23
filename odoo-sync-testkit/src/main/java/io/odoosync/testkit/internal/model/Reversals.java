package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;

/** What is still to be paid of documents. */
final class Reversals {
  private Reversals() {}

  /** Since 15 a posted credit note pays the invoice that it reverses. */
  static void onPost(Env env, int id) {
    Model moves = Moves.moves(env);
    int original = moves.one(id, "reversed_entry_id").orElse(0);
    boolean open = moves.table().has(original) && moves.text(original, "state").equals("posted");
    if (!env.has(Fact.CREDIT_NOTES_SETTLE)
        || !open
        || !moves.text(id, "move_type").endsWith("_refund")) {
      return;
    }
    double paid =
        Math.min(moves.number(id, "amount_residual"), moves.number(original, "amount_residual"));
    settle(moves, original, paid, "reversed");
    settle(moves, id, paid, "paid");
    moves.touch(original);
  }

  private static void settle(Model moves, int id, double paid, String whenAll) {
    double left = round(moves.number(id, "amount_residual") - paid);
    moves.store(id, "amount_residual", left);
    moves.store(id, "payment_state", left == 0 ? whenAll : "partial");
  }

  private static double round(double amount) {
    return Math.round(amount * 1000) / 1000.0;
  }

  /** On 14 a document that is a draft again is not paid any more. */
  static void onDraft(Env env, int id) {
    if (env.has(Fact.RESETTING_UNPAYS)) {
      Receivables.remove(env, Receivables.partials(env, Receivables.line(env, id)));
      Model moves = Moves.moves(env);
      moves.store(id, "payment_state", "not_paid");
      moves.store(id, "amount_residual", moves.get(id, "amount_total"));
    }
  }
}
