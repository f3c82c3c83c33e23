package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.MappedFrom;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.state.BatchOutcomes;
import io.odoosync.internal.state.Memory;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows which unchanged records map to other values than before, and which of these a run was let
 * pass with. A record that is in step remembers that itself; of one that fails, it must be
 * remembered apart, or every further run would ask for a go-ahead.
 */
final class AcceptedMappings<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final Memory memory;

  AcceptedMappings(StageKind<T> kind, Memory memory) {
    this.kind = kind;
    this.memory = memory;
  }

  /** What a record maps to now, if that is something else although it has not changed. */
  private @Nullable MappedFrom otherwise(T source, @Nullable Mapping mapping, @Nullable Link link) {
    if (link == null || !(mapping instanceof Mapping.Mapped mapped)) {
      return null;
    }
    MappedFrom now = MappedFrom.of(source, mapped.fields(), kind.model().fields());
    return Base.parse(link.base())
        .mappedFrom()
        .filter(before -> before.isMappedOtherwise(now))
        .map(before -> now)
        .orElse(null);
  }

  /** Those records that map to other values, although neither host nor a go-ahead changed that. */
  Set<LocalKey> unaccepted(
      Map<LocalKey, T> records, Map<LocalKey, Mapping> mappings, Map<LocalKey, Link> links) {
    Map<LocalKey, MappedFrom> otherwise = new LinkedHashMap<>();
    records.forEach(
        (key, source) -> {
          MappedFrom now = otherwise(source, mappings.get(key), links.get(key));
          if (now != null) {
            otherwise.put(key, now);
          }
        });
    if (!otherwise.isEmpty()) {
      Map<String, String> accepted =
          memory.find(otherwise.keySet().stream().map(this::name).toList());
      otherwise
          .entrySet()
          .removeIf(one -> one.getValue().text().equals(accepted.get(name(one.getKey()))));
    }
    return otherwise.keySet();
  }

  /** A run was let pass; those of its records that failed are not to hold up the next one. */
  void accept(Map<LocalKey, T> records, Map<LocalKey, Link> links, BatchOutcomes outcomes) {
    Map<String, String> accepted = new HashMap<>();
    records.forEach(
        (key, source) -> {
          Outcome outcome = outcomes.of(key);
          if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Quarantined) {
            MappedFrom now = otherwise(source, kind.mapAlone(source), links.get(key));
            if (now != null) {
              accepted.put(name(key), now.text());
            }
          }
        });
    memory.save(accepted);
  }

  private String name(LocalKey key) {
    return "remapped/" + kind.type() + "/" + key;
  }
}
