package io.odoosync.internal.exchange;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.exchange.CreateCalls.Made;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.LoadTable;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.state.BatchOutcomes;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.Outcomes;
import io.odoosync.internal.state.WriteGate;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooOutcomeUnknownException.Reason;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.report.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Creates records in Odoo, a batch a call. The intent is stored before the call and the id after
 * it, so that whatever dies in between, the next run knows what to ask. Records that Odoo names as
 * bad are parted from the rest, which is sent again; where it names none, the batch is halved.
 *
 * <p>The call is Odoo's {@code load} in a mode in which an external id that exists already is
 * answered with its record, untouched. So nothing is created twice and nothing that people changed
 * is overwritten, even if a record is in Odoo that the id store has lost.
 */
public final class Creator {

  /** How often a batch is sent whose outcome stays unknown. */
  private static final int MAX_ATTEMPTS = 3;

  /** How many records of a batch may be sent again and again for nothing. */
  private static final int MAX_IN_VAIN = 3;

  private final Links links;
  private final WriteGate gate;
  private final Pacing pacing;
  private final Identity identity;
  private final OdooReader reader;
  private final CreateCalls calls;
  private final NewestIds newest;

  /**
   * Creates with the calls of one run.
   *
   * @param atOnce makes several at once
   */
  public Creator(
      OdooClient client,
      Links links,
      WriteGate gate,
      Pacing pacing,
      String namespace,
      OdooReader reader,
      FanOut atOnce) {
    this.links = links;
    this.gate = gate;
    this.pacing = pacing;
    this.identity = new Identity(client, links, namespace);
    this.reader = reader;
    this.calls = new CreateCalls(client, pacing, atOnce, namespace);
    this.newest = new NewestIds(client);
  }

  /**
   * A record to create.
   *
   * @param mapped what Odoo is to hold
   * @param base the base of its link
   * @param hint looks for what may be behind it that Odoo refuses the record
   */
  public record Draft(Mapping.Mapped mapped, String base, Supplier<Optional<String>> hint) {}

  /**
   * What is read back of records that were created.
   *
   * @param names the fields to take as values
   * @param along further fields to read along
   * @param telling the fields that tell records of the kind apart, the most telling one first
   */
  public record ReadBack(Set<String> names, Set<String> along, List<String> telling) {}

  /**
   * Creates records.
   *
   * @param outcomes takes the outcome of each record for which there is one when this ends, also if
   *     it ends by an exception: created, or unchanged if Odoo had it already
   * @return what was read back, by id; a record that is not among it may be there all the same
   */
  public Map<Long, OdooValues> create(
      OdooModel model, Map<LocalKey, Draft> drafts, ReadBack wanted, BatchOutcomes outcomes) {
    if (drafts.isEmpty()) {
      return Map.of();
    }
    Batch batch = new Batch(model, drafts, wanted, newest.beforeRun(model));
    Map<LocalKey, Mapping.Mapped> records = new LinkedHashMap<>();
    drafts.forEach((key, draft) -> records.put(key, draft.mapped()));
    for (Map<LocalKey, Mapping.Mapped> alike : LoadTable.alike(records)) {
      create(batch, new ArrayList<>(alike.keySet()), outcomes);
    }
    return batch.held;
  }

  /** Whether this run was answered a record that was there before, in place of a new one. */
  public boolean hasMetExisting(EntityType type) {
    return newest.hasMetExisting(type);
  }

  private void create(Batch batch, List<LocalKey> waiting, BatchOutcomes outcomes) {
    while (!waiting.isEmpty()) {
      gate.check();
      List<List<LocalKey>> parts = calls.next(batch.model, waiting);
      int begun = batch.create(parts, outcomes);
      parts.subList(0, begun).forEach(part -> waiting.subList(0, part.size()).clear());
    }
  }

  /** What became of the records of one batch. */
  private final class Batch {
    private final OdooModel model;
    private final Map<LocalKey, Draft> drafts;
    private final ReadBack wanted;
    private final long newestBefore;
    private final Map<Long, OdooValues> held = new HashMap<>();
    private final Map<LocalKey, Outcome> outcomes = new LinkedHashMap<>();
    private final List<LocalKey> refused = new ArrayList<>();
    private int inVain;
    private boolean tooLarge;

    private Batch(
        OdooModel model, Map<LocalKey, Draft> drafts, ReadBack wanted, long newestBefore) {
      this.model = model;
      this.drafts = drafts;
      this.wanted = wanted;
      this.newestBefore = newestBefore;
    }

