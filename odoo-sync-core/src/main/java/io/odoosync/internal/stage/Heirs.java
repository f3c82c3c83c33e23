package io.odoosync.internal.stage;

import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.stage.OpenKind.Successor;
import io.odoosync.internal.state.Failures;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the records that others of a batch were merged into, where Odoo keeps no external id of
 * those that are gone: that is news for the host. What the records hold tells, as it was agreed or
 * intended, else as the host has it now.
 */
final class Heirs<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final RunContext run;
  private final BatchLinks<T> links;
  private final Map<LocalKey, Failure> problems;
  private final Set<LocalKey> sought = new HashSet<>();
  private final Set<LocalKey> guests = new HashSet<>();
  private Map<LocalKey, Mapping> mappings = Map.of();

  /**
   * Makes it for one batch.
   *
   * @param problems takes those that can't be told
   */
  Heirs(StageKind<T> kind, RunContext run, BatchLinks<T> links, Map<LocalKey, Failure> problems) {
    this.kind = kind;
    this.run = run;
    this.links = links;
    this.problems = problems;
  }

  /** This is what the records map to. */
  void knowing(Map<LocalKey, Mapping> known) {
    mappings = known;
  }

  /**
   * Follows linked records that are not there any more.
   *
   * @return those that were found
   */
  List<LocalKey> follow(Map<LocalKey, Link> lost) {
    Map<LocalKey, Link> told = new LinkedHashMap<>();
    lost.forEach((key, link) -> told.put(key, telling(link)));
    List<LocalKey> moved = new ArrayList<>();
    kind.open()
        .successors(told)
        .forEach(
            (key, successor) -> {
              Long id = successor.odooId();
              if (id == null) {
                problems.put(
                    key,
                    Failures.maybeMerged(kind.model().name(), links.id(key), successor.words()));
              } else {
                move(key, id, successor.words());
                moved.add(key);
                tellGuest(key, successor);
              }
            });
    return moved;
  }

  /** Where nothing was agreed in so many words, what the host has now stands for it. */
  private Link telling(Link link) {
    return Base.parse(link.base()).isAsIs()
        ? intent(link.key())
            .map(
                base ->
                    new Link(
                        link.type(),
                        link.key(),
                        link.odooId(),
                        base,
                        link.updatedAt(),
                        link.createdAt()))
            .orElse(link)
        : link;
  }

  private Optional<String> intent(LocalKey key) {
    return mappings.get(key) instanceof Mapping.Mapped mapped
        ? Optional.of(Base.of(mapped).text())
        : Optional.empty();
  }

  /**
   * Follows records without link that may have been created.
   *
   * @param storeWasLost whether it is not even known which of them were intended
   */
  void seek(Collection<LocalKey> unlinked, boolean storeWasLost) {
    Map<LocalKey, Link> maybe = new LinkedHashMap<>();
    run.links().stored(kind.type(), unlinked).values().stream()
        .filter(Link::isPending)
        .forEach(link -> maybe.put(link.key(), link));
    if (storeWasLost) {
      unlinked.forEach(
          key -> intent(key).ifPresent(base -> maybe.putIfAbsent(key, pending(key, base))));
    }
    if (!maybe.isEmpty()) {
      kind.open()
          .successors(maybe)
          .forEach((key, heir) -> found(Objects.requireNonNull(maybe.get(key)), heir));
    }
  }

  private Link pending(LocalKey key, String base) {
    return Link.pending(kind.type(), key, base, Instant.EPOCH);
  }

  /** What can't be told stays an intent, so that the next run asks again. */
  private void found(Link intent, Successor successor) {
    LocalKey key = intent.key();
    Long id = successor.odooId();
    if (id == null) {
      problems.put(key, Failures.maybeMerged(kind.model().name(), successor.words()));
      run.links().save(List.of(intent));
      return;
    }
    links.add(intent.linkedTo(id, run.links().now()));
    sought.add(key);
    move(key, id, successor.words());
    tellGuest(key, successor);
  }

  /** Whether {@link #seek} has found what became of it, so that no more has to be proven. */
  boolean isSought(LocalKey key) {
    return sought.contains(key);
  }

  /** A record is found elsewhere than the store says. */
  void move(LocalKey key, long to, String words) {
    run.log().note(SyncEvent.LINK_MOVED, kind.type(), key, words);
    links.put(Map.of(key, to));
    run.links().proven(kind.type(), key, to);
  }

  private void tellGuest(LocalKey key, Successor successor) {
    if (links.isGuest(key)) {
      problems.put(
          key, Failures.merged(kind.model().name(), successor.words(), links.othersOf(key)));
      guests.add(key);
    }
  }

  /**
   * Remembers the guests among those that were found, so that this is told once.
   *
   * @param values what Odoo holds, by id: when a record was created proves the next time that it is
   *     the one that was followed
   */
  void keepGuests(Map<Long, OdooValues> values) {
    for (LocalKey guest : guests) {
      OdooValues held = values.get(links.id(guest));
      links.stamp(guest, held == null ? null : held.createdAt());
    }
    run.links().save(guests.stream().map(links::known).toList());
  }
}
