package io.odoosync.internal.exchange;

import io.odoosync.EntityType;
import io.odoosync.odoo.OdooClient;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which records were there before a run, and before its last call: those with this id or a lower
 * one. Odoo is asked once for each kind, before the first is created. For one run and one thread.
 */
final class NewestIds {

  private final OdooClient client;
  private final Map<EntityType, Long> before = new EnumMap<>(EntityType.class);
  private final Map<EntityType, Long> known = new EnumMap<>(EntityType.class);
  private final Set<EntityType> metExisting = EnumSet.noneOf(EntityType.class);

  NewestIds(OdooClient client) {
    this.client = client;
  }

  /** The highest id that there was before this run created any. */
  long beforeRun(OdooModel model) {
    Long id = before.get(model.type());
    if (id == null) {
      id =
          client.search(model.name(), model.ours(), OdooModel.NEWEST).stream()
              .findFirst()
              .orElse(0L);
      before.put(model.type(), id);
    }
    return id;
  }

  /** The highest id that this run knows of. */
  long known(OdooModel model) {
    return Math.max(beforeRun(model), known.getOrDefault(model.type(), 0L));
  }

  /** A record is known to be one of this run's. */
  void confirmed(OdooModel model, long id) {
    known.merge(model.type(), id, Math::max);
    if (id <= beforeRun(model)) {
      metExisting.add(model.type());
    }
  }

  /** Whether a record that was to be created was there before. */
  boolean hasMetExisting(EntityType type) {
    return metExisting.contains(type);
  }
}
