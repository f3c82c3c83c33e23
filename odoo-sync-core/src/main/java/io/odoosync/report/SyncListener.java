package io.odoosync.report;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;

/**
 * Is told how a run goes on, for a progress bar or metrics. Called in the thread of the run. An
 * exception from a listener is logged and otherwise without effect.
 */
public interface SyncListener {

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
