package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.state.Links;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parts a batch so that records come before those of their own kind that wait for them. A batch in
 * which nobody waits, because all that is referred to is in Odoo already, stays one.
 */
final class Waves<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final Links links;

  Waves(StageKind<T> kind, Links links) {
    this.kind = kind;
    this.links = links;
  }

  /** The parts in their order; those that wait for each other in a circle are the last one. */
  List<Map<LocalKey, T>> of(Map<LocalKey, T> records) {
    Map<LocalKey, Set<LocalKey>> waiting = waiting(records);
    if (waiting.isEmpty()) {
      return List.of(records);
    }
    List<Map<LocalKey, T>> waves = new ArrayList<>();
    Map<LocalKey, T> rest = new LinkedHashMap<>(records);
    while (!rest.isEmpty()) {
      Map<LocalKey, T> wave = new LinkedHashMap<>(rest);
      wave.keySet().removeIf(key -> waits(waiting.get(key), rest.keySet()));
      waves.add(wave.isEmpty() ? new LinkedHashMap<>(rest) : wave);
      rest.keySet().removeAll(waves.get(waves.size() - 1).keySet());
    }
    return waves;
  }

  private static boolean waits(@Nullable Set<LocalKey> wanted, Set<LocalKey> rest) {
    return wanted != null && wanted.stream().anyMatch(rest::contains);
  }

  /** Which records of the batch each of them waits for. */
  private Map<LocalKey, Set<LocalKey>> waiting(Map<LocalKey, T> records) {
    Map<LocalKey, Set<LocalKey>> waiting = new LinkedHashMap<>();
    records.forEach(
        (key, record) -> {
          Set<LocalKey> wanted = ofOwnKind(record);
          wanted.retainAll(records.keySet());
          if (!wanted.isEmpty()) {
            waiting.put(key, wanted);
          }
        });
    Set<LocalKey> all = waiting.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Set<LocalKey> linked = all.isEmpty() ? Set.of() : links.odooIds(kind.type(), all).keySet();
    waiting.values().forEach(wanted -> wanted.removeAll(linked));
    waiting.values().removeIf(Set::isEmpty);
    return waiting;
  }

  private Set<LocalKey> ofOwnKind(T record) {
    EntityType type = kind.type();
    return kind.kind()
        .dependenciesOf(record)
        .filter(dependency -> dependency.type() == type)
        .map(Dependency::key)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
