package io.odoosync.source;

import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Where the host's travels come from. Implemented by the host over its own repository.
 *
 * <p>A row that can't be read is one failed record if it is read by {@link #read}. What {@link
 * #travels()} or {@link #find} throw themselves ends the stage that asked, with a clear message in
 * the report; what was given before is synced, and the other stages still run.
 */
public interface TravelSource {

  /**
   * Opens a pass over all travels that belong in Odoo's sales pipeline.
   *
   * @return the travels in any order, each key once; possibly none. A run opens it once, reads it
   *     to its end in one thread before anything else is asked, and closes it, so it may hold a
   *     cursor or a connection. Each call starts a new pass. Beware of {@code Stream.flatMap},
   *     which may read an inner stream whole into memory
   */
  Stream<Travel> travels();

  /**
   * Opens a pass over the travels that were created or changed since a moment, for {@link
   * io.odoosync.SyncEngine#runChanges}. More than that does no harm: what did not change is seen
   * by the engine and costs no call. Those that belong in Odoo no more need not be among them.
   *
   * @param since some time before the last look, as the engine's clock had it: transactions that
   *     were open then are allowed for, see {@link io.odoosync.ChangeOptions#overlap()}
   * @return the travels as they are now, in any order, each once; possibly none. Read and closed as
   *     {@link #travels()} is. Empty, which is the default, if the host can't tell: then the engine
   *     goes through all travels, comparing fingerprints, still without a call of Odoo
   */
  default Optional<Stream<Travel>> changedSince(Instant since) {
    return Optional.empty();
  }

  /**
   * Finds some of them, for records that depend on them or were named by hand. It is never called
   * while a pass is open, and with as many keys at most as a batch has records.
   *
   * <p>Unless overridden, this is a pass over {@link #travels()} that ends with the last one that
   * was asked for: right for every source, and slow for a large one. Override it with a query.
   *
   * @param keys the keys to look for, each once
   * @return what the host has now of those travels, in any order, each once; keys that it does not
   *     know are left out. Never {@code null}, and none that was not asked for: either ends the
   *     stage, as an exception does
   */
  default Collection<Travel> find(Collection<LocalKey> keys) {
    return SourcePass.find(this::travels, keys);
  }

  /**
   * Takes what Odoo has into the host's own record, when the conflict policy says so. Only the
   * properties in {@link TravelChange#changes()} differ from what the source gave before; a host
   * writes those, and leaves the others alone.
   *
   * <p>When this returns, the change must be stored and committed: it is then remembered as agreed.
   * If the next run is given the old value again, it takes the change for lost, tells so and asks
   * for it again; it does not send the old value to Odoo. If the process dies in between, the next
   * run asks for the same change again, so applying it twice must be the same as once. It is called
   * in the thread of the run, one change at a time, and a change that comes too late, because the
   * host's record has moved since it was read, may be refused by an exception. An exception makes
   * that travel fail; Odoo's value stays in Odoo, the host's with the host, and the next run tries
   * again.
   *
   * @param change what the host's travel is to become
   * @throws UnsupportedOperationException unless the host implements it
   */
  default void apply(TravelChange change) {
    throw new UnsupportedOperationException(
        "this TravelSource can't take changes from Odoo. Implement TravelSource.apply, or choose a"
            + " conflict policy by which the host's values stay");
  }

  /**
   * Reads one row of the host's, so that a row that can't be read is one failed record:
   *
   * <pre>{@code
   * rows.map(row -> TravelSource.read(key(row), () -> travel(row)));
   * }</pre>
   *
   * <p>The record fails with what was thrown, in each run until the row is mended. What Odoo has of
   * it is left as it is, records that wait for it are told the reason, and the others go on.
   *
   * @param key the travel's key
   * @param row makes a travel of the row
   * @return the travel; if {@code row} throws, gives {@code null} or one of another key, what
   *     {@link #unreadable} makes of that
   */
  static Travel read(LocalKey key, Callable<Travel> row) {
    return UnreadableRow.read(key, row, TravelSource::unreadable);
  }

  /**
   * Stands for a travel that can't be read.
   *
   * @param key its key
   * @param reason why, for people
   * @return a travel that says so by {@link SourceRecord#unreadableBecause()}
   */
  static Travel unreadable(LocalKey key, String reason) {
    return Travel.builder(key).unreadable(Objects.requireNonNull(reason, "reason")).build();
  }

  /**
   * A source over records that are in memory, for trials and small hosts.
   *
   * @param records the travels, each key once; copied
   * @return the source; each of its passes gives the travels in the collection's order
   */
  static TravelSource of(Collection<Travel> records) {
    List<Travel> copy = List.copyOf(records);
    return copy::stream;
  }
}
