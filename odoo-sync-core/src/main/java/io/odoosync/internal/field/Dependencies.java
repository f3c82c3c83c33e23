package io.odoosync.internal.field;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records that a batch's records refer to: where they are in Odoo, or why they are not there.
 *
 * @param ids database ids in Odoo
 * @param reasons why one is not in Odoo
 * @param planned those that are not in Odoo, but are going to be created
 */
public record Dependencies(
    Map<Dependency, Long> ids, Map<Dependency, String> reasons, Set<Dependency> planned) {

  /** For records that refer to none. */
  public static final Dependencies NONE = new Dependencies(Map.of(), Map.of(), Set.of());

  /** Copies the collections. */
  public Dependencies {
    ids = Collections.unmodifiableMap(new LinkedHashMap<>(ids));
    reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    planned = Collections.unmodifiableSet(new LinkedHashSet<>(planned));
  }

  /** The value of a field that points to such a record; nothing without one. */
  public FieldValue reference(@Nullable Dependency dependency) {
    return dependency == null
        ? FieldValue.nothing()
        : new FieldValue.LocalReference(dependency.key(), ids.get(dependency));
  }

  /** Whether a record that refers to this one has to wait for it. */
  public boolean isBlocked(Dependency dependency) {
    return !ids.containsKey(dependency) && !planned.contains(dependency);
  }

  /**
   * A record waits.
   *
   * @param role what the other one is to it, for people
   */
  public Mapping.Blocked blocked(String role, Dependency dependency) {
    LocalKey key = dependency.key();
    String unknown =
        "it is not known to the " + dependency.type().name().toLowerCase(Locale.ROOT) + " source";
    return new Mapping.Blocked(
        "waits for its " + role + " " + key + ": " + reasons.getOrDefault(dependency, unknown));
  }
}
