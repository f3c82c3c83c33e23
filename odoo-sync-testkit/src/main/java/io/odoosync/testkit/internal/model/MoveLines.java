package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code account.move.line}: what stands on an invoice, and what is owed. Tax lines are not kept.
 */
final class MoveLines implements Behavior {
  private static final List<String> AMOUNTS =
      List.of("price_unit", "quantity", "discount", "tax_ids", "display_type");
  private static final List<String> OF_MOVE =
      List.of("date", "journal_id", "company_id", Moves.TAX_MODE);

  @Override
  public String order(Env env) {
    return "date desc, id";
  }

  static boolean isRemark(Model lines, int id) {
    return lines.text(id, "display_type").startsWith("line_");
  }

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    Products.complete(env, values);
    if (env.has(Fact.LINES_HAVE_KIND)) {
      values.putIfAbsent("display_type", "product");
    }
    boolean remark = String.valueOf(values.get("display_type")).startsWith("line_");
    if (remark && env.has(Fact.LINES_HAVE_KIND)) {
      values.putIfAbsent("quantity", 0.0);
    }
    values.putIfAbsent("quantity", 1.0);
    values.putIfAbsent("sequence", env.has(Fact.LINES_HAVE_KIND) ? 100 : 10);
    if (values.get("move_id") instanceof Integer move) {
      PostedRules.requireOpenLines(env, move);
      Model moves = env.model(Moves.MODEL);
      values.putIfAbsent("partner_id", moves.get(move, "partner_id"));
      values.putIfAbsent("currency_id", moves.get(move, "currency_id"));
      if (!remark) {
        values.putIfAbsent("account_id", account(env, moves.one(move, "journal_id").orElse(0)));
        addDefaultTax(env, move, values);
      }
    }
  }

  private static void addDefaultTax(Env env, int move, Map<String, Object> values) {
    Model moves = env.model(Moves.MODEL);
    if (env.has(Fact.DEFAULT_TAX_ADDED) && moves.text(move, "move_type").startsWith("out_")) {
      int company = moves.one(move, "company_id").orElse(1);
      Object tax = env.superuser().model("res.company").get(company, "account_sale_tax_id");
      if (tax instanceof Integer id) {
        values.putIfAbsent("tax_ids", List.of(List.of(6, 0, List.of(id))));
      }
    }
  }

  private static Object account(Env env, int journal) {
    Object account = env.superuser().model("account.journal").get(journal, "default_account_id");
    boolean known =
        account instanceof Integer id && env.superuser().model("account.account").table().has(id);
    return known ? account : false;
  }

  @Override
  public void created(Env env, int id, Map<String, Object> values) {
    LinePrecision.limit(env, id, values);
    CompanyRules.checkLine(env, id);
    if (env.has(Fact.ACCOUNT_CHECKED_IN_DRAFT)) {
      requireFittingAccount(env, id);
    }
    move(env, id).ifPresent(move -> count(env, move));
  }

  /** An account may be for amounts in one currency only; later versions look when they post. */
  static void requireFittingAccount(Env env, int id) {
    Model lines = env.model(Moves.LINES);
    Object currency =
        lines
            .one(id, "account_id")
            .map(account -> env.superuser().model("account.account").get(account, "currency_id"))
            .orElse(false);
    Object companys = env.superuser().model("res.company").get(1, "currency_id");
    if (currency instanceof Integer
        && !currency.equals(companys)
        && !currency.equals(lines.get(id, "currency_id"))) {
      throw OdooError.user(
          "The account selected on your journal entry forces to provide a secondary currency. You"
              + " should remove the secondary currency on the account.");
    }
  }

  @Override
  public void prepareWrite(Env env, List<Integer> ids, Map<String, Object> values) {
    if (AMOUNTS.stream().anyMatch(values::containsKey)) {
      ids.forEach(id -> requireChangeable(env, id));
    }
  }

  private static void requireChangeable(Env env, int id) {
    Optional<Integer> move = move(env, id);
    if (move.isPresent()) {
      requireBalanced(env, id);
      PostedRules.requireOpenLines(env, move.get());
    }
  }

  /** Odoo 14 changes the amounts of a document only through the document. */
  private static void requireBalanced(Env env, int id) {
    boolean direct = !Moves.MODEL.equals(env.contextValue(Env.OWNER));
    if (!env.has(Fact.LINES_WRITABLE_ALONE) && direct && !isRemark(env.model(Moves.LINES), id)) {
      throw OdooError.user(
          "Cannot create unbalanced journal entry. Ids: [%d]\nDifferences debit - credit: [0.0]"
              .formatted(move(env, id).orElse(0)));
    }
  }

  @Override
  public void written(Env env, List<Integer> ids, Map<String, Object> values) {
    Set<Integer> moves = new HashSet<>();
    boolean forgetsExact = forgetsExactPrice(env, values);
    for (int id : ids) {
      LinePrecision.limit(env, id, values);
      if (forgetsExact) {
        LinePrecision.forget(env.model(Moves.LINES), id);
      }
      move(env, id).ifPresent(moves::add);
    }
    if (forgetsExact || AMOUNTS.stream().anyMatch(values::containsKey)) {
      moves.forEach(move -> count(env, move));
    }
  }

  /** A posted document owes what its lines now add up to. */
  private static void count(Env env, int move) {
    InvoiceTotals.addUp(env, move);
    if (PostedRules.isPosted(env, move)) {
      Receivables.onPost(env, move);
    }
  }

  /** Odoo 14: any change of a line through its document counts it again, at the stored price. */
  private static boolean forgetsExactPrice(Env env, Map<String, Object> values) {
    boolean throughDocument = Moves.MODEL.equals(env.contextValue(Env.OWNER));
    return env.has(Fact.AMOUNTS_BEFORE_ROUNDING)
        && throughDocument
        && !values.containsKey("price_unit");
  }

  @Override
  public void prepareUnlink(Env env, List<Integer> ids) {
    for (int id : ids) {
      Optional<Integer> move = move(env, id);
      if (move.isPresent()) {
        PostedRules.requireRemovableLines(env, move.get());
        requireBalanced(env, id);
        env.model(Moves.LINES).store(id, "move_id", false);
        InvoiceTotals.addUp(env, move.get());
      }
    }
  }

  @Override
  public void check(Env env, int id) {
    Model lines = env.model(Moves.LINES);
    if (env.has(Fact.REMARK_PRICE_REFUSED)
        && isRemark(lines, id)
        && lines.number(id, "price_unit") != 0) {
      throw OdooError.validation("account_move_line_check_non_accountable_fields_null");
    }
  }

  @Override
  public Optional<Object> compute(Env env, int id, String field) {
    Optional<Integer> move =
        env.model(Moves.LINES).stored(id, "move_id") instanceof Integer found
            ? Optional.of(found)
            : Optional.empty();
    if (OF_MOVE.contains(field)) {
      return move.map(owner -> env.superuser().model(Moves.MODEL).get(owner, field));
    }
    return switch (field) {
      case "parent_state" ->
          move.map(owner -> env.superuser().model(Moves.MODEL).get(owner, "state"));
      case "move_name" -> move.map(owner -> env.superuser().model(Moves.MODEL).get(owner, "name"));
      default -> Optional.empty();
    };
  }

  @Override
  public List<Method> methods(Env env) {
    return List.of(Method.onRecords("remove_move_reconcile", Receivables::unreconcile));
  }

  private static Optional<Integer> move(Env env, int id) {
    return env.model(Moves.LINES).one(id, "move_id");
  }
}
