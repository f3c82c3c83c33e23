package io.odoosync.internal.stage;

import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.internal.compare.Base;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a batch's records in Odoo, and what follows from it for each. */
final class FoundRecords<T extends SourceRecord> {

  private static final String CREATING_IS_OFF = "no match in Odoo, and creating is off";

  private final StageKind<T> kind;
  private final RunContext run;
  private final Map<LocalKey, T> records;
  private final Map<LocalKey, Link> stored;
  private final Map<LocalKey, Link> links;
  private final SharedRecords<T> shared;
  private final Map<LocalKey, Set<LocalKey>> hosts = new HashMap<>();
  private final Map<LocalKey, Failure> problems = new HashMap<>();
  private final Map<Long, OdooValues> values = new HashMap<>();

  FoundRecords(
      StageKind<T> kind, RunContext run, Map<LocalKey, T> records, Map<LocalKey, Link> stored) {
    this.kind = kind;
    this.run = run;
    this.records = records;
    this.stored = stored;
    this.links = new LinkedHashMap<>(stored);
    this.shared = new SharedRecords<>(kind.type(), run.links(), kind.kind()::find);
  }

  /** Links what has an id from the host, or a match. */
  void adopt() {
    releaseGuests();
    List<T> unknown = new ArrayList<>();
    Map<LocalKey, Link> given = new LinkedHashMap<>();
    records.forEach(
        (key, source) -> {
          if (links.containsKey(key)) {
            return;
          } else if (source.odooId() == null) {
            unknown.add(source);
          } else {
            given.put(key, run.links().link(kind.type(), key, source.odooId(), null));
          }
        });
    put(given);
    if (!unknown.isEmpty()) {
      kind.open().adopt(unknown).forEach(this::adopt);
    }
  }

  private void adopt(LocalKey key, OpenKind.Adoption adoption) {
    if (adoption.odooId() == null) {
      problems.put(key, Failures.ambiguous(adoption.words()));
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
    Map<LocalKey, Link> lost = new LinkedHashMap<>();
    for (LocalKey key : List.copyOf(links.keySet())) {
      if (!values.containsKey(id(key))) {
        if (moved(key)) {
          moved.add(key);
        } else {
          lost.put(key, Objects.requireNonNull(links.get(key)));
        }
      }
    }
    kind.open()
        .successors(lost)
        .forEach(
            (key, successor) -> {
              if (succeeded(key, successor)) {
                moved.add(key);
              }
            });
    read(moved, names);
  }

  private void read(Collection<LocalKey> keys, Set<String> names) {
    Set<Long> ids = new TreeSet<>();
    keys.forEach(key -> ids.add(id(key)));
    values.putAll(run.reader().read(kind.model(), ids, names, kind.open().followUp().fields()));
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
    move(key, now, kind.model().name() + " " + before + " was merged into " + now);
    return true;
  }

  /** Records that were merged otherwise are found by their kind; that is news for the host. */
  private boolean succeeded(LocalKey key, OpenKind.Successor successor) {
    if (successor.odooId() == null) {
      problems.put(key, Failures.maybeMerged(kind.model().name(), id(key), successor.words()));
      return false;
    }
    Link link = move(key, successor.odooId(), successor.words());
    if (Base.isGuest(link.base())) {
      problems.put(key, Failures.merged(kind.model().name(), successor.words(), othersOf(key)));
      run.links().save(List.of(link));
    }
    return true;
  }

  private Link move(LocalKey key, long to, String words) {
    String base = Objects.requireNonNull(links.get(key)).base();
    run.log().note(SyncEvent.LINK_MOVED, kind.type(), key, words);
    put(Map.of(key, run.links().link(kind.type(), key, to, base)));
    return Objects.requireNonNull(links.get(key));
  }

  /** Links records, as guests if Odoo's are others' already. */
  private void put(Map<LocalKey, Link> fresh) {
    shared
        .others(fresh)
        .forEach(
            (key, stored) -> {
              Link link = Objects.requireNonNull(fresh.get(key));
              stored.addAll(alsoHere(link));
              hosts.put(key, stored);
              links.put(key, stored.isEmpty() ? link : asGuest(link));
            });
  }

  /** The others of the batch that are linked to the same record of Odoo. */
  private Set<LocalKey> alsoHere(Link link) {
    return links.values().stream()
        .filter(other -> Objects.equals(other.odooId(), link.odooId()))
        .map(Link::key)
        .filter(other -> !other.equals(link.key()))
        .collect(Collectors.toSet());
  }

  private static Link asGuest(Link link) {
    Base base = Base.parse(link.base()).asGuest();
    return new Link(link.type(), link.key(), link.odooId(), base.text(), link.updatedAt());
  }

  /** A guest has Odoo's record for itself once the host has lost the others. */
  private void releaseGuests() {
    Map<LocalKey, Link> guests = new LinkedHashMap<>(links);
    guests.values().removeIf(link -> !Base.isGuest(link.base()));
    hosts.putAll(shared.others(guests));
    guests.keySet().stream()
        .filter(key -> othersOf(key).isEmpty())
        .forEach(key -> links.computeIfPresent(key, (k, link) -> asOwner(link)));
  }

  private static Link asOwner(Link link) {
    Base base = Base.parse(link.base()).asOwner();
    return new Link(link.type(), link.key(), link.odooId(), base.text(), link.updatedAt());
  }

  private Set<LocalKey> othersOf(LocalKey key) {
    return hosts.getOrDefault(key, Set.of());
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
    Failure problem = problems.get(key);
    if (problem != null) {
      return new Decision.Reject(problem);
    }
    Decision decision = kind.open().decide(source, links.get(key), mapping, held(key));
    if (decision instanceof Decision.Gone gone) {
      return gone(source, gone);
    } else if (decision instanceof Decision.NotSent guest) {
      return new Decision.Reject(
          Failures.notSent(kind.model().name(), guest.odooId(), othersOf(key)));
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
