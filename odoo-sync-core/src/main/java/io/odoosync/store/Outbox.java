package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Remembers which local records changed until a run has dealt with them. The host says so in the
 * transaction in which it changes them, so that neither can happen without the other.
 *
 * <p>Several nodes take from one outbox side by side: what one has taken, the others don't see
 * until it is done, is given back, or its time is up. Implementations are safe for use by several
 * threads, and prove all of this with {@code OutboxContract} of the testkit.
 */
public interface Outbox {

  /**
   * Notes that records changed. A record that is noted already, and not taken yet, may be noted
   * once only; one that is taken is noted anew, since the run may have read it before the change.
   *
   * @param type the kind of entity
   * @param keys the records; repeated keys count once
   */
  void changed(EntityType type, Collection<LocalKey> keys);

  /**
   * Takes what waits longest. Of one record at most one entry is taken at a time, and never while
   * an older one of it is still taken by somebody.
   *
   * @param limit the most entries, 1 or more
   * @param now the current time
   * @param lease how long they are the caller's: after that, others may take them again
   * @return the entries, oldest first; empty if nothing waits
   */
  List<Entry> take(int limit, Instant now, Duration lease);

  /**
   * Forgets entries that were dealt with. Entries that somebody else has taken since are left
   * alone.
   *
   * @param entries entries that {@link #take} gave
   */
  void done(Collection<Entry> entries);

  /**
   * Gives entries back, to be taken again at a time. Entries that somebody else has taken since are
   * left alone.
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
   * A record that changed.
   *
   * @param id names the entry; unique within its outbox
   * @param type the kind of entity
   * @param key the record
   * @param notedAt when the change was noted, as the outbox knows
   * @param attempts how often it was taken before
   */
  record Entry(String id, EntityType type, LocalKey key, Instant notedAt, int attempts) {}
}
