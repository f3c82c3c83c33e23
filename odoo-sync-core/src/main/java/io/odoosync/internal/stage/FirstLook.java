package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.exchange.OdooReader;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.intake.SourceBatch;
import io.odoosync.internal.step.FollowUp.Followed;
import io.odoosync.internal.step.StepWalker.Lacking;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Odoo holds of several batches in one call, to find the records about which nothing is
 * to be done: an idle run makes few calls. Whatever else there is about a record is decided by
 * values that are read again, right before they are overwritten.
 *
 * <p>Most of what a survey found changed at the host is to be written, so then it is not worth it.
 */
final class FirstLook<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final RunContext run;
  private final OdooReader reader;
  private final int batchSize;
  private final Map<LocalKey, OdooRecord> seen = new HashMap<>();
  private PagePace pace;
  private boolean worthwhile;
  private long bytes;
  private boolean repeated;

  FirstLook(StageKind<T> kind, RunContext run) {
    this.kind = kind;
    this.run = run;
    this.reader = run.reader().observedBy(this::answered);
    this.batchSize = run.settings().batchSize(kind.type());
    this.pace = PagePace.over(batchSize);
    this.worthwhile = PagePace.isFor(batchSize);
  }

  private void answered(CallObserver.Attempt attempt) {
    bytes += attempt.bytesReceived();
    repeated |= attempt.number() > 1 || attempt.failure() != null;
  }

  /** A survey has counted what was changed at the host. */
  void surveyed(SurveyCount count) {
    worthwhile &= count.changed() * 2 <= count.linked();
  }

  /** How many records are looked at next. */
  int size() {
    return worthwhile ? pace.size() : batchSize;
  }

  /** Looks at batches, if there are several: one is read when it is dealt with. */
  void at(List<SourceBatch<T>> page) {
    seen.clear();
    if (page.size() > 1) {
      Map<LocalKey, T> records = new LinkedHashMap<>();
      page.forEach(batch -> records.putAll(batch.records()));
      Map<EntityType, Set<LocalKey>> others = referredTo(records.values());
      look(records.keySet(), unproven(others.getOrDefault(kind.type(), Set.of())));
      if (!seen.isEmpty()) {
        others.forEach(this::prove);
      }
    }
  }

  /** Of what is sent once, nothing is mapped any more. */
  private Map<EntityType, Set<LocalKey>> referredTo(Collection<T> records) {
    return kind.kind().sentOnce()
        ? Map.of()
        : DependencyResolver.byType(
            records.stream().flatMap(kind.kind()::dependenciesOf).collect(Collectors.toSet()));
  }

  private Map<LocalKey, Link> unproven(Set<LocalKey> keys) {
    Map<LocalKey, Link> unproven = linked(keys);
    unproven.values().removeIf(run.links()::isProven);
    return unproven;
  }

  /** All that a page refers to in one call rather than in one for each batch. */
  private void prove(EntityType type, Set<LocalKey> keys) {
    run.identity().proven(type, run.links().odooIds(type, keys).keySet());
  }

  private Map<LocalKey, Link> linked(Set<LocalKey> keys) {
    Map<LocalKey, Link> linked = new HashMap<>(run.links().stored(kind.type(), keys));
    linked.values().removeIf(link -> !canProveItself(link));
    return linked;
  }

  /** A guest's record is another one's, and an old link proves itself otherwise. */
  private static boolean canProveItself(Link link) {
    return link.odooId() != null && link.createdAt() != null && !Base.isGuest(link.base());
  }

  /** What the records refer to among their own kind is read along. */
  private void look(Set<LocalKey> keys, Map<LocalKey, Link> referredTo) {
    Map<LocalKey, Link> links = linked(keys);
    if (links.isEmpty()) {
      return;
    }
    links.putAll(referredTo);
    Set<Long> ids = new TreeSet<>();
    links.values().forEach(link -> ids.add(LinkProof.id(link)));
    Map<Long, OdooValues> values = timed(ids, names(links.values()));
    links.forEach(
        (key, link) -> {
          OdooValues held = values.get(LinkProof.id(link));
          OdooRecord record = held == null ? null : held.record();
          if (record != null && isThatOf(link, record)) {
            seen.put(key, record);
            run.links().proven(kind.type(), key, LinkProof.id(link));
          }
        });
    seen.keySet().retainAll(keys);
  }

  private static boolean isThatOf(Link link, OdooRecord record) {
    return record.id() == LinkProof.id(link)
        && record.instant(OdooValues.CREATE_DATE).equals(Optional.ofNullable(link.createdAt()));
  }

  private Map<Long, OdooValues> timed(Set<Long> ids, Set<String> names) {
    bytes = 0;
    repeated = false;
    long start = run.settings().environment().nanoTime();
    Map<Long, OdooValues> values = reader.read(kind.model(), ids, Set.of(), names);
    Duration took = Duration.ofNanos(run.settings().environment().nanoTime() - start);
    pace = repeated ? pace.slower() : pace.after(took, ids.size(), bytes);
    return values;
  }

  /** Whatever may have been agreed on, and what is read along. */
  private Set<String> names(Collection<Link> links) {
    Set<String> names = new TreeSet<>(kind.kind().identifyingFields());
    names.addAll(kind.open().readAlong());
    if (!kind.kind().sentOnce()) {
      names.addAll(kind.open().mappedFields());
      names.addAll(kind.open().mapper().readAlong());
      links.forEach(link -> names.addAll(Base.parse(link.base()).fields()));
    }
    return kind.model().fields().among(names);
  }

  /**
   * Those of these records that are as they were on both sides, with nothing left to do.
   *
   * @param mapping maps records
   */
  Map<LocalKey, Decided<T>> unchanged(
      Map<LocalKey, T> records, Function<Map<LocalKey, T>, Map<LocalKey, Mapping>> mapping) {
    Map<LocalKey, T> looked = new LinkedHashMap<>(records);
    looked.keySet().retainAll(seen.keySet());
    if (looked.isEmpty()) {
      return Map.of();
    }
    Map<LocalKey, Mapping> mappings = kind.kind().sentOnce() ? Map.of() : mapping.apply(looked);
    Map<LocalKey, Link> links = linked(looked.keySet());
    Set<String> names = kind.named(mappings.values());
    Map<LocalKey, Decided<T>> unchanged = new LinkedHashMap<>();
    looked.forEach(
        (key, source) ->
            decided(source, links.get(key), mappings.get(key), names)
                .ifPresent(decided -> unchanged.put(key, decided)));
    unchanged.keySet().removeAll(lacking(unchanged));
    return unchanged;
  }

  private Optional<Decided<T>> decided(
      T source, @Nullable Link link, @Nullable Mapping mapping, Set<String> names) {
    OdooRecord record = Objects.requireNonNull(seen.get(source.key()));
    if (link == null || !isThatOf(link, record)) {
      return Optional.empty();
    }
    OdooValues held = OdooValues.of(record, kind.model().fields(), names);
    return isWhole(mapping, held)
        ? Optional.of(kind.open().decide(source, link, mapping, held))
            .filter(FirstLook::isNothing)
            .map(decision -> new Decided<>(source, link, link, held, decision))
        : Optional.empty();
  }

  /** Whether all that a record maps to was read. */
  private static boolean isWhole(@Nullable Mapping mapping, OdooValues held) {
    return !(mapping instanceof Mapping.Mapped mapped)
        || held.values().byField().keySet().containsAll(mapped.fields().byField().keySet());
  }

  private static boolean isNothing(Decision decision) {
    return decision instanceof Decision.Keep keep && keep.base() == null && keep.notes().isEmpty();
  }

  private Set<LocalKey> lacking(Map<LocalKey, Decided<T>> unchanged) {
    Map<LocalKey, Followed<T>> followed = new LinkedHashMap<>();
    unchanged.forEach(
        (key, one) ->
            followed.put(
                key,
                new Followed<>(
                    one.source(), one.link(), Objects.requireNonNull(one.odoo()).record())));
    Set<LocalKey> lacking = new HashSet<>();
    for (Map.Entry<LocalKey, Lacking> one : kind.walker().lacking(followed).entrySet()) {
      if (!one.getValue().isNothing()) {
        lacking.add(one.getKey());
      }
    }
    return lacking;
  }
}
