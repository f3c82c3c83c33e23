package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import io.odoosync.testkit.internal.schema.Json;

/** Posts documents, and takes that back. */
final class Posting {
  private Posting() {}

  static Object post(Invocation call) {
    call.model().require(call.ids());
    call.ids().forEach(id -> post(call.env(), id));
    return call.env().is14() ? OdooError.recordSet(Moves.MODEL, call.ids()) : (Object) false;
  }

  private static void post(Env env, int id) {
    Model moves = Moves.moves(env);
    String state = moves.text(id, "state");
    if (env.is14() && state.equals("posted")) {
      return;
    }
    requirePostable(env, moves, id);
    fillIn(env, moves, id);
    LockedPeriods.requireOpen(env, id);
    LockedPeriods.leave(env, id);
    Numbers.onPost(env, id);
    boolean refund = moves.text(id, "move_type").endsWith("_refund");
    if (!refund && moves.text(id, "payment_reference").isEmpty()) {
      moves.store(id, "payment_reference", moves.get(id, "name"));
    }
    moves.store(id, "state", "posted");
    moves.store(id, "posted_before", true);
    moves.store(id, "checked", true);
    PostedRules.requireOwnName(env, id);
    Receivables.onPost(env, id);
    Reversals.onPost(env, id);
    moves.touch(id);
    moves.one(id, "partner_id").ifPresent(partner -> countCustomer(env, partner));
    if (env.is19()) {
      moves.one(id, "partner_id").ifPresent(env.superuser().model("res.partner")::touch);
    }
  }

  static void countCustomer(Env env, int partner) {
    Model partners = env.superuser().model("res.partner");
    int rank = (int) partners.number(partner, "customer_rank");
    partners.store(partner, "customer_rank", rank + 1);
  }

  private static void requirePostable(Env env, Model moves, int id) {
    String state = moves.text(id, "state");
    if (!state.equals("draft") && !(env.is14() && state.equals("cancel"))) {
      throw OdooError.user(
          "The entry %s (id %d) must be in draft.".formatted(moves.text(id, "name"), id));
    }
    boolean invoice = !moves.text(id, "move_type").equals("entry");
    if (invoice && moves.one(id, "partner_id").isEmpty()) {
      throw OdooError.user(withoutPartner(env));
    }
    if (moves.ids(id, "invoice_line_ids").isEmpty()) {
      throw OdooError.user(
          env.is14()
              ? "You need to add a line before posting."
              : "Even magicians can't post nothing!");
    }
    requireAmountAndCurrency(env, moves, id);
    moves.ids(id, "invoice_line_ids").forEach(line -> MoveLines.requireFittingAccount(env, line));
  }

  private static void requireAmountAndCurrency(Env env, Model moves, int id) {
    if (moves.number(id, "amount_total") < 0) {
      throw OdooError.user(
          "You cannot validate an invoice with a negative total amount. You should create a credit note"
              + " instead. Use the action menu to transform it into a credit note or refund.");
    }
    int currency = moves.one(id, "currency_id").orElse(0);
    Model currencies = env.superuser().model("res.currency");
    if (!env.is14() && !currencies.flag(currency, "active")) {
      throw OdooError.user(
          "You cannot validate a document with an inactive currency: "
              + currencies.text(currency, "name"));
    }
  }

  private static String withoutPartner(Env env) {
    return env.is19()
        ? "The 'Customer' field is required to validate the invoice.\n"
            + "You probably don't want to explain to your auditor that you invoiced an invisible man :)"
        : "The field 'Customer' is required, please complete it to validate the Customer Invoice.";
  }

  private static void fillIn(Env env, Model moves, int id) {
    if (!Python.isTrue(moves.get(id, "invoice_date"))) {
      moves.store(id, "invoice_date", Moments.date(env.now()));
      moves.store(id, "date", Moments.date(env.now()));
    }
    if (!Python.isTrue(moves.get(id, "invoice_date_due"))) {
      moves.store(id, "invoice_date_due", moves.get(id, "invoice_date"));
    }
  }

  static Object draft(Invocation call) {
    call.model().require(call.ids());
    boolean alreadyDraft = call.ids().stream().anyMatch(id -> Moves.isDraft(call.env(), id));
    if (alreadyDraft && call.env().is19()) {
      throw OdooError.user("Only posted/cancelled journal entries can be reset to draft.");
    }
    setState(call, "draft");
    call.ids().forEach(id -> Reversals.onDraft(call.env(), id));
    return Json.None.NONE;
  }

  static Object cancel(Invocation call) {
    call.model().require(call.ids());
    boolean cancelled =
        call.ids().stream().anyMatch(id -> call.model().text(id, "state").equals("cancel"));
    if (cancelled && call.env().is19()) {
      throw OdooError.user("Only draft journal entries can be cancelled.");
    }
    call.ids().forEach(id -> unpay(call.env(), id));
    setState(call, "cancel");
    return Json.None.NONE;
  }

  /** The payments of a cancelled invoice are free again; 14 only says that it is not paid. */
  private static void unpay(Env env, int id) {
    if (env.is14()) {
      Moves.moves(env).store(id, "payment_state", "not_paid");
    } else {
      Receivables.remove(env, Receivables.partials(env, Receivables.line(env, id)));
    }
  }

  private static void setState(Invocation call, String state) {
    for (int id : call.ids()) {
      call.model().store(id, "state", state);
      call.model().touch(id);
    }
  }
}
