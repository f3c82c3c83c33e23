package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The links of a batch as they are to be used. Of several local records that share one of Odoo's,
 * mostly because people merged theirs, one owns it, and the others are its guests.
 */
final class BatchLinks<T extends SourceRecord> {

  private final EntityType type;
  private final RunContext run;
  private final SharedRecords<T> shared;
  private final Map<LocalKey, Link> links;
  private final Map<LocalKey, Set<LocalKey>> hosts = new HashMap<>();

  BatchLinks(StageKind<T> kind, RunContext run, Map<LocalKey, Link> stored) {
    this.type = kind.type();
    this.run = run;
    this.shared = new SharedRecords<>(kind.type(), run.links(), kind.kind()::find);
    this.links = new LinkedHashMap<>(stored);
  }

  boolean has(LocalKey key) {
    return links.containsKey(key);
  }

  @Nullable Link get(LocalKey key) {
    return links.get(key);
  }

  Link known(LocalKey key) {
    return Objects.requireNonNull(links.get(key));
  }

  long id(LocalKey key) {
    return LinkProof.id(known(key));
  }

  List<LocalKey> keys() {
    return List.copyOf(links.keySet());
  }

  Map<LocalKey, Link> all() {
    return links;
  }

  /** Takes a link for a record that the store has none of. */
  void add(Link link) {
    links.put(link.key(), link);
  }

  /** Links records that are found elsewhere than the store says, or that it does not know. */
  void put(Map<LocalKey, Long> found) {
    Map<LocalKey, Link> fresh = new LinkedHashMap<>();
    found.forEach((key, id) -> fresh.put(key, run.links().link(type, key, id, base(key))));
    shared
        .others(fresh)
        .forEach(
            (key, stored) -> {
              Link link = Objects.requireNonNull(fresh.get(key));
              stored.addAll(alsoHere(link));
              hosts.put(key, stored);
              links.put(key, stored.isEmpty() ? link : asGuest(link));
            });
  }

  private @Nullable String base(LocalKey key) {
    Link before = links.get(key);
    return before == null ? null : before.base();
  }

  /** The others of the batch that are linked to the same record of Odoo. */
  private Set<LocalKey> alsoHere(Link link) {
    return links.values().stream()
        .filter(other -> Objects.equals(other.odooId(), link.odooId()))
        .map(Link::key)
        .filter(other -> !other.equals(link.key()))
        .collect(Collectors.toSet());
  }

  private Link asGuest(Link link) {
    return rebased(link, Base.parse(link.base()).asGuest());
  }

  private static Link rebased(Link link, Base base) {
    return new Link(
        link.type(), link.key(), link.odooId(), base.text(), link.updatedAt(), link.createdAt());
  }

  /** A guest has Odoo's record for itself once the host has lost the others. */
  void releaseGuests() {
    Map<LocalKey, Link> guests = new LinkedHashMap<>(links);
    guests.values().removeIf(link -> !Base.isGuest(link.base()));
    hosts.putAll(shared.others(guests));
    guests.keySet().stream()
        .filter(key -> othersOf(key).isEmpty())
        .forEach(
            key ->
                links.computeIfPresent(
                    key, (k, link) -> rebased(link, Base.parse(link.base()).asOwner())));
  }

  boolean isGuest(LocalKey key) {
    return Base.isGuest(known(key).base());
  }

  /** The local records with which one shares Odoo's. */
  Set<LocalKey> othersOf(LocalKey key) {
    return hosts.getOrDefault(key, Set.of());
  }

  /** Remembers when a record was created, as far as Odoo was asked. */
  void stamp(LocalKey key, @Nullable Instant createdAt) {
    links.computeIfPresent(key, (k, link) -> link.withCreatedAt(createdAt));
  }
}
