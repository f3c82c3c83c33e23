package io.odoosync;

/**
 * A loop that keeps an engine up to date until it is closed; {@link SyncEngine#follow} begins one.
 *
 * <p>{@link SyncEngine#runChanges()} runs at once and then each pause. What is noted in the {@link
 * io.odoosync.store.Outbox}, by whatever process, or said by {@link SyncEngine#odooChanged}, is
 * dealt with between: the outbox is looked at four times a second, which asks its store for a
 * number, and Odoo nothing. A run that is stopped, or that finds another one under way, is tried
 * again after a second, then two, four and so on, a minute at most; meanwhile nothing else runs.
 *
 * <p>The runs use the loop's thread alone, and tell of themselves as all runs do: in the log, to
 * the listener, to the administrator. Several nodes may each have one, if they share a lock. What
 * only a full run sees, the loop does not: see {@link SyncEngine#runChanges()}.
 *
 * <p>Safe for use by several threads.
 */
public interface Following extends AutoCloseable {

  /**
   * Whether the loop goes on.
   *
   * @return {@code false} once it was closed, its thread was interrupted, or an error of the
   *     virtual machine has ended it
   */
  boolean isOpen();

  /**
   * Ends the loop. If it is in a run, the batch in flight ends and what was done is remembered, as
   * with {@link SyncEngine#cancel()}; runs of other threads go on. Waits until the thread has
   * ended, half a minute at most: then it is interrupted. Called from within a run of the loop it
   * does not wait. A second call does nothing more.
   */
  @Override
  void close();
}
