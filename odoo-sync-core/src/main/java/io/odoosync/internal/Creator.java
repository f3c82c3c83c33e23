package io.odoosync.internal;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.odoo.LoadMessage;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.plan.LoadTable;
import io.odoosync.plan.Mapping;
import io.odoosync.report.Outcome;
import io.odoosync.store.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Creates records in Odoo, a batch a call. The intent is stored before the call and the id after
 * it, so that whatever dies in between, the next run knows what to ask. Records that Odoo names as
 * bad are left out and the rest is sent again; where it names none, the batch is halved.
 */
final class Creator {

  private final OdooClient client;
  private final Links links;
  private final String namespace;

  Creator(OdooClient client, Links links, String namespace) {
    this.client = client;
    this.links = links;
    this.namespace = namespace;
  }

  /**
   * Creates records.
   *
   * @param outcomes takes the outcome of each record for which there is one when this ends, also if
   *     it ends by an exception
   */
  void create(
      EntityType type, Map<LocalKey, Mapping.Mapped> records, Map<LocalKey, Outcome> outcomes) {
    if (records.isEmpty()) {
      return;
    }
    links.intend(type, records);
    Batch batch = new Batch(type);
    try {
      LoadTable.alike(records).forEach(batch::load);
    } finally {
      outcomes.putAll(batch.outcomes);
      links.save(batch.linked(records));
      links.forget(type, batch.refused);
    }
  }

  /** What became of the records of one batch. */
  private final class Batch {
    private final EntityType type;
    private final Map<LocalKey, Outcome> outcomes = new LinkedHashMap<>();
    private final List<LocalKey> refused = new ArrayList<>();

    private Batch(EntityType type) {
      this.type = type;
    }

    private List<Link> linked(Map<LocalKey, Mapping.Mapped> records) {
      List<Link> linked = new ArrayList<>();
      outcomes.forEach(
          (key, outcome) -> {
            if (outcome instanceof Outcome.Created created) {
              linked.add(links.linked(type, key, created.odooId(), records.get(key)));
            }
          });
      return linked;
    }

    private void load(Map<LocalKey, Mapping.Mapped> records) {
      if (records.isEmpty()) {
        return;
      }
      LoadTable table = LoadTable.of(namespace, type.model(), records);
      try {
        LoadResult result =
            client.load(
                type.model(), table.columns(), table.rows(), Map.of("tracking_disable", true));
        accept(records, result);
      } catch (OdooRequestException e) {
        halve(records, Failures.of(e));
      } catch (OdooOutcomeUnknownException e) {
        readBack(records, Failures.of(e));
      }
    }

    private void accept(Map<LocalKey, Mapping.Mapped> records, LoadResult result) {
      List<LocalKey> keys = List.copyOf(records.keySet());
      if (result.ids().size() == keys.size()) {
        for (int i = 0; i < keys.size(); i++) {
          outcomes.put(keys.get(i), new Outcome.Created(result.ids().get(i)));
        }
        return;
      }
      Map<LocalKey, Outcome.Failed> named = named(keys, result.errors());
      if (named.isEmpty()) {
        halve(records, unnamed(result));
        return;
      }
      named.forEach(this::refuse);
      Map<LocalKey, Mapping.Mapped> rest = new LinkedHashMap<>(records);
      rest.keySet().removeAll(named.keySet());
      load(rest);
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
    private void halve(Map<LocalKey, Mapping.Mapped> records, Outcome.Failed why) {
      List<LocalKey> keys = List.copyOf(records.keySet());
      if (keys.size() == 1) {
        refuse(keys.get(0), why);
        return;
      }
      int middle = keys.size() / 2;
      load(part(records, keys.subList(0, middle)));
      load(part(records, keys.subList(middle, keys.size())));
    }

    private Map<LocalKey, Mapping.Mapped> part(
        Map<LocalKey, Mapping.Mapped> records, List<LocalKey> keys) {
      Map<LocalKey, Mapping.Mapped> part = new LinkedHashMap<>(records);
      part.keySet().retainAll(keys);
      return part;
    }

    private void refuse(LocalKey key, Outcome.Failed why) {
      refused.add(key);
      outcomes.put(key, why);
    }

    /**
     * Odoo creates all of a call's records or none, so one tells of all. A call that is still under
     * way shows none yet: then the intents stay, and the next run asks again.
     */
    private void readBack(Map<LocalKey, Mapping.Mapped> records, Outcome.Failed why) {
      records.keySet().forEach(key -> outcomes.put(key, why));
      LocalKey first = records.keySet().iterator().next();
      if (links.idInOdoo(type, first).isPresent()) {
        for (LocalKey key : records.keySet()) {
          links.idInOdoo(type, key).ifPresent(id -> outcomes.put(key, new Outcome.Created(id)));
        }
      }
    }
  }
}
