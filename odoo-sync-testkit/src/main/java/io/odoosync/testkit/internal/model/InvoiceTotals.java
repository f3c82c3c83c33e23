package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes the amounts of a document and of its lines. Foreign currencies are worth 1. */
final class InvoiceTotals {
  private InvoiceTotals() {}

  static void addUp(Env env, int move) {
    Model moves = env.superuser().model(Moves.MODEL);
    if (!moves.table().has(move)) {
      return;
    }
    Model lines = env.superuser().model(Moves.LINES);
    int company = moves.one(move, "company_id").orElse(1);
    boolean included = moves.text(move, Moves.TAX_MODE).equals("tax_included");
    Taxes taxes = new Taxes(env, company, digits(env, moves.one(move, "currency_id")), included);
    List<Taxes.Line> counted = new ArrayList<>();
    double sign = moves.text(move, "move_type").equals("out_refund") ? 1 : -1;
    for (int id : lines.table().referencing("move_id", move)) {
      if (!MoveLines.isRemark(lines, id) && !Receivables.isReceivable(lines, id)) {
        Taxes.Line line = line(lines, id);
        storeLine(lines, id, taxes.line(line), sign);
        counted.add(line);
      }
    }
    storeTotals(moves, move, taxes.document(counted));
    Taxes own = new Taxes(env, company, digits(env, companyCurrency(env, company)), included);
    storeSigned(moves, move, own.document(counted), -sign);
  }

  private static void storeLine(Model lines, int id, Taxes.Amounts amounts, double sign) {
    double subtotal = amounts.untaxed().doubleValue();
    double balance = sign * subtotal;
    lines.store(id, "price_subtotal", subtotal);
    lines.store(id, "price_total", amounts.total().doubleValue());
    lines.store(id, "balance", balance);
    lines.store(id, "amount_currency", balance);
    lines.store(id, "debit", Math.max(balance, 0));
    lines.store(id, "credit", Math.max(-balance, 0));
  }

  private static void storeTotals(Model moves, int move, Taxes.Amounts amounts) {
    double total = amounts.total().doubleValue();
    moves.store(move, "amount_untaxed", amounts.untaxed().doubleValue());
    moves.store(move, "amount_tax", amounts.total().subtract(amounts.untaxed()).doubleValue());
    moves.store(move, "amount_total", total);
    moves.store(move, "amount_residual", total);
  }

  /** In the company's currency, in which each amount is rounded anew. */
  private static void storeSigned(Model moves, int move, Taxes.Amounts amounts, double sign) {
    double total = sign * amounts.total().doubleValue();
    double tax = amounts.total().subtract(amounts.untaxed()).doubleValue();
    moves.store(move, "amount_untaxed_signed", sign * amounts.untaxed().doubleValue());
    moves.store(move, "amount_tax_signed", sign * tax);
    moves.store(move, "amount_total_signed", total);
    moves.store(move, "amount_residual_signed", total);
    double foreign = sign * moves.number(move, "amount_total");
    moves.store(move, "amount_total_in_currency_signed", foreign);
  }

  private static Taxes.Line line(Model lines, int id) {
    return new Taxes.Line(
        LinePrecision.of(lines, id, "quantity"),
        LinePrecision.of(lines, id, "price_unit"),
        LinePrecision.of(lines, id, "discount"),
        lines.ids(id, "tax_ids"));
  }

  private static Optional<Integer> companyCurrency(Env env, int company) {
    return env.superuser().model("res.company").one(company, "currency_id");
  }

  private static int digits(Env env, Optional<Integer> currency) {
    Model currencies = env.superuser().model("res.currency");
    return currency.map(id -> (int) currencies.number(id, "decimal_places")).orElse(2);
  }
}
