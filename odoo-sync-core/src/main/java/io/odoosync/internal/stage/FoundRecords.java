package io.odoosync.internal.stage;

import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.state.Failures;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is known of a batch's records in Odoo, and what follows from it for each. */
final class FoundRecords<T extends SourceRecord> {

  private static final String CREATING_IS_OFF = "no match in Odoo, and creating is off";

  private final StageKind<T> kind;
  private final RunContext run;
  private final Map<LocalKey, T> records;
  private final Map<LocalKey, Link> stored;
  private final Map<LocalKey, Link> links;
  private final Set<LocalKey> claimed = new HashSet<>();
  private final Map<LocalKey, Failure> problems = new HashMap<>();
  private final Map<Long, OdooValues> values = new HashMap<>();
  private final LinkProof proof;

  FoundRecords(
      StageKind<T> kind, RunContext run, Map<LocalKey, T> records, Map<LocalKey, Link> stored) {
    this.kind = kind;
    this.run = run;
    this.records = records;
    this.stored = stored;
    this.links = new HashMap<>(stored);
    this.proof = new LinkProof(kind.type(), run, kind.kind().identifyingFields());
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
            claim(key, source.odooId());
          }
        });
    if (!unknown.isEmpty()) {
      kind.open().adopt(unknown).forEach(this::adopt);
    }
  }

  private void claim(LocalKey key, long odooId) {
    links.put(key, run.links().link(kind.type(), key, odooId, null));
    claimed.add(key);
  }

  private void adopt(LocalKey key, OpenKind.Adoption adoption) {
    if (adoption.odooId() == null) {
      problems.put(key, Failures.ambiguous(adoption.words()));
    } else {
      claim(key, adoption.odooId());
      run.log().note(SyncEvent.RECORD_ADOPTED, kind.type(), key, adoption.words());
    }
  }

  /**
   * Reads the linked records, lets each prove that it is the one that was linked, and looks for
   * those that are not where they were.
   *
   * @param names the fields to take as values
   */
  void look(Set<String> names) {
    Set<String> all = new TreeSet<>(names);
    all.addAll(kind.model().fields().among(kind.kind().identifyingFields()));
    read(links.keySet(), all);
    proof.look(links, values, claimed);
    List<LocalKey> moved = new ArrayList<>();
    for (LocalKey key : List.copyOf(links.keySet())) {
      if (!proof.isProven(key) && moved(key)) {
        moved.add(key);
      }
    }
    read(moved, all);
    links.replaceAll((key, link) -> stamped(link));
  }

  private void read(Collection<LocalKey> keys, Set<String> names) {
    Set<Long> ids = new TreeSet<>();
    keys.forEach(key -> ids.add(id(key)));
    values.putAll(run.reader().read(kind.model(), ids, names, kind.open().followUp().fields()));
  }

  private long id(LocalKey key) {
    return LinkProof.id(Objects.requireNonNull(links.get(key)));
  }

  /** Asks for the record by its external id; records that were merged have theirs on one. */
  private boolean moved(LocalKey key) {
    Link link = Objects.requireNonNull(links.get(key));
    long before = id(key);
    Long now = run.links().idInOdoo(kind.type(), key).orElse(null);
    if (now == null) {
      if (values.containsKey(before)) {
        problems.put(key, strange(link));
      }
      return false;
    } else if (now == before) {
      if (values.containsKey(before)) {
        proof.provenByName(link);
      }
      return false;
    }
    Link follows = run.links().link(kind.type(), key, now, link.base());
    links.put(key, follows);
    run.links().proven(kind.type(), key, now);
    run.log().note(SyncEvent.LINK_MOVED, kind.type(), key, words(before, now));
    return true;
  }

  private String words(long before, long now) {
    String model = kind.model().name();
    return values.containsKey(before)
        ? model + " " + before + " is another record by now; the linked one is " + now
        : model + " " + before + " was merged into " + now;
  }

  private Failure strange(Link link) {
    long id = LinkProof.id(link);
    LocalKey owner = proof.owner(id);
    return owner == null
        ? Failures.strange(kind.model().name(), id, link.createdAt(), createdAt(id))
        : Failures.ofOtherKey(kind.model().name(), id, owner);
  }

  private @Nullable Instant createdAt(long id) {
    OdooValues held = values.get(id);
    return held == null ? null : held.createdAt();
  }

  private Link stamped(Link link) {
    OdooValues held = held(link.key());
    return held == null ? link : link.withCreatedAt(held.createdAt());
  }

  /** The records that Odoo does not have. */
  Map<LocalKey, T> absent() {
    return where(key -> held(key) == null && !problems.containsKey(key));
  }

  /** The records of which nothing but an external id says where they are in Odoo. */
  Map<LocalKey, T> knownByName() {
    return where(key -> held(key) != null && proof.isByNameAlone(key));
  }

  private Map<LocalKey, T> where(Predicate<LocalKey> condition) {
    Map<LocalKey, T> some = new LinkedHashMap<>(records);
    some.keySet().removeIf(condition.negate());
    return some;
  }

  /** What Odoo holds, unless it is another record's. */
  private @Nullable OdooValues held(LocalKey key) {
    return links.containsKey(key) && !problems.containsKey(key) ? values.get(id(key)) : null;
  }

  Decided<T> decided(LocalKey key, T source, @Nullable Mapping mapping) {
    return new Decided<>(
        source, stored.get(key), links.get(key), held(key), decide(key, source, mapping));
  }

  private Decision decide(LocalKey key, T source, @Nullable Mapping mapping) {
    Failure problem = problems.get(key);
    if (problem == null && isAnothers(key, mapping)) {
      problem = Failures.anothers(kind.model().name(), id(key));
    }
    if (problem != null) {
      return new Decision.Reject(problem);
    }
    boolean isSent = kind.kind().sentOnce() && held(key) != null;
    if (isSent && mapping instanceof Mapping.Blocked blocked) {
      return new Decision.Block(blocked.reason());
    }
    Decision decision =
        kind.open().decide(source, links.get(key), isSent ? null : mapping, held(key));
    if (decision instanceof Decision.Gone gone) {
      return gone(source, gone);
    }
    return decision instanceof Decision.Create && !creates() ? leftOut() : decision;
  }

  /** Partners that were merged are unlike those that they were merged into. */
  private boolean isAnothers(LocalKey key, @Nullable Mapping mapping) {
    OdooValues held = held(key);
    return held != null
        && proof.isByNameAlone(key)
        && mapping instanceof Mapping.Mapped mapped
        && !kind.likeness().areAlike(mapped.fields(), held.values())
        && run.links().sharers(kind.type(), key, id(key)).isEmpty();
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
