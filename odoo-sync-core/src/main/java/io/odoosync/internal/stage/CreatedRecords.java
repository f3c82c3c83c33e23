package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.exchange.Creator;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.state.BatchOutcomes;
import io.odoosync.internal.state.Failures;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What Odoo made of the records that a batch was to create. */
final class CreatedRecords<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final RunContext run;

  CreatedRecords(StageKind<T> kind, RunContext run) {
    this.kind = kind;
    this.run = run;
  }

  /** What is read back of them. */
  Creator.ReadBack wanted(Collection<Decision.Create> creates) {
    Set<String> names = new TreeSet<>();
    creates.forEach(create -> names.addAll(names(create)));
    names.addAll(telling());
    return new Creator.ReadBack(names, kind.open().readAlong(), telling());
  }

  private List<String> telling() {
    List<String> telling = new ArrayList<>(kind.kind().identifyingFields());
    telling.retainAll(kind.model().fields().names());
    return telling;
  }

  private Set<String> names(Decision.Create create) {
    Set<String> names = new TreeSet<>(create.mapped().fields().byField().keySet());
    if (kind.kind().sentOnce()) {
      names.retainAll(kind.kind().identifyingFields());
    }
    return names;
  }

  /**
   * Remembers in their links when they were created and what they hold: Odoo normalises what it
   * stores, and what it made of a record is what it agreed to. What was not read back yet is read.
   *
   * @param read what was read back, by id
   * @param outcomes has what became of each; one that Odoo had already, and that can't be the
   *     host's, fails here
   * @return what Odoo holds, by id
   */
  Map<Long, OdooValues> accept(
      Map<LocalKey, Decision.Create> creates, Map<Long, OdooValues> read, BatchOutcomes outcomes) {
    Map<LocalKey, Long> ids = new LinkedHashMap<>();
    creates.keySet().forEach(key -> outcomes.odooId(key).ifPresent(id -> ids.put(key, id)));
    Map<Long, OdooValues> values = new HashMap<>(read);
    Set<Long> unread = new TreeSet<>(ids.values());
    unread.removeAll(read.keySet());
    Creator.ReadBack wanted = wanted(creates.values());
    values.putAll(run.reader().read(kind.model(), unread, wanted.names(), wanted.along()));
    accept(creates, ids, values, outcomes);
    return values;
  }

  private void accept(
      Map<LocalKey, Decision.Create> creates,
      Map<LocalKey, Long> ids,
      Map<Long, OdooValues> values,
      BatchOutcomes outcomes) {
    List<Link> links = new ArrayList<>();
    List<LocalKey> anothers = new ArrayList<>();
    ids.forEach(
        (key, id) -> {
          OdooValues held = values.get(id);
          Decision.Create create = Objects.requireNonNull(creates.get(key));
          if (held != null && isAnothers(key, id, create, held, outcomes)) {
            anothers.add(key);
            outcomes.put(key, new Outcome.Failed(Failures.anothers(kind.model().name(), id)));
          } else if (held != null) {
            links.add(link(key, id, create.intent().readBack(held), held));
          }
        });
    run.links().forget(kind.type(), anothers);
    run.links().save(links);
  }

  private boolean isAnothers(
      LocalKey key, long id, Decision.Create create, OdooValues held, BatchOutcomes outcomes) {
    return outcomes.of(key) instanceof Outcome.Unchanged
        && !kind.likeness().areAlike(create.mapped().fields(), held.values())
        && run.links().sharers(kind.type(), key, id).isEmpty();
  }

  private Link link(LocalKey key, long id, Base base, OdooValues held) {
    run.links().proven(kind.type(), key, id);
    return run.links().link(kind.type(), key, id, base.text()).withCreatedAt(held.createdAt());
  }
}
