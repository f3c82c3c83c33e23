package io.odoosync.internal.state;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.ExternalId;
import io.odoosync.odoo.ExternalIdTarget;
import io.odoosync.odoo.OdooClient;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The id store as a run uses it: intents before creating, links after, doubts settled by asking.
 * For one run and one thread.
 */
public final class Links {

  private final IdStore store;
  private final OdooClient seesArchived;
  private final String namespace;
  private final Clock clock;
  private final Runnable progress;
  private final RecentLinks recent = new RecentLinks();

  /** Makes it for what is no run. */
  public Links(Settings settings, OdooClient client) {
    this(settings, client, () -> {});
  }

  /**
   * Makes it for one run.
   *
   * @param progress is told of each answer of the store
   */
  public Links(Settings settings, OdooClient client, Runnable progress) {
    this.store = settings.storage().links();
    this.seesArchived = client.withContext("active_test", false);
    this.namespace = settings.namespace();
    this.clock = settings.clock();
    this.progress = progress;
  }

  /**
   * Reads links. Of those that are pending, Odoo is asked whether the record was created: then the
   * link is completed, else it is left out and the record can be created.
   */
  public Map<LocalKey, Link> find(EntityType type, Collection<LocalKey> keys) {
    Map<LocalKey, Link> found = stored(type, keys);
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

  /** Reads links as they are stored, pending ones too. */
  public Map<LocalKey, Link> stored(EntityType type, Collection<LocalKey> keys) {
    Set<LocalKey> unknown = recent.unknown(type, keys);
    Map<LocalKey, Link> read =
        unknown.isEmpty() ? Map.of() : guarded(() -> store.find(type, unknown));
    Map<LocalKey, Link> stored = recent.known(type, keys);
    stored.putAll(read);
    recent.read(type, unknown, read);
    return stored;
  }

  /** Where those of these records are in Odoo that are linked. */
  public Map<LocalKey, Long> odooIds(EntityType type, Collection<LocalKey> keys) {
    Map<LocalKey, Long> ids = new HashMap<>();
    stored(type, keys)
        .forEach(
            (key, link) -> {
              if (link.odooId() != null) {
                ids.put(key, link.odooId());
              }
            });
    return ids;
  }

  /** Whether there is any link of this kind. */
  public boolean hasAny(EntityType type) {
    return guarded(() -> !store.page(type, null, 1).isEmpty());
  }

  /** Those of these Odoo records that belong to a local record, with that. */
  public Map<Long, LocalKey> holders(EntityType type, Collection<Long> odooIds) {
    Map<Long, LocalKey> holders = new HashMap<>();
    guarded(() -> store.findByOdooId(type, odooIds))
        .forEach(link -> holders.put(Objects.requireNonNull(link.odooId()), link.key()));
    return holders;
  }

  /** The links to these records of Odoo. */
  public List<Link> leadingTo(EntityType type, Collection<Long> odooIds) {
    return guarded(() -> store.findByOdooId(type, odooIds));
  }

  /** Which local records are linked to these of Odoo. */
  public Map<Long, Set<LocalKey>> sharers(EntityType type, Collection<Long> odooIds) {
    Map<Long, Set<LocalKey>> sharers = new HashMap<>();
    guarded(() -> store.findByOdooId(type, odooIds))
        .forEach(
            link ->
                sharers
                    .computeIfAbsent(Objects.requireNonNull(link.odooId()), id -> new TreeSet<>())
                    .add(link.key()));
    return sharers;
  }

  /**
   * Asks Odoo by external id. One that stands for another model's record must not be touched. An
   * archived record would be answered as if it were hidden, unless it is asked to see those.
   */
  public Optional<Long> idInOdoo(EntityType type, LocalKey key) {
    ExternalId externalId = ExternalId.of(namespace, type.model(), key);
    Optional<ExternalIdTarget> target =
        seesArchived.resolveExternalId(externalId.namespace(), externalId.name());
    target
        .filter(found -> !found.model().equals(type.model()))
        .ifPresent(
            found -> {
              throw new StageFailedException(
                  Failures.sharedNamespace(externalId.toString(), type.model(), found.model()),
                  null);
            });
    return target.map(ExternalIdTarget::id);
  }

  /** Remembers that these records are about to be created, with the bases of their links. */
  public void intend(EntityType type, Map<LocalKey, String> bases) {
    Instant now = now();
    save(
        bases.entrySet().stream()
            .map(base -> Link.pending(type, base.getKey(), base.getValue(), now))
            .toList());
  }

  /** Links records with their bases. */
  public void link(EntityType type, Map<LocalKey, Long> odooIds, Map<LocalKey, String> bases) {
    List<Link> links = new ArrayList<>();
    odooIds.forEach((key, id) -> links.add(link(type, key, id, bases.get(key))));
    save(links);
  }

  /** A link as of now, of which it is not known when its record was created. */
  public Link link(EntityType type, LocalKey key, long odooId, @Nullable String base) {
    return new Link(type, key, odooId, base, now());
  }

  /** The same link as of now with another base. */
  public Link rebased(Link link, @Nullable String base) {
    return new Link(link.type(), link.key(), link.odooId(), base, now(), link.createdAt());
  }

  /** This run has seen that a link leads to the record that it was made for. */
  public void proven(EntityType type, LocalKey key, long odooId) {
    recent.proven(type, key, odooId);
  }

  /** Whether this run has seen lately that a link leads to the record that it was made for. */
  public boolean isProven(Link link) {
    return recent.isProven(link);
  }

  /** Which other local records are linked to an Odoo record. */
  public Set<LocalKey> sharers(EntityType type, LocalKey key, long odooId) {
    Set<LocalKey> sharers =
        new TreeSet<>(sharers(type, List.of(odooId)).getOrDefault(odooId, Set.of()));
    sharers.remove(key);
    return sharers;
  }

  /** Some links of a kind, in the order of their keys. */
  public List<Link> page(EntityType type, @Nullable LocalKey after, int limit) {
    return guarded(() -> store.page(type, after, limit));
  }

  /** Those of these records of which the store can keep no link, with why. */
  public SortedMap<LocalKey, String> unfit(EntityType type, Collection<LocalKey> keys) {
    return new TreeMap<>(guarded(() -> store.unfit(type, keys)));
  }

  /** Brings in step what repeats these links elsewhere; where that could not be done, with why. */
  public SortedMap<LocalKey, String> reconcile(Collection<Link> links) {
    List<Link> made = links.stream().filter(link -> !link.isPending()).toList();
    return made.isEmpty() ? new TreeMap<>() : new TreeMap<>(guarded(() -> store.reconcile(made)));
  }

  /** Whose links the store holds, if it knows. */
  public Optional<String> owner() {
    return guarded(store::owner);
  }

  /** From now on the store's links are those of this owner. */
  public void claim(String owner) {
    guarded(
        () -> {
          store.claim(owner);
          return true;
        });
  }

  /** Stores links. */
  public void save(Collection<Link> links) {
    if (!links.isEmpty()) {
      recent.forget(links);
      guarded(
          () -> {
            store.save(links);
            return true;
          });
      recent.saved(links);
    }
  }

  /** Takes intents back, after Odoo certainly did not create the records. */
  public void forget(EntityType type, Collection<LocalKey> keys) {
    if (!keys.isEmpty()) {
      recent.forget(type, keys);
      guarded(
          () -> {
            store.remove(type, keys);
            return true;
          });
    }
  }

  /** The time of a link that is written now. */
  public Instant now() {
    return clock.instant();
  }

  private <R> R guarded(Supplier<R> access) {
    R answer = StoreAccess.get("the id store", access);
    progress.run();
    return answer;
  }
}
