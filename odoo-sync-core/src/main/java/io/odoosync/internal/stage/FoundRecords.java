package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.state.Failures;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of a batch's records in Odoo, and what follows from it for each. */
final class FoundRecords<T extends SourceRecord> {

  private static final String CREATING_IS_OFF = "no match in Odoo, and creating is off";

  private final StageKind<T> kind;
  private final RunContext run;
  private final Map<LocalKey, T> records;
  private final Map<LocalKey, Link> stored;
  private final Map<LocalKey, Link> links;
  private final Map<LocalKey, String> problems = new HashMap<>();
  private final Map<Long, OdooValues> values = new HashMap<>();

  FoundRecords(
      StageKind<T> kind, RunContext run, Map<LocalKey, T> records, Map<LocalKey, Link> stored) {
    this.kind = kind;
    this.run = run;
    this.records = records;
    this.stored = stored;
    this.links = new HashMap<>(stored);
  }

  /** Links what has an id from the host, or a match. */
  void adopt() {
    List<T> unknown = new ArrayList<>();
    records.forEach(
        (key, source) -> {
          if (links.containsKey(key)) {
            return;
          } else if (source.odooId() == null) {
            unknown.add(source);
          } else {
            links.put(key, run.links().link(kind.type(), key, source.odooId(), null));
          }
        });
    if (!unknown.isEmpty()) {
      kind.open().adopt(unknown).forEach(this::adopt);
    }
  }

  private void adopt(LocalKey key, OpenKind.Adoption adoption) {
    if (adoption.odooId() == null) {
      problems.put(key, adoption.words());
    } else {
      links.put(key, run.links().link(kind.type(), key, adoption.odooId(), null));
      run.log().note(SyncEvent.RECORD_ADOPTED, kind.type(), key, adoption.words());
    }
  }

  /**
   * Reads the linked records, and looks for those that are not where they were.
   *
   * @param names the fields to take as values
   */
  void look(Set<String> names) {
    read(links.keySet(), names);
    List<LocalKey> moved = new ArrayList<>();
    for (LocalKey key : List.copyOf(links.keySet())) {
      if (!values.containsKey(id(key)) && moved(key)) {
        moved.add(key);
      }
    }
    read(moved, names);
  }

  private void read(Collection<LocalKey> keys, Set<String> names) {
    Set<Long> ids = new TreeSet<>();
    keys.forEach(key -> ids.add(id(key)));
    values.putAll(run.reader().read(kind.model(), ids, names, kind.open().readAlong()));
  }

  private long id(LocalKey key) {
    return Objects.requireNonNull(Objects.requireNonNull(links.get(key)).odooId());
  }

  /** Records that were merged have their external ids on the one that is left. */
  private boolean moved(LocalKey key) {
    long before = id(key);
    Long now = run.links().idInOdoo(kind.type(), key).orElse(null);
    if (now == null || now == before) {
      return false;
    }
    Link link = Objects.requireNonNull(links.get(key));
    links.put(key, run.links().link(kind.type(), key, now, link.base()));
    run.log()
        .note(
            SyncEvent.LINK_MOVED,
            kind.type(),
            key,
            kind.model().name() + " " + before + " was merged into " + now);
    return true;
  }

  /** The records that Odoo does not have. */
  Map<LocalKey, T> absent() {
    Map<LocalKey, T> absent = new LinkedHashMap<>(records);
    absent.keySet().removeIf(key -> held(key) != null);
    return absent;
  }

  private @Nullable OdooValues held(LocalKey key) {
    return links.containsKey(key) ? values.get(id(key)) : null;
  }

  Decided<T> decided(LocalKey key, T source, @Nullable Mapping mapping) {
    return new Decided<>(
        source, stored.get(key), links.get(key), held(key), decide(key, source, mapping));
  }

  private Decision decide(LocalKey key, T source, @Nullable Mapping mapping) {
    String problem = problems.get(key);
    if (problem != null) {
      return new Decision.Reject(Failures.ambiguous(problem));
    }
    Decision decision = kind.open().decide(source, links.get(key), mapping, held(key));
    if (decision instanceof Decision.Gone gone) {
      return gone(source, gone);
    }
    return decision instanceof Decision.Create && !creates() ? leftOut() : decision;
  }

  private boolean creates() {
    return run.settings().rules().creating();
  }

  private static Decision leftOut() {
    return new Decision.LeaveOut(Failures.notCreated(CREATING_IS_OFF));
  }

  private Decision gone(T source, Decision.Gone gone) {
    String record = kind.model().name() + " " + gone.odooId();
    if (run.reader().isHidden(kind.model(), gone.odooId())) {
      return new Decision.Reject(Failures.hidden(kind.model().name(), gone.odooId()));
    } else if (run.settings().rules().missingRecords() == MissingRecordPolicy.REPORT) {
      return new Decision.Reject(Failures.deleted(kind.model().name(), gone.odooId()));
    } else if (!creates()) {
      return leftOut();
    }
    run.log()
        .warn(
            SyncEvent.LINK_BROKEN,
            kind.type(),
            source.key(),
            record + " was deleted in Odoo; it is created again");
    return new Decision.Create(gone.mapped(), kind.open().intent(source, gone.mapped()));
  }
}
