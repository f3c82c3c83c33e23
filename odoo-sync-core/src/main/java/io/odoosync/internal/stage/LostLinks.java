package io.odoosync.internal.stage;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.odoo.Domain;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Restores the links that an id store has lost. An empty one was lost, or this is the first run;
 * Odoo knows. Where the user may list external ids, those of the namespace are read. Where not,
 * each batch is asked for by itself, so that it costs what is ours, however many records of others
 * there are: a few of the keys one by one, and only if one of them is there, the records that hold
 * what the batch's do, and then the rest.
 *
 * <p>A record that is missed so is not created twice: {@code load} answers it.
 */
final class LostLinks<T extends SourceRecord> {

  /** Keys of the first batch that are asked for one by one, until one is there. */
  private static final int SAMPLE = 5;

  /** So many are asked for one by one in any case. */
  private static final int FEW = 20;

  private final StageKind<T> kind;
  private final RunContext run;
  private final String name;
  private @Nullable Boolean asks;
  private boolean lost;
  private int batches;

  LostLinks(StageKind<T> kind, RunContext run) {
    this.kind = kind;
    this.run = run;
    this.name = "lost-links/" + kind.type();
  }

  /** Whether links of this kind were lost, as far as was seen. */
  boolean wereLost() {
    return lost;
  }

  /** Restores the links of those of these records that Odoo is found to have. */
  void restore(Map<LocalKey, T> records) {
    if (!asks()) {
      return;
    }
    Map<LocalKey, T> unlinked = unlinked(records);
    if (unlinked.isEmpty()) {
      return;
    }
    if (run.creator().hasMetExisting(kind.type())) {
      remember();
    }
    if (!lost && isSampled()) {
      askForOne(sample(unlinked.keySet(), batches == 1 ? SAMPLE : 1));
    }
    if (lost) {
      restoreAlike(unlinked(records));
      askRest(unlinked(records).keySet());
    }
  }

  /** All records of the source were dealt with. */
  void ended() {
    if (lost) {
      run.memory().remove(List.of(name));
    }
  }

  /** A run that ends too early leaves a store that is not empty any more, and not whole yet. */
  private boolean asks() {
    if (asks == null) {
      lost = run.memory().find(name).isPresent();
      asks = (lost || !run.links().hasAny(kind.type())) && !isListed();
    }
    return asks;
  }

  private boolean isListed() {
    Optional<Long> restored = run.rebuilder().rebuildListed(kind.model());
    lost |= restored.filter(links -> links > 0).isPresent();
    return restored.isPresent();
  }

  private Map<LocalKey, T> unlinked(Map<LocalKey, T> records) {
    Map<LocalKey, T> unlinked = new LinkedHashMap<>(records);
    unlinked.keySet().removeAll(run.links().stored(kind.type(), records.keySet()).keySet());
    return unlinked;
  }

  /** What the first batches do not have is looked for ever more rarely. */
  private boolean isSampled() {
    batches++;
    return Integer.bitCount(batches) == 1;
  }

  /** Keys from all over the batch, its first one among them. */
  private static List<LocalKey> sample(Collection<LocalKey> keys, int size) {
    List<LocalKey> all = List.copyOf(keys);
    if (all.size() <= size) {
      return all;
    }
    List<LocalKey> some = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      some.add(all.get(i * all.size() / size));
    }
    return some;
  }

  private void askForOne(Collection<LocalKey> keys) {
    for (LocalKey key : keys) {
      if (ask(List.of(key))) {
        return;
      }
    }
  }

  private boolean ask(Collection<LocalKey> keys) {
    Map<LocalKey, Long> found = new LinkedHashMap<>();
    for (LocalKey key : keys) {
      run.control().checkCancelled();
      run.links().idInOdoo(kind.type(), key).ifPresent(id -> found.put(key, id));
    }
    return restoreFound(found);
  }

  private boolean restoreFound(Map<LocalKey, Long> found) {
    if (found.isEmpty()) {
      return false;
    }
    remember();
    run.rebuilder().restore(kind.model(), found);
    return true;
  }

  private void remember() {
    if (!lost) {
      lost = true;
      run.memory().save(Map.of(name, "true"));
    }
  }

  /** Those that no value led to. Mostly they are new, so many of them are asked for by a few. */
  private void askRest(Set<LocalKey> rest) {
    if (rest.size() <= FEW) {
      ask(rest);
      return;
    }
    List<LocalKey> some = sample(rest, SAMPLE);
    if (ask(some)) {
      Set<LocalKey> others = new TreeSet<>(rest);
      some.forEach(others::remove);
      ask(others);
    }
  }

  private void restoreAlike(Map<LocalKey, T> records) {
    kind.open().prepare(records.values());
    Map<String, Set<String>> values = new TreeMap<>();
    records.values().forEach(source -> addTelling(source, values));
    values.entrySet().stream()
        .map(value -> Domain.field(value.getKey()).isIn(List.copyOf(value.getValue())))
        .reduce(Domain::or)
        .map(alike -> run.rebuilder().createdFor(kind.model(), alike, records.keySet()))
        .ifPresent(this::restoreFound);
  }

  private void addTelling(T source, Map<String, Set<String>> values) {
    if (kind.mapAlone(source) instanceof Mapping.Mapped mapped) {
      FieldValues fields = mapped.fields();
      for (String field : kind.kind().identifyingFields()) {
        if (fields.get(field) instanceof FieldValue.Text text && !text.value().isBlank()) {
          values.computeIfAbsent(field, name -> new TreeSet<>()).add(text.value());
          return;
        }
      }
    }
  }
}
