package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.intake.SourceLookup;
import io.odoosync.internal.state.Links;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells which of the host's records share one of Odoo's, mostly because people merged theirs. One
 * of them owns it; the others are guests, which are neither sent nor taken over.
 */
public final class SharedRecords<T extends SourceRecord> {

  private final EntityType type;
  private final Links links;
  private final SourceLookup<T> source;

  /**
   * Asks stores and host of one kind.
   *
   * @param source finds the host's records
   */
  public SharedRecords(
      EntityType type, Links links, Function<Collection<LocalKey>, Collection<T>> source) {
    this.type = type;
    this.links = links;
    this.source = new SourceLookup<>(type, source);
  }

  /**
   * The others that are linked to the same record of Odoo, as far as the host still has them.
   *
   * @param sharing records with their links
   * @return for each of them the others; none if it has Odoo's record for itself
   */
  Map<LocalKey, Set<LocalKey>> others(Map<LocalKey, Link> sharing) {
    Map<LocalKey, Set<LocalKey>> others = new LinkedHashMap<>();
    if (sharing.isEmpty()) {
      return others;
    }
    Map<Long, Set<LocalKey>> sharers = links.sharers(type, ids(sharing.values()));
    sharing.forEach(
        (key, link) -> {
          Set<LocalKey> all = new TreeSet<>(sharers.getOrDefault(id(link), Set.of()));
          all.remove(key);
          others.put(key, all);
        });
    Set<LocalKey> had = records(union(others.values())).keySet();
    others.values().forEach(keys -> keys.retainAll(had));
    return others;
  }

  /** The records of the host's that are linked to these of Odoo, by the latters' ids. */
  public Map<Long, Collection<T>> sharers(Collection<Long> odooIds) {
    Map<Long, Set<LocalKey>> keys = links.sharers(type, odooIds);
    Map<LocalKey, T> had = records(union(keys.values()));
    Map<Long, Collection<T>> sharers = new HashMap<>();
    keys.forEach(
        (id, linked) ->
            sharers.put(id, linked.stream().map(had::get).filter(Objects::nonNull).toList()));
    return sharers;
  }

  private Map<LocalKey, T> records(Set<LocalKey> keys) {
    return source.find(keys).stream()
        .collect(Collectors.toMap(SourceRecord::key, record -> record));
  }

  private static Set<LocalKey> union(Collection<Set<LocalKey>> all) {
    return all.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Long> ids(Collection<Link> links) {
    return links.stream().map(SharedRecords::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static long id(Link link) {
    return Objects.requireNonNull(link.odooId());
  }
}
