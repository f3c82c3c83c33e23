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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  private final BatchLinks<T> links;
  private final Set<LocalKey> claimed = new HashSet<>();
  private final Map<LocalKey, Failure> problems = new HashMap<>();
  private final Map<Long, OdooValues> values = new HashMap<>();
  private final LinkProof proof;
  private final Heirs<T> heirs;

  FoundRecords(
      StageKind<T> kind, RunContext run, Map<LocalKey, T> records, Map<LocalKey, Link> stored) {
    this.kind = kind;
    this.run = run;
    this.records = records;
    this.stored = stored;
    this.links = new BatchLinks<>(kind, run, stored);
    this.proof = new LinkProof(kind.type(), run, kind.kind().identifyingFields());
    this.heirs = new Heirs<>(kind, run, links, problems);
  }

  /** Whether the links of some were read back from Odoo, so that others may have been lost. */
  boolean wereLinksRebuilt() {
    return stored.values().stream().anyMatch(link -> Base.parse(link.base()).isAsIs());
  }

  /**
   * Looks for those without link that may have been created and merged since.
   *
   * @param mappings what the records map to
   * @param storeWasLost whether any of them may be so; else those that were intended
   */
  void seek(Map<LocalKey, Mapping> mappings, boolean storeWasLost) {
    heirs.knowing(mappings);
    List<LocalKey> unlinked = new ArrayList<>(records.keySet());
    unlinked.removeIf(key -> links.has(key) || problems.containsKey(key));
    heirs.seek(unlinked, storeWasLost);
  }

  /** Links what has an id from the host, or a match. */
  void adopt() {
    links.releaseGuests();
    List<T> unknown = new ArrayList<>();
    Map<LocalKey, Long> given = new LinkedHashMap<>();
    records.forEach(
        (key, source) -> {
          if (links.has(key)) {
            return;
          } else if (source.odooId() == null) {
            unknown.add(source);
          } else {
            given.put(key, source.odooId());
          }
        });
    claim(given);
    if (!unknown.isEmpty()) {
      adopt(kind.open().adopt(unknown));
    }
  }

  private void claim(Map<LocalKey, Long> ids) {
    links.put(ids);
    claimed.addAll(ids.keySet());
  }

  private void adopt(Map<LocalKey, OpenKind.Adoption> adoptions) {
    Map<LocalKey, Long> adopted = new LinkedHashMap<>();
    adoptions.forEach(
        (key, adoption) -> {
          if (adoption.odooId() == null) {
            problems.put(key, Failures.ambiguous(adoption.words()));
          } else {
            adopted.put(key, adoption.odooId());
            run.log().note(SyncEvent.RECORD_ADOPTED, kind.type(), key, adoption.words());
          }
        });
    claim(adopted);
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
    read(links.keys(), all);
    proof.look(links.all(), values, claimed);
    List<LocalKey> moved = new ArrayList<>();
    Map<LocalKey, Link> lost = new LinkedHashMap<>();
    for (LocalKey key : links.keys()) {
      if (!proof.isProven(key) && !heirs.isSought(key)) {
        look(key, moved, lost);
      }
    }
    moved.addAll(heirs.follow(lost));
    read(moved, all);
    links.keys().forEach(this::stamp);
    heirs.keepGuests(values);
    if (run.settings().rules().conflicts().asksForTimes()) {
      noteSideEffects();
    }
  }

  /** Asks only of records that Odoo wrote after the host changed what is not agreed yet. */
  private void noteSideEffects() {
    Map<Long, OpenKind.Times> times = new TreeMap<>();
    for (LocalKey key : links.keys()) {
      openTimes(key).ifPresent(open -> times.put(links.id(key), open));
    }
    if (!times.isEmpty()) {
      kind.open()
          .sideEffects(times)
          .forEach((id, words) -> values.computeIfPresent(id, (same, held) -> held.movedBy(words)));
    }
  }

  private Optional<OpenKind.Times> openTimes(LocalKey key) {
    T source = records.get(key);
    OdooValues held = held(key);
    Instant changed = source == null ? null : source.updatedAt();
    Instant written = held == null ? null : held.writeDate();
    if (changed == null || written == null) {
      return Optional.empty();
    }
    Instant agreed =
        Base.parse(Objects.requireNonNull(links.get(key)).base()).writeDate().orElse(Instant.MIN);
    Instant host = changed.truncatedTo(ChronoUnit.SECONDS);
    boolean open = host.isBefore(written) && !host.isBefore(agreed) && !agreed.equals(written);
    return open ? Optional.of(new OpenKind.Times(host, written)) : Optional.empty();
  }

  private void read(Collection<LocalKey> keys, Set<String> names) {
    Set<Long> ids = new TreeSet<>();
    keys.forEach(key -> ids.add(links.id(key)));
    values.putAll(run.reader().read(kind.model(), ids, names, kind.open().readAlong()));
  }

  private void stamp(LocalKey key) {
    OdooValues held = held(key);
    if (held != null) {
      links.stamp(key, held.createdAt());
    }
  }

  /** Asks for the record by its external id; records that were merged have theirs on one. */
  private void look(LocalKey key, List<LocalKey> moved, Map<LocalKey, Link> lost) {
    long before = links.id(key);
    boolean isThere = values.containsKey(before);
    Long now = run.links().idInOdoo(kind.type(), key).orElse(null);
    if (now != null && now != before) {
      heirs.move(key, now, words(before, now));
      moved.add(key);
    } else if (now != null && isThere) {
      proof.provenByName(links.known(key));
    } else if (isThere) {
      problems.put(key, strange(links.known(key)));
    } else {
      lost.put(key, links.known(key));
    }
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
    return links.has(key) && !problems.containsKey(key) ? values.get(links.id(key)) : null;
  }

  Decided<T> decided(LocalKey key, T source, @Nullable Mapping mapping) {
    return new Decided<>(
        source, stored.get(key), links.get(key), held(key), decide(key, source, mapping));
  }

  private Decision decide(LocalKey key, T source, @Nullable Mapping mapping) {
    Failure problem = problems.get(key);
    if (problem == null && isAnothers(key, mapping)) {
      problem = Failures.anothers(kind.model().name(), links.id(key));
    }
    if (problem != null) {
      return new Decision.Reject(problem);
    }
    boolean isSent = kind.kind().sentOnce() && held(key) != null;
    if (isSent && mapping instanceof Mapping.Blocked blocked) {
      return new Decision.Block(blocked.reason());
    }
    return settled(
        source, kind.open().decide(source, links.get(key), isSent ? null : mapping, held(key)));
  }

  /** Partners that were merged are unlike those that they were merged into. */
  private boolean isAnothers(LocalKey key, @Nullable Mapping mapping) {
    OdooValues held = held(key);
    return held != null
        && proof.isByNameAlone(key)
        && mapping instanceof Mapping.Mapped mapped
        && !kind.likeness().areAlike(mapped.fields(), held.values())
        && run.links().sharers(kind.type(), key, links.id(key)).isEmpty();
  }

  private Decision settled(T source, Decision decision) {
    if (decision instanceof Decision.Gone gone) {
      return gone(source, gone);
    } else if (decision instanceof Decision.NotSent guest) {
      return new Decision.Reject(
          Failures.notSent(kind.model().name(), guest.odooId(), links.othersOf(source.key())));
    }
    return decision instanceof Decision.Create && !creates() ? leftOut() : decision;
  }

  private MissingRecordPolicy whenDeleted() {
    MissingRecordPolicy chosen = run.settings().rules().missingRecords();
    return chosen == null ? kind.kind().whenDeleted() : chosen;
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
    } else if (whenDeleted() == MissingRecordPolicy.REPORT) {
      return new Decision.Deleted(
          gone.odooId(), Failures.deleted(kind.model().name(), gone.odooId()));
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
