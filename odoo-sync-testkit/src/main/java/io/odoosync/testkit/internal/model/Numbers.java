package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of invoices: {@code INV/2026/00001}, monthly on Odoo 14: {@code INV/2026/11/0001}.
 */
final class Numbers {
  private static final Pattern COUNTED = Pattern.compile("(.*?)(\\d+)$");

  private Numbers() {}

  /** Up to 17 the first draft of a journal and period takes its number at once. */
  static void onCreate(Env env, int id) {
    Model moves = Moves.moves(env);
    if (!moves.text(id, "name").isEmpty() && !moves.text(id, "name").equals("/")) {
      return;
    }
    if (env.has(Fact.DRAFTS_NAMELESS)) {
      moves.store(id, "name", false);
    } else {
      moves.store(id, "name", highest(env, id).isEmpty() ? start(env, id) : "/");
    }
  }

  /** Whether no document of this kind has a number yet. */
  static boolean isFirst(Env env, int id) {
    return names(env, id, "").isEmpty();
  }

  static void onPost(Env env, int id) {
    Model moves = Moves.moves(env);
    String name = moves.text(id, "name");
    if (name.isEmpty() || name.equals("/")) {
      moves.store(
          id, "name", free(moves, highest(env, id).map(Numbers::next).orElse(start(env, id))));
    }
  }

  private static String free(Model moves, String name) {
    boolean taken = !moves.table().find(List.of("name"), List.of(name)).isEmpty();
    return taken ? free(moves, next(name)) : name;
  }

  private static String start(Env env, int id) {
    return prefix(env, id) + (env.has(Fact.MONTHLY_NUMBERS) ? "0001" : "00001");
  }

  private static String prefix(Env env, int id) {
    Model moves = Moves.moves(env);
    String date = moves.text(id, "date");
    String journal =
        moves
            .one(id, "journal_id")
            .map(found -> env.superuser().model("account.journal").text(found, "code"))
            .orElse("MISC");
    String refund = moves.text(id, "move_type").endsWith("_refund") ? "R" : "";
    String month = env.has(Fact.MONTHLY_NUMBERS) ? date.substring(5, 7) + "/" : "";
    return refund + journal + "/" + date.substring(0, 4) + "/" + month;
  }

  /** The last number of the same journal, kind and period, in the form of the latest document. */
  private static Optional<String> highest(Env env, int id) {
    String date = Moves.moves(env).text(id, "date");
    List<String> names = names(env, id, date.substring(0, env.has(Fact.MONTHLY_NUMBERS) ? 7 : 4));
    return names.isEmpty() ? Optional.empty() : Optional.of(highest(names));
  }

  private static List<String> names(Env env, int id, String period) {
    Model moves = Moves.moves(env);
    boolean refund = moves.text(id, "move_type").endsWith("_refund");
    return moves
        .table()
        .find(List.of("journal_id"), List.of(moves.stored(id, "journal_id")))
        .stream()
        .filter(other -> other != id)
        .flatMap(other -> moves.table().row(other).stream())
        .filter(row -> row.get("date").toString().startsWith(period))
        .filter(row -> row.get("move_type").toString().endsWith("_refund") == refund)
        .map(Numbers::name)
        .filter(name -> COUNTED.matcher(name).matches())
        .toList();
  }

  private static String highest(List<String> names) {
    String latest = names.get(names.size() - 1);
    return names.stream()
        .filter(name -> prefix(name).equals(prefix(latest)))
        .max(Comparator.comparingInt(Numbers::count))
        .orElse(latest);
  }

  private static String prefix(String name) {
    Matcher matcher = COUNTED.matcher(name);
    return matcher.matches() ? matcher.group(1) : name;
  }

  private static String name(Row row) {
    return row.get("name") instanceof String name ? name : "";
  }

  private static int count(String name) {
    Matcher matcher = COUNTED.matcher(name);
    return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
  }

  private static String next(String name) {
    Matcher matcher = COUNTED.matcher(name);
    if (!matcher.matches()) {
      return name;
    }
    String digits = matcher.group(2);
    return matcher.group(1)
        + ("%0" + digits.length() + "d").formatted(Integer.parseInt(digits) + 1);
  }
}
