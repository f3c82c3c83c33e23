package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.schema.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code account.payment}: what was paid, and how that is taken back. */
final class Payments implements Behavior {
  static final String MODEL = "account.payment";

  private static final List<String> OUTSTANDING = List.of("paid", "reconciled", "in_process");

  /** Pays an amount of what a line says is owed. */
  static int pay(Env env, int line, double amount) {
    Model lines = env.superuser().model(Moves.LINES);
    Model moves = env.superuser().model(Moves.MODEL);
    int invoice = lines.one(line, "move_id").orElse(0);
    Object partner = moves.get(invoice, "partner_id");
    int entry = entry(env, partner, moves.text(invoice, "name"));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", moves.get(entry, "name"));
    values.put("partner_id", partner);
    values.put("amount", amount);
    values.put("payment_type", "inbound");
    values.put("partner_type", "customer");
    values.put("move_id", entry);
    values.put("company_id", moves.get(invoice, "company_id"));
    values.put("currency_id", moves.get(invoice, "currency_id"));
    values.put("date", Moments.date(env.now()));
    int payment = Receivables.insert(env, MODEL, values);
    Receivables.pay(env, line, entryLine(env, entry, amount), amount);
    state(env, payment, settled(env));
    if (partner instanceof Integer customer && env.has(Fact.PAYMENTS_TOUCH_PARTNER)) {
      Posting.countCustomer(env, customer);
      env.superuser().model("res.partner").touch(customer);
    }
    return payment;
  }

  private static String settled(Env env) {
    if (env.has(Fact.PAYMENTS_RECONCILED)) {
      return "reconciled";
    }
    return env.has(Fact.PAYMENTS_HAVE_STATES) ? "paid" : "posted";
  }

  private static int entry(Env env, Object partner, String paid) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("move_type", "entry");
    entry.put("state", "posted");
    entry.put("posted_before", true);
    entry.put("payment_state", "not_paid");
    entry.put("name", number(env));
    entry.put("ref", paid);
    entry.put("partner_id", partner);
    entry.put("date", Moments.date(env.now()));
    return Receivables.insert(env, Moves.MODEL, entry);
  }

  private static String number(Env env) {
    int number = env.superuser().model(MODEL).table().rows().size() + 1;
    String year = Moments.date(env.now()).substring(0, 4);
    return env.has(Fact.PAYMENTS_NUMBERED_APART)
        ? "PBNK1/%s/%05d".formatted(year, number)
        : "BNK1/" + number;
  }

  private static int entryLine(Env env, int entry, double amount) {
    return Receivables.insert(
        env,
        Moves.LINES,
        Map.of(
            "move_id",
            entry,
            "credit",
            amount,
            env.has(Fact.LINES_HAVE_KIND) ? "display_type" : "exclude_from_invoice_tab",
            env.has(Fact.LINES_HAVE_KIND) ? "payment_term" : (Object) true));
  }

  private static void state(Env env, int payment, String state) {
    Model payments = env.superuser().model(MODEL);
    payments.store(payment, "state", state);
    payments.touch(payment);
  }

  private static List<Integer> partials(Env env, int payment) {
    Model payments = env.superuser().model(MODEL);
    Model lines = env.superuser().model(Moves.LINES);
    return payments
        .one(payment, "move_id")
        .map(entry -> lines.table().referencing("move_id", entry))
        .orElse(List.of())
        .stream()
        .flatMap(line -> Receivables.partials(env, line).stream())
        .toList();
  }

  @Override
  public String order(Env env) {
    return "date desc, name desc, id desc";
  }

  @Override
  public List<Method> methods(Env env) {
    return List.of(
        Method.onRecords("action_draft", Payments::draft),
        Method.onRecords("action_cancel", Payments::cancel));
  }

  private static Object draft(Invocation call) {
    call.model().require(call.ids());
    for (int id : call.ids()) {
      if (call.env().has(Fact.RESETTING_UNPAYS)) {
        Receivables.remove(call.env(), partials(call.env(), id));
      }
      state(call.env(), id, "draft");
    }
    return Json.None.NONE;
  }

  private static Object cancel(Invocation call) {
    call.model().require(call.ids());
    for (int id : call.ids()) {
      if (!call.env().has(Fact.PAYMENT_CANCEL_LEAVES_INVOICE)) {
        Receivables.remove(call.env(), partials(call.env(), id));
      }
      boolean own = call.env().has(Fact.PAYMENTS_HAVE_STATES);
      state(call.env(), id, own ? "canceled" : "cancel");
    }
    return Json.None.NONE;
  }

  @Override
  public void prepareUnlink(Env env, List<Integer> ids) {
    for (int id : ids) {
      String state = env.model(MODEL).text(id, "state");
      if (!env.has(Fact.PAYMENTS_HAVE_STATES) && !partials(env, id).isEmpty()) {
        throw OdooError.user(
            "You cannot do this modification on a reconciled journal entry. You can just change some"
                + " non legal fields or you must unreconcile first.");
      } else if (OUTSTANDING.contains(state)) {
        throw OdooError.validation(
            "A payment with an outstanding account cannot be confirmed without having a journal"
                + " entry.");
      }
      Receivables.remove(env, partials(env, id));
    }
  }

  @Override
  public Optional<Object> compute(Env env, int id, String field) {
    return switch (field) {
      case "is_reconciled" -> Optional.of(!partials(env, id).isEmpty());
      case "is_matched" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
