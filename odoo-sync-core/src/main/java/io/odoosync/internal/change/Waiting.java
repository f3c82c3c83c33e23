package io.odoosync.internal.change;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.state.StoreAccess;
import io.odoosync.store.InMemoryOutbox;
import io.odoosync.store.Outbox;
import io.odoosync.store.RunLock;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The outbox as runs use it: what is taken is dealt with under the lock of the run, so the lease of
 * an entry only matters once a run has died, and is as long as the lock's.
 */
public final class Waiting {

  /** How many records are taken at a time. */
  public static final int MAX_TAKEN = 500;

  private static final int MOST_DOUBLINGS = 9;

  private final Outbox outbox;
  private final RunLock lock;
  private final Clock clock;

  /** Opens it for an engine. */
  public Waiting(Settings settings) {
    this.outbox = settings.storage().outbox();
    this.lock = settings.storage().lock();
    this.clock = settings.clock();
  }

  /** Whether other processes see what waits here. */
  public boolean isShared() {
    return !(outbox instanceof InMemoryOutbox);
  }

  /** Whether nothing waits, and nobody deals with anything. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /** How much waits, or is dealt with by somebody. */
  public long size() {
    return guarded(outbox::size);
  }

  /** Notes that records are to be dealt with. */
  public void add(EntityType type, Collection<LocalKey> keys) {
    guarded(
        () -> {
          outbox.changed(type, keys);
          return true;
        });
  }

  /** Takes what waits longest, no more than so many records. */
  public Taken take(int limit) {
    return new Taken(
        guarded(() -> outbox.take(Math.min(limit, MAX_TAKEN), clock.instant(), lock.leaseTime())));
  }

  private <R> R guarded(Supplier<R> access) {
    return StoreAccess.get("the outbox", access);
  }

  /** What was taken. */
  public final class Taken {

    private final List<Outbox.Entry> open;

    private Taken(List<Outbox.Entry> entries) {
      this.open = new ArrayList<>(entries);
    }

    /** How many records they are about, as far as nothing was said of them yet. */
    public int size() {
      return open.size();
    }

    /** The records of the kinds that can be dealt with. */
    public Map<EntityType, List<LocalKey>> keys(Set<EntityType> types) {
      Map<EntityType, List<LocalKey>> keys = new EnumMap<>(EntityType.class);
      for (Outbox.Entry entry : open) {
        if (types.contains(entry.type())) {
          keys.computeIfAbsent(entry.type(), type -> new ArrayList<>()).add(entry.key());
        }
      }
      return keys;
    }

    /** Records of these kinds were dealt with. */
    public void done(Predicate<EntityType> types) {
      List<Outbox.Entry> done = open.stream().filter(entry -> types.test(entry.type())).toList();
      if (!done.isEmpty()) {
        guarded(
            () -> {
              outbox.done(done);
              return true;
            });
        open.removeAll(done);
      }
    }

    /** What is left can be taken again at once. */
    public void giveBack() {
      giveBack(open, clock.instant());
    }

    /** What is left can be taken again later: the later, the more often that was tried. */
    public void postpone() {
      for (Outbox.Entry entry : List.copyOf(open)) {
        long seconds = 1L << Math.min(entry.attempts(), MOST_DOUBLINGS);
        giveBack(List.of(entry), clock.instant().plusSeconds(seconds));
      }
    }

    private void giveBack(List<Outbox.Entry> entries, Instant notBefore) {
      if (!entries.isEmpty()) {
        List<Outbox.Entry> back = List.copyOf(entries);
        guarded(
            () -> {
              outbox.giveBack(back, notBefore);
              return true;
            });
        open.removeAll(back);
      }
    }
  }
}
