package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks over all records of one kind before anything is done. Only reads. */
public final class StageSurvey<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final RunContext run;

  StageSurvey(StageKind<T> kind, RunContext run) {
    this.kind = kind;
    this.run = run;
  }

  /**
   * What one source holds.
   *
   * @param read how many records
   * @param linked how many of them are linked
   * @param changed how many of those differ from what was sent last
   */
  public record Count(long read, long linked, long changed) {
    Count plus(Count more) {
      return new Count(read + more.read, linked + more.linked, changed + more.changed);
    }
  }

  /** The kind of the records. */
  public EntityType type() {
    return kind.type();
  }

  /** The Odoo fields that the mapping sets. */
  public Set<String> mappedFields() {
    return new TreeSet<>(kind.model().fields().among(kind.open().mappedFields()));
  }

  /** Whether records of this kind were synced before. */
  public boolean hasLinks() {
    return run.links().hasAny(kind.type());
  }

  /**
   * Counts what the source holds. Asks Odoo for nothing but the names that unsent records use.
   *
   * @return nothing if the source fails, which the stage itself will report
   * @throws RunStoppedException if a record can't be mapped on this server at all
   */
  public Optional<Count> count() {
    Count count = new Count(0, 0, 0);
    try (BatchReader<T> reader = BatchReader.of(kind.kind(), run)) {
      for (List<T> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
        run.control().checkCancelled();
        count = count.plus(count(batch));
      }
      return Optional.of(count);
    } catch (StageFailedException e) {
      return Optional.empty();
    }
  }

  private Count count(List<T> batch) {
    Map<LocalKey, Link> links =
        run.links().stored(kind.type(), batch.stream().map(SourceRecord::key).toList());
    List<T> mapped =
        batch.stream()
            .filter(source -> !kind.kind().sentOnce() || !links.containsKey(source.key()))
            .toList();
    kind.open().prepare(mapped);
    Dependencies linked = linked(mapped);
    long changed = 0;
    for (T source : mapped) {
      Mapping mapping = kind.open().mapper().map(source, linked);
      requireFit(source, mapping);
      changed += isChanged(links.get(source.key()), mapping) ? 1 : 0;
    }
    return new Count(batch.size(), links.size(), changed);
  }

  private Dependencies linked(List<T> records) {
    Set<Dependency> wanted =
        records.stream().flatMap(kind.kind()::dependenciesOf).collect(Collectors.toSet());
    Map<Dependency, Long> ids = new HashMap<>();
    DependencyResolver.byType(wanted)
        .forEach(
            (type, keys) ->
                run.links()
                    .odooIds(type, keys)
                    .forEach((key, id) -> ids.put(new Dependency(type, key), id)));
    return new Dependencies(ids, Map.of(), Set.of());
  }

  /** Also of a record that waits for another one, which the same run is going to create. */
  private void requireFit(T source, Mapping mapping) {
    Mapping own = mapping;
    if (mapping instanceof Mapping.Blocked) {
      Set<Dependency> all = kind.kind().dependenciesOf(source).collect(Collectors.toSet());
      own = kind.open().mapper().map(source, new Dependencies(Map.of(), Map.of(), all));
    }
    if (own instanceof Mapping.Misfit misfit) {
      throw new RunStoppedException(misfit.failure(), null);
    }
  }

  private static boolean isChanged(@Nullable Link link, Mapping mapping) {
    return link != null
        && mapping instanceof Mapping.Mapped mapped
        && !Base.parse(link.base()).wasSentAs(mapped.fields());
  }
}
