package io.odoosync.testkit;

import io.odoosync.testkit.internal.model.PartnerMerges;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.User;
import io.odoosync.testkit.internal.rpc.Server;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Somebody who works in Odoo's own screens. Each action is a transaction, is not in the request log
 * and passes all access checks; what it changes is dated and signed by the {@link
 * InProcessOdoo#personUser()}.
 */
public final class Person {
  private final Server server;
  private final User user;

  Person(Server server, User user) {
    this.server = server;
    this.user = user.asSuperuser();
  }

  /** Creates a record and answers its id. */
  public int create(String model, Map<String, Object> values) {
    return act(env -> env.model(model).create(values));
  }

  /** Writes values to a record. Values are as in {@code write}; {@code false} empties a field. */
  public void write(String model, int id, Map<String, Object> values) {
    act(
        env -> {
          env.model(model).write(List.of(id), values);
          return id;
        });
  }

  /** Deletes a record. */
  public void unlink(String model, int id) {
    act(
        env -> {
          env.model(model).unlink(List.of(id));
          return id;
        });
  }

  /** Archives a record. */
  public void archive(String model, int id) {
    write(model, id, Map.of("active", false));
  }

  /** Calls a method on records, such as {@code action_post}, and answers its result. */
  public Object call(String model, String method, List<Integer> ids) {
    return server.call(user, model, method, List.of(ids), Map.of(), server.snapshot()).result();
  }

  /**
   * Merges partners into one, which keeps the external ids of all of them; the others are deleted.
   */
  public void mergePartners(int survivor, int... others) {
    act(
        env -> {
          for (int other : others) {
            PartnerMerges.merge(env, other, survivor);
          }
          return survivor;
        });
  }

  /** Takes a record out of the archive. */
  public void unarchive(String model, int id) {
    write(model, id, Map.of("active", true));
  }

  /** Posts a draft invoice. */
  public void post(int move) {
    call("account.move", "action_post", List.of(move));
  }

  /** Makes a posted or cancelled invoice a draft again. */
  public void resetToDraft(int move) {
    call("account.move", "button_draft", List.of(move));
  }

  /** Cancels an invoice. */
  public void cancel(int move) {
    call("account.move", "button_cancel", List.of(move));
  }

  /** Wins a lead: it stands in a won stage. */
  public void win(int lead) {
    call("crm.lead", "action_set_won", List.of(lead));
  }

  /** Loses a lead, which archives it. */
  public void lose(int lead) {
    call("crm.lead", "action_set_lost", List.of(lead));
  }

  /** Brings a lost or archived lead back. Its reason for having been lost is forgotten. */
  public void reopen(int lead) {
    call("crm.lead", "action_unarchive", List.of(lead));
  }

  /** Moves a lead to a stage. */
  public void move(int lead, int stage) {
    write("crm.lead", lead, Map.of("stage_id", stage));
  }

  /**
   * Closes the books of the first company: all that is dated then or before. Odoo 14 refuses it
   * while there are drafts in that time.
   */
  public void lockPeriod(LocalDate last) {
    write("res.company", 1, Map.of("fiscalyear_lock_date", last.toString()));
  }

  /** Opens the books that {@link #lockPeriod} closed. */
  public void unlockPeriod() {
    write("res.company", 1, Map.of("fiscalyear_lock_date", false));
  }

  /** Registers the full payment of a posted invoice. */
  public void pay(int move) {
    act(env -> settle(env, move, env.model("account.move").number(move, "amount_residual")));
  }

  /** Registers a payment of a part of a posted invoice. */
  public void pay(int move, BigDecimal amount) {
    act(env -> settle(env, move, amount.doubleValue()));
  }

  private static int settle(Env env, int move, double amount) {
    Model moves = env.model("account.move");
    BigDecimal left =
        BigDecimal.valueOf(moves.number(move, "amount_residual"))
            .subtract(BigDecimal.valueOf(amount));
    moves.store(move, "payment_state", left.signum() == 0 ? "paid" : "partial");
    moves.store(move, "amount_residual", left.doubleValue());
    if (env.has(Fact.PAYMENTS_TOUCH_PARTNER)) {
      moves.one(move, "partner_id").ifPresent(env.model("res.partner")::touch);
    }
    moves.touch(move);
    return move;
  }

  /** Gives a record an external id, as an import by hand does. */
  public void nameExternally(String model, int id, String externalId) {
    act(
        env -> {
          env.externalIds().attach(externalId, model, id, false);
          return id;
        });
  }

  /** The record that an external id points to, if it points to one. */
  public Optional<StoredRecord> recordOf(String externalId) {
    return act(
        env ->
            env.externalIds()
                .find(externalId)
                .map(target -> stored(env.model(target.model()), target.id())));
  }

  /** A record as it is stored, if it exists. */
  public Optional<StoredRecord> record(String model, int id) {
    return act(
        env ->
            env.model(model).table().has(id)
                ? Optional.of(stored(env.model(model), id))
                : Optional.empty());
  }

  /** The records of a model, archived ones included, ascending by id. */
  public List<StoredRecord> records(String model) {
    return act(
        env -> {
          Model records = env.model(model);
          return records.table().rows().stream().map(row -> stored(records, row.id())).toList();
        });
  }

  private static StoredRecord stored(Model model, int id) {
    Map<String, Object> values = new LinkedHashMap<>();
    model.schema().all().forEach(field -> values.put(field.name(), model.get(id, field.name())));
    return new StoredRecord(
        model.name(), id, model.env().externalIds().of(model.name(), id), values);
  }

  private <T> T act(Function<Env, T> action) {
    return server.inTransaction(user, Map.of(), server.snapshot(), action).result();
  }

  /** How Odoo writes a moment: seconds of UTC, no zone. */
  public static String moment(java.time.Instant instant) {
    return Moments.seconds(Moments.stored(instant));
  }
}
