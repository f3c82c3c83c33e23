package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of records that the host brought sources for, in the order of their stages. */
public final class Kinds {

  private final Map<EntityType, RecordKind<?>> byType = new EnumMap<>(EntityType.class);

  /** Collects them; one of each type. */
  public Kinds(Collection<RecordKind<?>> kinds) {
    kinds.forEach(kind -> byType.put(kind.type(), kind));
  }

  /** Their types. */
  public Set<EntityType> types() {
    return Collections.unmodifiableSet(byType.keySet());
  }

  /** The kind of this type, if there is a source for it. */
  public Optional<RecordKind<?>> of(EntityType type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** These types and those that they depend on, as far as there are sources for them. */
  public Set<EntityType> withDependencies(Set<EntityType> types) {
    Set<EntityType> all = EnumSet.noneOf(EntityType.class);
    types.forEach(type -> addTo(all, type));
    return all;
  }

  private void addTo(Set<EntityType> all, EntityType type) {
    RecordKind<?> kind = byType.get(type);
    if (kind != null && all.add(type)) {
      kind.dependsOn().forEach(other -> addTo(all, other));
    }
  }

  @Override
  public String toString() {
    return byType.values().toString();
  }
}
