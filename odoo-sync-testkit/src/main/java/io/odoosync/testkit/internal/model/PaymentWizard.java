package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.List;
import java.util.Map;

/** {@code account.payment.register}: the dialogue that pays an invoice. */
final class PaymentWizard implements Behavior {
  private static final String MODEL = "account.payment.register";

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    Model moves = env.model(Moves.MODEL);
    List<Integer> active = Python.ids(env.contextValue("active_ids"));
    if (active.isEmpty() || !active.stream().allMatch(id -> PostedRules.isPosted(env, id))) {
      throw OdooError.user("You can only register payment for posted journal entries.");
    }
    double left = active.stream().mapToDouble(id -> moves.number(id, "amount_residual")).sum();
    values.putIfAbsent("amount", left);
    values.putIfAbsent("payment_date", Moments.date(env.now()));
    values.put(
        "line_ids",
        List.of(List.of(6, 0, active.stream().map(id -> Receivables.line(env, id)).toList())));
  }

  @Override
  public List<Method> methods(Env env) {
    return List.of(Method.onRecords("action_create_payments", PaymentWizard::pay));
  }

  private static Object pay(Invocation call) {
    Model wizards = call.env().model(MODEL);
    int wizard = call.onlyId();
    double left = wizards.number(wizard, "amount");
    int payment = 0;
    for (int line : wizards.ids(wizard, "line_ids")) {
      int move = call.env().superuser().model(Moves.LINES).one(line, "move_id").orElse(0);
      double owed = Moves.moves(call.env()).number(move, "amount_residual");
      double paid = Math.min(left, owed);
      payment = Payments.pay(call.env(), line, paid);
      left -= paid;
    }
    return Map.of(
        "name",
        "Payments",
        "type",
        "ir.actions.act_window",
        "res_model",
        Payments.MODEL,
        "context",
        Map.of("create", false),
        "view_mode",
        "form",
        "res_id",
        payment);
  }
}
