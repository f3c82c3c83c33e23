package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.Environment;
import io.odoosync.LocalKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Outbox} that forgets everything with the process: for trials and tests, and for hosts
 * that can do without. It knows nothing of the host's transactions, so tell it of a change once
 * that is committed: else a run may read the record before, and the change waits for a full run.
 */
public final class InMemoryOutbox implements Outbox {

  private final NavigableMap<Long, Item> items = new TreeMap<>();
  private final Map<Subject, SortedMap<Long, Item>> bySubject = new HashMap<>();
  private final Clock clock;
  private long lastId;

  /** Makes an empty outbox. */
  public InMemoryOutbox() {
    this(Environment.system().clock());
  }

  /**
   * Makes an empty outbox that takes the time of each note from a clock of the caller's.
   *
   * @param clock tells when a change was noted
   */
  public InMemoryOutbox(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public synchronized void changed(EntityType type, Collection<LocalKey> keys) {
    Objects.requireNonNull(type, "type");
    Instant now = clock.instant();
    for (LocalKey key : List.copyOf(keys)) {
      Subject subject = new Subject(type, key);
      if (of(subject).values().stream().noneMatch(Item::isNew)) {
        lastId++;
        put(new Item(lastId, subject, now, 0, null, false));
      }
    }
  }

  @Override
  public synchronized List<Entry> take(int limit, Instant now, Duration lease) {
    Outbox.requireLimit(limit);
    Instant end = now.plus(Outbox.requireLease(lease));
    Map<Subject, Item> free = new LinkedHashMap<>();
    for (Item item : items.values()) {
      if (free.size() == limit) {
        break;
      }
      if (item.isDue(now) && of(item.subject()).values().stream().noneMatch(i -> i.isHeld(now))) {
        free.putIfAbsent(item.subject(), item);
      }
    }
    return free.values().stream().map(item -> take(item, end)).toList();
  }

  /** What was noted of the same record besides is dealt with by the one that is taken. */
  private Entry take(Item item, Instant end) {
    List.copyOf(of(item.subject()).values()).forEach(this::remove);
    put(item.taken(end));
    return item.entry();
  }

  @Override
  public synchronized void done(Collection<Entry> entries) {
    List.copyOf(entries).forEach(entry -> ifStillTaken(entry, this::remove));
  }

  @Override
  public synchronized void giveBack(Collection<Entry> entries, Instant notBefore) {
    Objects.requireNonNull(notBefore, "notBefore");
    List.copyOf(entries)
        .forEach(entry -> ifStillTaken(entry, item -> put(item.givenBack(notBefore))));
  }

  private void ifStillTaken(Entry entry, Consumer<Item> action) {
    Item item = items.get(Long.valueOf(entry.id()));
    if (item != null && item.isTakenAs(entry)) {
      action.accept(item);
    }
  }

  @Override
  public synchronized long size() {
    return items.size();
  }

  @Override
  public synchronized Optional<Instant> waitingSince() {
    return Optional.ofNullable(items.firstEntry()).map(first -> first.getValue().notedAt());
  }

  private SortedMap<Long, Item> of(Subject subject) {
    return bySubject.getOrDefault(subject, Collections.emptySortedMap());
  }

  private void put(Item item) {
    items.put(item.id(), item);
    bySubject.computeIfAbsent(item.subject(), subject -> new TreeMap<>()).put(item.id(), item);
  }

  private void remove(Item item) {
    items.remove(item.id());
    bySubject.computeIfPresent(
        item.subject(),
        (subject, others) -> {
          others.remove(item.id());
          return others.isEmpty() ? null : others;
        });
  }

  /** A record of the host's. */
  private record Subject(EntityType type, LocalKey key) {}

  /**
   * What is noted.
   *
   * @param attempts how often it was taken so far; so it also tells one taker from the next
   * @param due when it may be taken; {@code null} for at once
   */
  private record Item(
      long id,
      Subject subject,
      Instant notedAt,
      int attempts,
      @Nullable Instant due,
      boolean isTaken) {

    boolean isNew() {
      return due == null;
    }

    boolean isDue(Instant now) {
      return due == null || !due.isAfter(now);
    }

    boolean isHeld(Instant now) {
      return isTaken && !isDue(now);
    }

    boolean isTakenAs(Entry entry) {
      return isTaken && attempts == entry.attempts() + 1;
    }

    Item taken(Instant end) {
      return new Item(id, subject, notedAt, attempts + 1, end, true);
    }

    Item givenBack(Instant notBefore) {
      return new Item(id, subject, notedAt, attempts, notBefore, false);
    }

    Entry entry() {
      return new Entry(Long.toString(id), subject.type(), subject.key(), notedAt, attempts);
    }
  }
}
