package io.odoosync.report;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.util.Collection;

/**
 * Is told how a run goes on, for a progress bar or metrics. Called in the thread of the run. An
 * exception from a listener is logged and otherwise without effect.
 */
public interface SyncListener {

  /**
   * Several listeners as one.
   *
   * @param listeners are told one after the other, in this order; what one of them throws does not
   *     keep the message from the next
   * @return a listener that throws what the first of them threw
   */
  static SyncListener all(Collection<? extends SyncListener> listeners) {
    return new SyncListeners(listeners);
  }

  /**
   * A run begins. One that is refused, because it would be inside a transaction of the host's or
   * because another one is under way, does not begin.
   *
   * @param runId names it in {@code sync_logs} and in its report
   */
  default void onRunStarted(String runId) {}

  /**
   * A run has ended, in whatever way: told once of each that began. Also of one that did not begin
   * because another one is under way, or because the lock could not be asked; but not of one that
   * was refused inside a transaction of the host's.
   *
   * @param report what it did
   */
  default void onRunFinished(SyncReport report) {}

  /**
   * A stage begins.
   *
   * @param type its kind of entity
   */
  default void onStageStarted(EntityType type) {}

  /**
   * A stage has come so far: told when it begins, and after each of its batches.
   *
   * @param progress how far, and how much longer it will take
   */
  default void onProgress(StageProgress progress) {}

  /**
   * A record has its outcome. One that was not reached may be told of again, if another record
   * needs it later in the run: then the later outcome counts.
   *
   * @param type its kind of entity
   * @param key the record
   * @param outcome what became of it
   */
  default void onRecord(EntityType type, LocalKey key, Outcome outcome) {}

  /**
   * A stage has ended.
   *
   * @param report what it did
   */
  default void onStageFinished(StageReport report) {}
}
