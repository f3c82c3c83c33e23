package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.List;
import java.util.Map;

/** What a document gets that its creator did not say. */
final class InvoiceDefaults {
  private InvoiceDefaults() {}

  static void complete(Env env, Map<String, Object> values) {
    values.putIfAbsent("move_type", "entry");
    values.put("state", "draft");
    values.put("payment_state", "not_paid");
    int company = company(env, values);
    String type = String.valueOf(values.get("move_type"));
    if (isEmpty(values, "journal_id")) {
      values.put("journal_id", journal(env, company, type));
    }
    values.put("company_id", company);
    if (isEmpty(values, "currency_id")) {
      values.put("currency_id", env.superuser().model("res.company").get(company, "currency_id"));
    }
    taxMode(env, company, values);
    dates(env, values, !type.equals("entry"));
    if (!type.equals("entry")) {
      invoice(env, values);
    }
  }

  /** Since 20 a document says whether its prices have the taxes in them. */
  private static void taxMode(Env env, int company, Map<String, Object> values) {
    if (env.model(Moves.MODEL).schema().has(Moves.TAX_MODE) && isEmpty(values, Moves.TAX_MODE)) {
      String usual = env.superuser().model("res.company").text(company, "account_price_include");
      values.put(Moves.TAX_MODE, usual.isEmpty() ? "tax_excluded" : usual);
    }
  }

  /** The journal's company. Odoo 14 does not look at the one that was given. */
  private static int company(Env env, Map<String, Object> values) {
    Model journals = env.superuser().model("account.journal");
    if (values.get("journal_id") instanceof Integer journal && journals.table().has(journal)) {
      return journals.one(journal, "company_id").orElse(env.company());
    }
    boolean given = env.has(Fact.COMPANY_AS_SENT) && values.get("company_id") instanceof Integer;
    return given ? Python.integer(values.getOrDefault("company_id", 1)) : env.company();
  }

  private static boolean isEmpty(Map<String, Object> values, String field) {
    return !Python.isTrue(values.getOrDefault(field, false));
  }

  private static void dates(Env env, Map<String, Object> values, boolean invoice) {
    String today = Moments.date(env.now());
    Object invoiced = values.getOrDefault("invoice_date", false);
    values.putIfAbsent("date", Python.isTrue(invoiced) ? invoiced : today);
    if (invoice && isEmpty(values, "invoice_date_due")) {
      boolean fromInvoice = !env.has(Fact.DRAFTS_COMPLETED_LATE) && Python.isTrue(invoiced);
      values.put("invoice_date_due", fromInvoice ? invoiced : today);
    }
  }

  private static void invoice(Env env, Map<String, Object> values) {
    boolean late = env.has(Fact.DRAFTS_COMPLETED_LATE);
    boolean assigned = !late || !isEmpty(values, "partner_id");
    values.putIfAbsent("invoice_user_id", assigned ? (Object) env.user().id() : false);
    if (assigned) {
      env.superuser().model("crm.team").search(List.of()).stream()
          .findFirst()
          .ifPresent(team -> values.putIfAbsent("team_id", team));
    }
    if (!late) {
      values.putIfAbsent("payment_reference", "");
    } else if (!isEmpty(values, "partner_id")) {
      values.putIfAbsent("partner_shipping_id", values.getOrDefault("partner_id", false));
    }
    values.keySet().retainAll(env.model(Moves.MODEL).schema().fields().keySet());
  }

  private static int journal(Env env, int company, String moveType) {
    String type = kind(moveType);
    Model journals = env.superuser().model("account.journal");
    return journals
        .search(List.of(List.of("type", "=", type), List.of("company_id", "=", company)))
        .stream()
        .findFirst()
        .orElseThrow(
            () ->
                OdooError.user(
                    "No journal could be found in company %s for any of those types: %s"
                        .formatted(
                            env.superuser().model("res.company").text(company, "name"), type)));
  }

  private static String kind(String moveType) {
    if (moveType.startsWith("out_")) {
      return "sale";
    }
    return moveType.startsWith("in_") ? "purchase" : "general";
  }
}