    /** In a call for each part; answers how many of them began. */
    private int create(List<List<LocalKey>> parts, BatchOutcomes results) {
      outcomes.clear();
      refused.clear();
      Map<LocalKey, String> bases = new LinkedHashMap<>();
      parts.forEach(keys -> keys.forEach(key -> bases.put(key, draft(key).base())));
      links.intend(model.type(), bases);
      tooLarge = false;
      try {
        return load(parts.stream().map(CreateCall::first).toList());
      } finally {
        if (tooLarge) {
          pacing.capped(model.type());
        }
        outcomes.forEach(results::put);
        links.link(model.type(), ids(), bases);
        links.forget(model.type(), refused);
      }
    }

    private Draft draft(LocalKey key) {
      return Objects.requireNonNull(drafts.get(key));
    }

    private Map<LocalKey, Long> ids() {
      Map<LocalKey, Long> ids = new LinkedHashMap<>();
      outcomes.forEach(
          (key, outcome) -> Outcomes.odooId(outcome).ifPresent(id -> ids.put(key, id)));
      return ids;
    }

    private void load(CreateCall call) {
      if (!call.keys().isEmpty()) {
        load(List.of(call));
      }
    }

    /** What came of each call is dealt with, whatever came of the others. */
    private int load(List<CreateCall> several) {
      gate.check();
      List<Made> all = calls.make(model, several, key -> draft(key).mapped());
      List<Runnable> consequences = new ArrayList<>();
      List<Made> complete = all.stream().filter(Made::isComplete).toList();
      if (!complete.isEmpty()) {
        consequences.add(() -> confirm(complete));
      }
      all.stream()
          .filter(made -> !made.isComplete())
          .forEach(made -> consequences.add(() -> settle(made)));
      Done.all(consequences);
      return all.size();
    }

    /** Together, so that all are read back at once. */
    private void confirm(List<Made> complete) {
      confirm(
          complete.stream().flatMap(made -> made.call().keys().stream()).toList(),
          complete.stream().flatMap(made -> made.done().get().ids().stream()).toList());
    }

    private void settle(Made made) {
      CreateCall call = made.call();
      LoadResult result;
      try {
        result = made.done().get();
      } catch (OdooRequestException | OdooPermissionException e) {
        tooLarge |= e.isForSize();
        halve(call, Failures.ofLoad(e, made.table().columns()));
        return;
      } catch (OdooBusyException e) {
        halveOrThrow(call, e);
        return;
      } catch (OdooOutcomeUnknownException e) {
        pacing.slower(model.type());
        readBack(call, Failures.of(e), e.reason() == Reason.BROKE_OFF);
        return;
      }
      incomplete(call, made.table(), result);
    }

    private void halveOrThrow(CreateCall call, OdooBusyException why) {
      if (!pacing.maySendFewer(model.type(), call.keys().size(), why)) {
        throw why;
      }
      halves(call, 1);
    }

    private void incomplete(CreateCall call, LoadTable table, LoadResult result) {
      if (!result.ids().isEmpty()) {
        readBack(call, Failures.unproven(model.name()), false);
        return;
      }
      Map<LocalKey, LoadResult.Message> named = call.named(result.errors());
      if (named.isEmpty()) {
        halve(call, CreateCall.unnamed(model, result));
      } else if (call.isOfOne()) {
        named.values().forEach(error -> refused(call, table, error));
      } else {
        part(call, table, named);
      }
    }

    /**
     * Which record is whose is not told by their order alone: what they hold tells, and where that
     * does not, their external ids. Of several, as records have that were merged, Odoo names one;
     * then it is asked by the other.
     */
    private void confirm(List<LocalKey> keys, List<Long> ids) {
      Map<LocalKey, FieldValues> sent = new LinkedHashMap<>();
      keys.forEach(key -> sent.put(key, draft(key).mapped().fields()));
      Map<Long, OdooValues> read = reader.read(model, ids, wanted.names(), wanted.along());
      held.putAll(read);
      Map<LocalKey, Long> proven =
          new CreationProof(wanted.telling(), newest.known(model)).certain(sent, ids, read);
      Map<Long, LocalKey> owners = owners(keys, ids, proven);
      for (int i = 0; i < keys.size(); i++) {
        LocalKey key = keys.get(i);
        long id = ids.get(i);
        if (proven.containsKey(key) || key.equals(owners.get(id))) {
          done(key, id);
        } else {
          outcomes.put(key, Failures.unproven(model.name()));
          links.idInOdoo(model.type(), key).ifPresent(known -> done(key, known));
        }
      }
    }

