package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.exchange.Identity;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Dependency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds the records that a batch refers to. One that is not in Odoo yet is asked from its source
 * and dealt with first, unless this run or plan came to it already.
 */
final class DependencyResolver {

  private final Identity identity;
  private final Standing standing;
  private final Function<EntityType, Optional<Stage<?>>> stages;

  /**
   * Makes a resolver.
   *
   * @param stages deals with records of a kind, if there is a source for it
   */
  DependencyResolver(
      Identity identity, Standing standing, Function<EntityType, Optional<Stage<?>>> stages) {
    this.identity = identity;
    this.standing = standing;
    this.stages = stages;
  }

  Dependencies resolve(Set<Dependency> wanted) {
    if (wanted.isEmpty()) {
      return Dependencies.NONE;
    }
    Map<Dependency, Long> ids = new HashMap<>();
    byType(wanted).forEach((type, keys) -> ids.putAll(linked(type, keys)));
    byType(unknown(wanted, ids))
        .forEach(
            (type, keys) ->
                stages
                    .apply(type)
                    .ifPresent(
                        stage -> {
                          standing.circle(type, stage.process(keys));
                          ids.putAll(linked(type, keys));
                        }));
    return new Dependencies(ids, standing.reasons(wanted), standing.planned(wanted));
  }

  private Set<Dependency> unknown(Set<Dependency> wanted, Map<Dependency, Long> ids) {
    Set<Dependency> unknown = new LinkedHashSet<>(wanted);
    unknown.removeIf(dependency -> ids.containsKey(dependency) || standing.isKnown(dependency));
    return unknown;
  }

  private Map<Dependency, Long> linked(EntityType type, Set<LocalKey> keys) {
    Map<Dependency, Long> ids = new HashMap<>();
    identity.proven(type, keys).forEach((key, id) -> ids.put(new Dependency(type, key), id));
    return ids;
  }

  static Map<EntityType, Set<LocalKey>> byType(Set<Dependency> dependencies) {
    Map<EntityType, Set<LocalKey>> byType = new EnumMap<>(EntityType.class);
    for (Dependency dependency : dependencies) {
      byType.computeIfAbsent(dependency.type(), type -> new TreeSet<>()).add(dependency.key());
    }
    return byType;
  }
}
