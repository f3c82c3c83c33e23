package io.odoosync.internal;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.odoo.ExternalIdTarget;
import io.odoosync.odoo.OdooClient;
import io.odoosync.plan.Base;
import io.odoosync.plan.ExternalId;
import io.odoosync.plan.Mapping;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The id store as a run uses it: intents before creating, links after, doubts settled by asking.
 */
final class Links {

  private final IdStore store;
  private final OdooClient client;
  private final String namespace;
  private final Clock clock;

  Links(Settings settings, OdooClient client) {
    this.store = settings.idStore();
    this.client = client;
    this.namespace = settings.namespace();
    this.clock = settings.clock();
  }

  /**
   * Reads links. Of those that are pending, Odoo is asked whether the record was created: then the
   * link is completed, else it is left out and the record can be created.
   */
  Map<LocalKey, Link> find(EntityType type, Collection<LocalKey> keys) {
    Map<LocalKey, Link> found = new HashMap<>(stored(() -> store.find(type, keys)));
    List<Link> pending = found.values().stream().filter(Link::isPending).toList();
    List<Link> settled = new ArrayList<>();
    for (Link link : pending) {
      found.remove(link.key());
      idInOdoo(type, link.key()).ifPresent(id -> settled.add(link.linkedTo(id, now())));
    }
    save(settled);
    settled.forEach(link -> found.put(link.key(), link));
    return found;
  }

  /** Whether there is any link of this kind. */
  boolean hasAny(EntityType type) {
    return stored(() -> !store.page(type, null, 1).isEmpty());
  }

  /** Asks Odoo by external id. One that stands for another model's record must not be touched. */
  Optional<Long> idInOdoo(EntityType type, LocalKey key) {
    ExternalId externalId = ExternalId.of(namespace, type.model(), key);
    Optional<ExternalIdTarget> target =
        client.resolveExternalId(externalId.namespace(), externalId.name());
    target
        .filter(found -> !found.model().equals(type.model()))
        .ifPresent(
            found -> {
              throw new StageFailedException(
                  "external id "
                      + externalId
                      + " stands for a record of "
                      + found.model()
                      + ", not of "
                      + type.model()
                      + ". Give this host application a namespace of its own",
                  null);
            });
    return target.map(ExternalIdTarget::id);
  }

  /** Remembers that these records are about to be created, and with what. */
  void intend(EntityType type, Map<LocalKey, Mapping.Mapped> records) {
    Instant now = now();
    List<Link> intents = new ArrayList<>();
    records.forEach(
        (key, mapped) ->
            intents.add(Link.pending(type, key, Base.of(mapped.fields()).text(), now)));
    save(intents);
  }

  /** A link to a record that now holds these values. */
  Link linked(EntityType type, LocalKey key, long odooId, Mapping.@Nullable Mapped mapped) {
    String base = mapped == null ? null : Base.of(mapped.fields()).text();
    return new Link(type, key, odooId, base, now());
  }

  /** A link that remembers something else. */
  Link remembering(Link link, long odooId, String base) {
    return new Link(link.type(), link.key(), odooId, base, now());
  }

  void save(Collection<Link> links) {
    if (!links.isEmpty()) {
      stored(
          () -> {
            store.save(links);
            return true;
          });
    }
  }

  /** Takes intents back, after Odoo certainly did not create the records. */
  void forget(EntityType type, Collection<LocalKey> keys) {
    if (!keys.isEmpty()) {
      stored(
          () -> {
            store.remove(type, keys);
            return true;
          });
    }
  }

  private Instant now() {
    return clock.instant();
  }

  private static <R> R stored(Supplier<R> access) {
    try {
      return access.get();
    } catch (RuntimeException e) {
      throw new StageFailedException(
          "the id store failed: " + e.getMessage() + ". Mend it, then run again", e);
    }
  }
}