    private Map<Long, LocalKey> owners(
        List<LocalKey> keys, List<Long> ids, Map<LocalKey, Long> proven) {
      List<Long> doubtful = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        if (!proven.containsKey(keys.get(i))) {
          doubtful.add(ids.get(i));
        }
      }
      return identity.keysOf(model.type(), doubtful);
    }

    /** What Odoo says of a record in a call of its own. */
    private void refused(CreateCall call, LoadTable table, LoadResult.Message error) {
      LocalKey key = call.keys().get(0);
      if (!call.seesArchived() && table.refersBy(error.field())) {
        load(call.seeingArchived());
      } else if (maybeConflict(key, error) && inVain < MAX_IN_VAIN) {
        sendAgain(call, error);
      } else {
        refuse(key, error);
      }
    }

    /**
     * Odoo 14 tries to store a batch, also one of one, and if that fails, each record by itself,
     * but its first try has changed the values of invoices. So what it says may be a consequence,
     * and a conflict with somebody who posts an invoice at the same time is told in any words.
     */
    private boolean maybeConflict(LocalKey key, LoadResult.Message error) {
      Draft draft = draft(key);
      return error.field() == null
          && !draft.mapped().lines().isEmpty()
          && draft.hint().get().isEmpty();
    }

    /** The gate before the next call stops a run that was interrupted meanwhile. */
    private void sendAgain(CreateCall call, LoadResult.Message error) {
      if (pacing.waitsAfter(call.attempt())) {
        load(call.again());
      } else {
        inVain++;
        refuse(call.keys().get(0), error);
      }
    }

    /**
     * Sends those again that Odoo did not name. Whom it names with a field has a value that can't
     * be read. The others could not be stored, maybe only because another one could not.
     */
    private void part(CreateCall call, LoadTable table, Map<LocalKey, LoadResult.Message> named) {
      List<LocalKey> rest = new ArrayList<>(call.keys());
      rest.removeAll(named.keySet());
      List<LocalKey> lost = new ArrayList<>();
      List<LocalKey> doubtful = new ArrayList<>();
      named.forEach(
          (key, error) -> {
            if (error.field() == null) {
              doubtful.add(key);
            } else if (!call.seesArchived() && table.refersBy(error.field())) {
              lost.add(key);
            } else {
              refuse(key, error);
            }
          });
      load(call.of(rest));
      load(call.of(lost).seeingArchived());
      halves(call.of(doubtful), 1);
    }

    private void done(LocalKey key, long id) {
      newest.confirmed(model, id);
      outcomes.put(key, id > newestBefore ? new Outcome.Created(id) : new Outcome.Unchanged(id));
    }

    /** Nothing of the batch was created: the half without the bad record still can be. */
    private void halve(CreateCall call, Outcome.Failed why) {
      if (call.isOfOne()) {
        refuse(call.keys().get(0), why);
      } else {
        halves(call, 1);
      }
    }

    private void halves(CreateCall call, int attempt) {
      int middle = call.keys().size() / 2;
      load(call.of(call.keys().subList(0, middle)).at(attempt));
      load(call.of(call.keys().subList(middle, call.keys().size())).at(attempt));
    }

    private void refuse(LocalKey key, LoadResult.Message error) {
      Draft draft = draft(key);
      boolean withLines = !draft.mapped().lines().isEmpty();
      refuse(key, Failures.refused(model.name(), error, draft.hint().get(), withLines));
    }

    private void refuse(LocalKey key, Outcome.Failed why) {
      refused.add(key);
      outcomes.put(key, why);
    }

    /**
     * Odoo creates all of a call's records or none, so one tells of all. If there is none, they are
     * sent again: should the first call still be under way, Odoo's unique external ids let only one
     * of the two through. If the outcome stays unknown, the intents stay, and the next run asks.
     *
     * @param brokeOff as where a proxy closes the connection on what is too large for it: if it
     *     does so again, the batch is halved
     */
    private void readBack(CreateCall call, Outcome.Failed why, boolean brokeOff) {
      call.keys().forEach(key -> outcomes.put(key, why));
      if (links.idInOdoo(model.type(), call.keys().get(0)).isPresent()) {
        call.keys()
            .forEach(key -> links.idInOdoo(model.type(), key).ifPresent(id -> done(key, id)));
      } else if (brokeOff && call.attempt() > 1 && !call.isOfOne()) {
        halves(call, call.attempt());
      } else if (call.attempt() < MAX_ATTEMPTS) {
        load(call.again());
      }
    }
  }
}
