package io.odoosync.internal.change;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which records a run deals with: of each of its kinds all that the source gives, or those with
 * some keys. What only a look at all of them can tell, such as which are gone from the source, a
 * run over some keys leaves alone. Immutable.
 */
public final class Scope {

  /** No record at all. */
  public static final Scope NOTHING = new Scope(Set.of(), Map.of());

  private final Set<EntityType> whole;
  private final Map<EntityType, SortedSet<LocalKey>> keys = new EnumMap<>(EntityType.class);

  private Scope(Set<EntityType> whole, Map<EntityType, ? extends Collection<LocalKey>> some) {
    this.whole = Set.copyOf(whole);
    some.forEach(
        (type, of) -> {
          if (!of.isEmpty() && !whole.contains(type)) {
            keys.put(type, Collections.unmodifiableSortedSet(new TreeSet<>(of)));
          }
        });
  }

  /** All records of some kinds. */
  public static Scope all(Set<EntityType> types) {
    return new Scope(types, Map.of());
  }

  /** Some records of some kinds; a kind without keys is left out. */
  public static Scope of(Map<EntityType, ? extends Collection<LocalKey>> keys) {
    return new Scope(Set.of(), keys);
  }

  /** The same, with all records of some more kinds. */
  public Scope withAll(Set<EntityType> types) {
    Set<EntityType> more = EnumSet.noneOf(EntityType.class);
    more.addAll(whole);
    more.addAll(types);
    return new Scope(more, keys);
  }

  /** The kinds that the run deals with. */
  public Set<EntityType> types() {
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    types.addAll(whole);
    types.addAll(keys.keySet());
    return types;
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return whole.isEmpty() && keys.isEmpty();
  }

  /** Whether it deals with all records of a kind. */
  public boolean isWhole(EntityType type) {
    return whole.contains(type);
  }

  /** The records of a kind, if it deals with some only. */
  public Optional<SortedSet<LocalKey>> keys(EntityType type) {
    return Optional.ofNullable(keys.get(type));
  }

  /** The records that are named, by kind. */
  public Map<EntityType, SortedSet<LocalKey>> byType() {
    return Collections.unmodifiableMap(keys);
  }

  /** For a log: the kinds, and how many records of each. */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder();
    for (EntityType type : types()) {
      String count = keys(type).map(some -> String.valueOf(some.size())).orElse("all");
      words.append(words.isEmpty() ? "" : ", ").append(count).append(' ').append(type);
    }
    return words.isEmpty() ? "nothing" : words.toString();
  }
}
