package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Remembers which local records changed until a run has dealt with them. The host says so in the
 * transaction in which it changes them, so that neither can happen without the other.
 *
 * <p>Several nodes take from one outbox side by side: what one has taken, the others don't see
 * until it is done, is given back, or its time is up. An entry says that a record changed, not how:
 * who takes it reads the record afterwards, so several entries of one record are taken as one.
 * Implementations are safe for use by several threads, and prove all of this with {@code
 * OutboxContract} of the testkit.
 */
public interface Outbox {

  /**
   * Notes that records changed. Each may be taken at once. A record that is noted already, and not
   * taken yet, may be noted once only; one that is taken is noted anew, since the run may have read
   * it before the change; one that was given back can then be taken before its time.
   *
   * @param type the kind of entity
   * @param keys the records, any number; repeated keys count once
   */
  void changed(EntityType type, Collection<LocalKey> keys);

  /**
   * Takes what waits longest. Of one record at most one entry is taken at a time, and never while
   * another one of it is still taken by somebody; what else was noted of it until now is forgotten.
   *
   * @param limit the most entries, 1 or more
   * @param now the current time
   * @param lease how long they are the caller's, more than 0: after that, others may take them
   *     again
   * @return the entries, in the order in which they were noted; empty if nothing waits
   * @throws IllegalArgumentException if {@code limit} is less than 1, or {@code lease} is not
   *     positive
   */
  List<Entry> take(int limit, Instant now, Duration lease);

  /**
   * Forgets entries that were dealt with. Entries that somebody else has taken since are left
   * alone, and so are those that were given back or are gone.
   *
   * @param entries entries that {@link #take} gave
   */
  void done(Collection<Entry> entries);

  /**
   * Gives entries back, to be taken again at a time. Entries that somebody else has taken since are
   * left alone, and so are those that were given back already or are gone.
   *
   * @param entries entries that {@link #take} gave
   * @param notBefore when they may be taken again
   */
  void giveBack(Collection<Entry> entries, Instant notBefore);

  /**
   * Counts what waits or is taken.
   *
   * @return how many entries there are
   */
  long size();

  /**
   * Tells how far behind the runs are.
   *
   * @return when the oldest entry was noted that waits or is taken; empty if there is none, and,
   *     which is the default, if this outbox does not tell
   */
  default Optional<Instant> waitingSince() {
    return Optional.empty();
  }

  /**
   * Checks the number of entries that somebody wants to take.
   *
   * @param limit the number
   * @return the same number
   * @throws IllegalArgumentException if it is less than 1
   */
  static int requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but is " + limit);
    }
    return limit;
  }

  /**
   * Checks how long somebody wants to keep what is taken.
   *
   * @param lease the time
   * @return the same time
   * @throws IllegalArgumentException if it is not positive
   */
  static Duration requireLease(Duration lease) {
    if (lease.isZero() || lease.isNegative()) {
      throw new IllegalArgumentException("lease must be more than 0, but is " + lease);
    }
    return lease;
  }

  /**
   * A record that changed.
   *
   * @param id names the entry; unique within its outbox
   * @param type the kind of entity
   * @param key the record
   * @param notedAt when the change was noted, as the outbox knows
   * @param attempts how often it was taken before; a record that is noted anew may begin at 0
   */
  record Entry(String id, EntityType type, LocalKey key, Instant notedAt, int attempts) {}
}
