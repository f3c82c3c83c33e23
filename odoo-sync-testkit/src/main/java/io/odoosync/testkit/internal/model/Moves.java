package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code account.move}: invoices and credit notes. */
final class Moves implements Behavior {
  static final String MODEL = "account.move";
  static final String LINES = "account.move.line";
  static final String TAX_MODE = "document_tax_mode";

  static Model moves(Env env) {
    return env.model(MODEL);
  }

  @Override
  public String order(Env env) {
    return "date desc, name desc, invoice_date desc, id desc";
  }

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    InvoiceDefaults.complete(env, values);
  }

  @Override
  public void created(Env env, int id, Map<String, Object> values) {
    requireFittingJournal(env, id);
    LockedPeriods.requireOpen(env, id);
    CompanyRules.checkMove(env, id);
    InvoiceTotals.addUp(env, id);
    Numbers.onCreate(env, id);
  }

  /** The first try has taken the lines for all lines there are: nothing completes them any more. */
  @Override
  public Optional<OdooError> secondTry(Env env, Map<String, Object> values) {
    List<Map<?, ?>> lines = new ArrayList<>();
    if (values.get("invoice_line_ids") instanceof List<?> commands) {
      for (Object command : commands) {
        if (command instanceof List<?> given && given.get(2) instanceof Map<?, ?> line) {
          lines.add(line);
        }
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    boolean known = lines.stream().allMatch(line -> line.get("account_id") instanceof Integer);
    return Optional.of(
        known
            ? OdooError.user("Cannot create unbalanced journal entry. Ids: [0]")
            : OdooError.withoutAccount());
  }

  private static void requireFittingJournal(Env env, int id) {
    Model moves = moves(env);
    boolean sale = moves.text(id, "move_type").startsWith("out_");
    Model journals = env.superuser().model("account.journal");
    boolean fits =
        moves.one(id, "journal_id").map(found -> journals.text(found, "type")).stream()
            .allMatch("sale"::equals);
    if (sale && !fits && env.has(Fact.JOURNAL_MUST_FIT)) {
      throw OdooError.validation("Cannot create a sale document in a non sale journal");
    }
  }

  @Override
  public void prepareWrite(Env env, List<Integer> ids, Map<String, Object> values) {
    ids.forEach(id -> PostedRules.requireWritable(env, id, values));
  }

  @Override
  public void written(Env env, List<Integer> ids, Map<String, Object> values) {
    for (int id : ids) {
      if (values.containsKey("partner_id")) {
        CompanyRules.checkMove(env, id);
      }
      if (values.containsKey("invoice_date") && dateFollows(env, id)) {
        Object date = moves(env).get(id, "invoice_date");
        moves(env).store(id, "date", Python.isTrue(date) ? date : Moments.date(env.now()));
      }
      if (values.containsKey(TAX_MODE)) {
        InvoiceTotals.addUp(env, id);
      }
      if (values.containsKey("name")) {
        PostedRules.requireOwnName(env, id);
      }
    }
  }

  private static boolean dateFollows(Env env, int id) {
    return env.has(Fact.DATE_FOLLOWS_INVOICE_DATE)
        && (isDraft(env, id) || env.has(Fact.POSTED_LINES_OPEN));
  }

  @Override
  public void prepareUnlink(Env env, List<Integer> ids) {
    for (int id : ids) {
      PostedRules.requireDeletable(env, id);
      Model lines = env.model(LINES);
      for (int line : new ArrayList<>(lines.table().referencing("move_id", id))) {
        lines.store(line, "move_id", false);
        lines.unlink(List.of(line));
      }
    }
  }

  static boolean isDraft(Env env, int id) {
    return moves(env).text(id, "state").equals("draft");
  }

  /** A renamed partner moves the {@code write_date} of its documents. */
  static void followPartner(Env env, int partner) {
    Model moves = env.superuser().model(MODEL);
    new ArrayList<>(moves.table().referencing("partner_id", partner)).forEach(moves::touch);
  }

  /** Refuses to delete a partner that a document needs. */
  static void requireUnused(Env env, int partner) {
    boolean inWords = env.has(Fact.USED_PARTNER_REFUSED_IN_WORDS);
    String user = inWords ? MODEL : LINES;
    if (env.superuser().model(user).table().referencing("partner_id", partner).isEmpty()) {
      return;
    }
    if (!inWords) {
      throw OdooError.foreignKey(
          env, "Journal Item (account.move.line)", "account_move_line_partner_id_fkey");
    }
    throw OdooError.user("The partner cannot be deleted because it is used in Accounting");
  }

  @Override
  public List<Method> methods(Env env) {
    return List.of(
        Method.onRecords("action_post", Posting::post),
        Method.onRecords("button_draft", Posting::draft),
        Method.onRecords("button_cancel", Posting::cancel),
        Method.onRecords(
            "js_remove_outstanding_partial", Receivables::removePartial, "partial_id"));
  }

  @Override
  public Optional<Object> compute(Env env, int id, String field) {
    return switch (field) {
      case "invoice_line_ids" -> Optional.of(shown(env, id));
      case "company_currency_id" ->
          Optional.of(env.superuser().model("res.company").get(1, "currency_id"));
      case "commercial_partner_id" ->
          moves(env)
              .one(id, "partner_id")
              .map(partner -> env.superuser().model("res.partner").get(partner, field));
      case "invoice_partner_display_name" ->
          moves(env)
              .one(id, "partner_id")
              .map(partner -> env.superuser().model("res.partner").displayName(partner));
      default -> Optional.empty();
    };
  }

  private static List<Integer> shown(Env env, int id) {
    Model lines = env.superuser().model(LINES);
    return lines.table().referencing("move_id", id).stream()
        .filter(line -> !Receivables.isReceivable(lines, line))
        .toList();
  }

  @Override
  public Optional<String> displayName(Env env, int id) {
    Model moves = moves(env);
    String name = moves.text(id, "name");
    boolean numbered = !name.isEmpty() && !name.equals("/");
    String shown = numbered && !isDraft(env, id) ? name : draftName(env, id, numbered ? name : "");
    String reference = moves.text(id, "ref");
    return Optional.of(reference.isEmpty() ? shown : shown + " (" + reference + ")");
  }

  private static String draftName(Env env, int id, String number) {
    String kind = moves(env).text(id, "move_type").equals("out_refund") ? "Credit Note" : "Invoice";
    String suffix = number.isEmpty() ? "" : " " + number;
    if (env.has(Fact.DRAFTS_SHOWN_WITH_ID) && number.isEmpty()) {
      suffix = " (* " + id + ")";
    }
    return "Draft " + kind + suffix;
  }
}
