package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.state.HostFailures;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds out all that is needed to decide about a batch, and decides: links, the records that it
 * refers to, mappings, what Odoo holds.
 */
final class BatchDecider<T extends SourceRecord> implements Decider<T> {

  private final StageKind<T> kind;
  private final RunContext run;
  private final DependencyResolver dependencies;
  private final MappingFit fit = new MappingFit();
  private final LostLinks<T> lost;
  private boolean storeWasLost;

  BatchDecider(StageKind<T> kind, RunContext run, DependencyResolver dependencies) {
    this.kind = kind;
    this.run = run;
    this.dependencies = dependencies;
    this.lost = new LostLinks<>(kind, run);
  }

  @Override
  public Batch<T> decide(Map<LocalKey, T> records, Map<LocalKey, Outcome.Quarantined> held) {
    Map<LocalKey, Decision> settled = settled(records, held);
    Map<LocalKey, T> tried = new LinkedHashMap<>(records);
    tried.keySet().removeAll(settled.keySet());
    lost.restore(tried);
    Map<LocalKey, Link> stored = run.links().find(kind.type(), tried.keySet());
    FoundRecords<T> found = new FoundRecords<>(kind, run, tried, stored);
    found.adopt();
    Batch<T> batch =
        kind.kind().sentOnce()
            ? decided(records, settled, found, sentOnce(found))
            : decided(records, settled, found, keptInStep(tried, found));
    Set<Long> touched = batch.touched();
    return touched.isEmpty() ? batch : batch.without(kind.open().untouchable(touched));
  }

  @Override
  public void ended() {
    lost.ended();
  }

  @Override
  public void requireFit() {
    fit.require();
  }

  /** What is decided without looking at a record: it is held back, or its key can't be linked. */
  private Map<LocalKey, Decision> settled(
      Map<LocalKey, T> records, Map<LocalKey, Outcome.Quarantined> held) {
    Map<LocalKey, Decision> settled = new HashMap<>();
    run.links()
        .unfit(kind.type(), records.keySet())
        .forEach((key, why) -> settled.put(key, new Decision.Reject(HostFailures.unfit(why))));
    held.forEach((key, hold) -> settled.put(key, new Decision.Hold(hold)));
    return settled;
  }

  /**
   * What a batch maps to.
   *
   * @param dependencies the records that it refers to
   */
  private record Mapped(Map<LocalKey, Mapping> mappings, Dependencies dependencies) {}

  /** What is certain to be in Odoo already is not even mapped. */
  private Mapped sentOnce(FoundRecords<T> found) {
    found.look(Set.of());
    Map<LocalKey, T> unsure = new LinkedHashMap<>(found.absent());
    unsure.putAll(found.knownByName());
    return map(unsure);
  }

  private Mapped keptInStep(Map<LocalKey, T> records, FoundRecords<T> found) {
    Mapped mapped = map(records);
    storeWasLost |= lost.wereLost() || found.wereLinksRebuilt();
    found.seek(mapped.mappings(), storeWasLost);
    Set<String> names = new TreeSet<>(kind.open().mapper().readAlong());
    mapped.mappings().values().forEach(mapping -> names.addAll(namesOf(mapping)));
    found.look(names);
    return mapped;
  }

  private static Collection<String> namesOf(Mapping mapping) {
    return mapping instanceof Mapping.Mapped mapped ? mapped.fields().byField().keySet() : Set.of();
  }

  private Mapped map(Map<LocalKey, T> records) {
    Set<Dependency> wanted =
        records.values().stream()
            .flatMap(kind.kind()::dependenciesOf)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Dependencies known = dependencies.resolve(wanted);
    kind.open().prepare(records.values());
    Map<LocalKey, Mapping> mappings = new LinkedHashMap<>();
    records.forEach((key, source) -> mappings.put(key, kind.map(source, known)));
    mappings.values().forEach(this::look);
    return new Mapped(mappings, known);
  }

  private void look(Mapping mapping) {
    fit.add(mapping);
    if (mapping instanceof Mapping.Mapped mapped) {
      run.notices().say(kind.type(), mapped.leftOut());
    }
  }

  private Batch<T> decided(
      Map<LocalKey, T> records,
      Map<LocalKey, Decision> settled,
      FoundRecords<T> found,
      Mapped mapped) {
    Map<LocalKey, Decided<T>> decided = new LinkedHashMap<>();
    records.forEach(
        (key, source) -> {
          Decision known = settled.get(key);
          decided.put(
              key,
              known == null
                  ? found.decided(key, source, mapped.mappings().get(key))
                  : new Decided<>(source, null, null, null, known));
        });
    return new Batch<>(decided, mapped.dependencies());
  }
}
