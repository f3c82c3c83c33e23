package io.odoosync.internal;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.odoo.LoadMessage;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.plan.LoadTable;
import io.odoosync.plan.Mapping;
import io.odoosync.report.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Creates records in Odoo, a batch a call. The intent is stored before the call and the id after
 * it, so that whatever dies in between, the next run knows what to ask. Records that Odoo names as
 * bad are left out and the rest is sent again; where it names none, the batch is halved.
 *
 * <p>The call is Odoo's {@code load} in a mode in which an external id that exists already is
 * answered with its record, untouched. So nothing is created twice and nothing that people changed
 * is overwritten, even if a record is in Odoo that the id store has lost.
 */
final class Creator {

  /** How often a batch is sent whose outcome stays unknown. */
  private static final int MAX_ATTEMPTS = 3;

  /**
   * With {@code mode} and {@code noupdate}, existing records are left as they are. Without {@code
   * active_test}, Odoo 14 does not find an archived customer.
   */
  private static final Map<String, Object> CONTEXT =
      Map.of(
          "mode",
          "update",
          "noupdate",
          true,
          "active_test",
          false,
          "tracking_disable",
          true,
          "tz",
          "UTC");

  private final OdooClient client;
  private final Links links;
  private final WriteGate gate;
  private final Pacing pacing;
  private final String namespace;

  Creator(OdooClient client, Links links, WriteGate gate, Pacing pacing, String namespace) {
    this.client = client;
    this.links = links;
    this.gate = gate;
    this.pacing = pacing;
    this.namespace = namespace;
  }

  /** A record to create: what Odoo shall hold, and the base of its link. */
  record Draft(Mapping.Mapped mapped, String base) {}

  /**
   * Creates records.
   *
   * @param outcomes takes the outcome of each record for which there is one when this ends, also if
   *     it ends by an exception: created, or unchanged if Odoo had it already
   */
  void create(EntityType type, Map<LocalKey, Draft> drafts, Map<LocalKey, Outcome> outcomes) {
    if (drafts.isEmpty()) {
      return;
    }
    Batch batch = new Batch(type, drafts, newestId(type));
    Map<LocalKey, Mapping.Mapped> records = new LinkedHashMap<>();
    drafts.forEach((key, draft) -> records.put(key, draft.mapped()));
    for (Map<LocalKey, Mapping.Mapped> alike : LoadTable.alike(records)) {
      create(batch, new ArrayList<>(alike.keySet()), outcomes);
    }
  }

  private void create(Batch batch, List<LocalKey> waiting, Map<LocalKey, Outcome> outcomes) {
    while (!waiting.isEmpty()) {
      gate.check();
      int size = Math.min(pacing.size(batch.type), waiting.size());
      List<LocalKey> next = waiting.subList(0, size);
      batch.create(List.copyOf(next), outcomes);
      next.clear();
    }
  }

  /** What has this id or a lower one was there before. */
  private long newestId(EntityType type) {
    return client.search(type.model(), Existing.domain(type), Existing.NEWEST).stream()
        .findFirst()
        .orElse(0L);
  }

  /** What became of the records of one batch. */
  private final class Batch {
    private final EntityType type;
    private final Map<LocalKey, Draft> drafts;
    private final long newestBefore;
    private final Map<LocalKey, Outcome> outcomes = new LinkedHashMap<>();
    private final List<LocalKey> refused = new ArrayList<>();

    private Batch(EntityType type, Map<LocalKey, Draft> drafts, long newestBefore) {
      this.type = type;
      this.drafts = drafts;
      this.newestBefore = newestBefore;
    }

    private void create(List<LocalKey> keys, Map<LocalKey, Outcome> results) {
      outcomes.clear();
      refused.clear();
      Map<LocalKey, String> bases = new LinkedHashMap<>();
      keys.forEach(key -> bases.put(key, draft(key).base()));
      links.intend(type, bases);
      try {
        load(keys, 1);
      } finally {
        results.putAll(outcomes);
        links.link(type, ids(), bases);
        links.forget(type, refused);
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

    private void load(List<LocalKey> keys, int attempt) {
      if (keys.isEmpty()) {
        return;
      }
      Map<LocalKey, Mapping.Mapped> records = new LinkedHashMap<>();
      keys.forEach(key -> records.put(key, draft(key).mapped()));
      LoadTable table = LoadTable.of(namespace, type.model(), records);
      try {
        accept(keys, pacing.timed(type, () -> load(table)));
      } catch (OdooRequestException | OdooPermissionException e) {
        halve(keys, Failures.of(e));
      } catch (OdooOutcomeUnknownException e) {
        pacing.slower(type);
        readBack(keys, attempt, Failures.of(e));
      }
    }

    private LoadResult load(LoadTable table) {
      return client.load(type.model(), table.columns(), table.rows(), CONTEXT);
    }

    private void accept(List<LocalKey> keys, LoadResult result) {
      if (result.ids().size() == keys.size()) {
        for (int i = 0; i < keys.size(); i++) {
          done(keys.get(i), result.ids().get(i));
        }
        return;
      }
      Map<LocalKey, Outcome.Failed> named = named(keys, result.errors());
      if (named.isEmpty()) {
        halve(keys, unnamed(result));
        return;
      }
      named.forEach(this::refuse);
      load(keys.stream().filter(key -> !named.containsKey(key)).toList(), 1);
    }

    private void done(LocalKey key, long id) {
      outcomes.put(key, id > newestBefore ? new Outcome.Created(id) : new Outcome.Unchanged(id));
    }

    private Map<LocalKey, Outcome.Failed> named(List<LocalKey> keys, List<LoadMessage> errors) {
      Map<LocalKey, Outcome.Failed> named = new HashMap<>();
      for (LoadMessage error : errors) {
        Integer record = error.record();
        if (record != null && record >= 0 && record < keys.size()) {
          named.putIfAbsent(keys.get(record), Failures.refused(type.model(), error));
        }
      }
      return named;
    }

    private Outcome.Failed unnamed(LoadResult result) {
      return result.errors().stream()
          .findFirst()
          .map(error -> Failures.refused(type.model(), error))
          .orElseGet(
              () ->
                  new Outcome.Failed(
                      type.model() + ".load returned neither ids nor errors",
                      "Look into the Odoo server's log."));
    }

    /** Nothing of the batch was created: the half without the bad record still can be. */
    private void halve(List<LocalKey> keys, Outcome.Failed why) {
      if (keys.size() == 1) {
        refuse(keys.get(0), why);
        return;
      }
      int middle = keys.size() / 2;
      load(keys.subList(0, middle), 1);
      load(keys.subList(middle, keys.size()), 1);
    }

    private void refuse(LocalKey key, Outcome.Failed why) {
      refused.add(key);
      outcomes.put(key, why);
    }

    /**
     * Odoo creates all of a call's records or none, so one tells of all. If there is none, they are
     * sent again: should the first call still be under way, Odoo's unique external ids let only one
     * of the two through. If the outcome stays unknown, the intents stay, and the next run asks.
     */
    private void readBack(List<LocalKey> keys, int attempt, Outcome.Failed why) {
      keys.forEach(key -> outcomes.put(key, why));
      if (links.idInOdoo(type, keys.get(0)).isPresent()) {
        keys.forEach(key -> links.idInOdoo(type, key).ifPresent(id -> done(key, id)));
      } else if (attempt < MAX_ATTEMPTS) {
        gate.check();
        load(keys, attempt + 1);
      }
    }
  }
}
