package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Periods that the accountant has closed. Odoo 14 refuses even a draft in them; later ones post it
 * at another date.
 */
final class LockedPeriods {
  private static final List<String> LOCKS =
      List.of("fiscalyear_lock_date", "period_lock_date", "sale_lock_date", "hard_lock_date");
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM/dd/yyyy");

  private LockedPeriods() {}

  static void requireOpen(Env env, int move) {
    Optional<LocalDate> lock = lockOver(env, move);
    if (env.has(Fact.LOCKS_REFUSE_DRAFTS) && lock.isPresent()) {
      throw OdooError.userButLoad(
          "You cannot add/modify entries prior to and inclusive of the lock date %s. Check the company settings or ask someone with the 'Adviser' role"
              .formatted(SHOWN.format(lock.get())),
          """
          new row for relation "account_move_line" violates check constraint "account_move_line_check_accountable_required_fields"
          """);
    }
  }

  /** Moves the accounting date out of the closed period; the date of the invoice stays. */
  static void leave(Env env, int move) {
    if (!env.has(Fact.LOCKS_REFUSE_DRAFTS)) {
      lockOver(env, move)
          .ifPresent(lock -> Moves.moves(env).store(move, "date", open(env, move, lock)));
    }
  }

  /** The end of the first open period of numbers, or today, if that is in it. */
  private static String open(Env env, int move, LocalDate lock) {
    LocalDate first = lock.plusDays(1);
    LocalDate today = LocalDate.parse(Moments.date(env.now()));
    LocalDate end =
        Numbers.isFirst(env, move)
            ? first.with(TemporalAdjusters.lastDayOfMonth())
            : first.with(TemporalAdjusters.lastDayOfYear());
    LocalDate inPeriod = today.isBefore(first) ? first : today;
    return (today.isAfter(end) ? end : inPeriod).toString();
  }

  private static Optional<LocalDate> lockOver(Env env, int move) {
    Model moves = Moves.moves(env);
    LocalDate date = LocalDate.parse(moves.text(move, "date"));
    Model companies = env.superuser().model("res.company");
    int company = moves.one(move, "company_id").orElse(1);
    return LOCKS.stream()
        .filter(companies.schema()::has)
        .map(lock -> companies.text(company, lock))
        .filter(text -> !text.isEmpty())
        .map(LocalDate::parse)
        .max(LocalDate::compareTo)
        .filter(lock -> !date.isAfter(lock));
  }

  /** Odoo 14 does not close a period that has drafts. */
  static void requireNoDrafts(Env env, Map<String, Object> values) {
    if (!env.has(Fact.LOCKS_REFUSE_DRAFTS)
        || !(values.get("fiscalyear_lock_date") instanceof String lock)) {
      return;
    }
    Model moves = env.superuser().model(Moves.MODEL);
    boolean drafts =
        moves.table().find(List.of("state"), List.of("draft")).stream()
            .map(id -> moves.get(id, "date"))
            .anyMatch(date -> Python.isTrue(date) && date.toString().compareTo(lock) <= 0);
    if (drafts) {
      throw OdooError.redirect(
          "There are still unposted entries in the period you want to lock. You should either post"
              + " or delete them.");
    }
  }
}
