package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
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
    boolean shown = call.env().has(Fact.POSTING_ANSWERS_REPR);
    return shown ? OdooError.recordSet(Moves.MODEL, call.ids()) : (Object) false;
  }

  private static void post(Env env, int id) {
    Model moves = Moves.moves(env);
    String state = moves.text(id, "state");
    if (!env.has(Fact.POSTING_AGAIN_REFUSED) && state.equals("posted")) {
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
    if (env.has(Fact.POSTING_TOUCHES_PARTNER)) {
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
    boolean cancelled = state.equals("cancel") && env.has(Fact.CANCELLED_CAN_BE_POSTED);
    if (!state.equals("draft") && !cancelled) {
      boolean posted = state.equals("posted") && env.has(Fact.POSTING_AGAIN_SAYS_POSTED);
      String why = posted ? "is already posted." : "must be in draft.";
      throw OdooError.user("The entry %s (id %d) %s".formatted(moves.text(id, "name"), id, why));
    }
    boolean invoice = !moves.text(id, "move_type").equals("entry");
    if (invoice && moves.one(id, "partner_id").isEmpty()) {
      throw OdooError.user(withoutPartner(env));
    }
    if (moves.ids(id, "invoice_line_ids").isEmpty()) {
      throw OdooError.user(
          env.has(Fact.MAGICIANS)
              ? "Even magicians can't post nothing!"
              : "You need to add a line before posting.");
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
    if (env.has(Fact.POSTING_NEEDS_ACTIVE_CURRENCY) && !currencies.flag(currency, "active")) {
      throw OdooError.user(
          "You cannot validate a document with an inactive currency: "
              + currencies.text(currency, "name"));
    }
  }

  private static String withoutPartner(Env env) {
    return env.has(Fact.INVISIBLE_MAN)
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
    if (alreadyDraft && call.env().has(Fact.RESETTING_CHECKS_STATE)) {
      throw OdooError.user("Only posted/cancelled journal entries can be reset to draft.");
    }
    setState(call, "draft");
    call.ids().forEach(id -> Reversals.onDraft(call.env(), id));
    return call.env().has(Fact.RESETTING_ANSWERS_TRUE) ? (Object) true : Json.None.NONE;
  }

  static Object cancel(Invocation call) {
    call.model().require(call.ids());
    boolean cancelled =
        call.ids().stream().anyMatch(id -> call.model().text(id, "state").equals("cancel"));
    if (cancelled && call.env().has(Fact.RESETTING_CHECKS_STATE)) {
      throw OdooError.user("Only draft journal entries can be cancelled.");
    }
    call.ids().forEach(id -> unpay(call.env(), id));
    setState(call, "cancel");
    return Json.None.NONE;
  }

  /** The payments of a cancelled invoice are free again; 14 only says that it is not paid. */
  private static void unpay(Env env, int id) {
    if (env.has(Fact.CANCELLING_UNPAYS)) {
      Receivables.remove(env, Receivables.partials(env, Receivables.line(env, id)));
    } else {
      Moves.moves(env).store(id, "payment_state", "not_paid");
    }
  }

  private static void setState(Invocation call, String state) {
    for (int id : call.ids()) {
      call.model().store(id, "state", state);
      call.model().touch(id);
    }
  }
}
