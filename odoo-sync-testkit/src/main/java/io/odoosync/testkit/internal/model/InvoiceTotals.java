package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Computes the amounts of a document and of its lines. Foreign currencies are worth 1. */
final class InvoiceTotals {
  private InvoiceTotals() {}

  static void addUp(Env env, int move) {
    Model moves = env.superuser().model(Moves.MODEL);
    if (!moves.table().has(move)) {
      return;
    }
    Model lines = env.superuser().model(Moves.LINES);
    Taxes taxes = new Taxes(env, digits(env, moves, move));
    List<Taxes.Line> counted = new ArrayList<>();
    double sign = moves.text(move, "move_type").equals("out_refund") ? 1 : -1;
    for (int id : lines.table().referencing("move_id", move)) {
      if (!MoveLines.isRemark(lines, id)) {
        Taxes.Line line = line(lines, id);
        storeLine(lines, id, taxes.line(line), sign);
        counted.add(line);
      }
    }
    storeTotals(moves, move, taxes.document(counted), -sign);
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

  private static void storeTotals(Model moves, int move, Taxes.Amounts amounts, double sign) {
    double untaxed = amounts.untaxed().doubleValue();
    double total = amounts.total().doubleValue();
    moves.store(move, "amount_untaxed", untaxed);
    moves.store(move, "amount_tax", amounts.total().subtract(amounts.untaxed()).doubleValue());
    moves.store(move, "amount_total", total);
    moves.store(move, "amount_residual", total);
    moves.store(move, "amount_untaxed_signed", sign * untaxed);
    moves.store(move, "amount_total_signed", sign * total);
    moves.store(move, "amount_total_in_currency_signed", sign * total);
  }

  private static Taxes.Line line(Model lines, int id) {
    return new Taxes.Line(
        BigDecimal.valueOf(lines.number(id, "quantity")),
        BigDecimal.valueOf(MoveLines.price(lines, id)),
        BigDecimal.valueOf(lines.number(id, "discount")),
        lines.ids(id, "tax_ids"));
  }

  private static int digits(Env env, Model moves, int move) {
    Model currencies = env.superuser().model("res.currency");
    return moves
        .one(move, "currency_id")
        .map(currency -> (int) currencies.number(currency, "decimal_places"))
        .orElse(2);
  }
}
