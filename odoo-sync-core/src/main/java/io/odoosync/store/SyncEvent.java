package io.odoosync.store;

/** What an entry of the sync log tells. */
public enum SyncEvent {
  /** A run began. */
  RUN_STARTED,
  /** A run ended; the message is its summary. */
  RUN_FINISHED,
  /** A run ended before its stages were done, for example because the key was refused. */
  RUN_STOPPED,
  /** A stage ended before its records were done, for example because its source threw. */
  STAGE_FAILED,
  /** A record could not be synced. */
  RECORD_FAILED,
  /** A record waits for another one that is not in Odoo. */
  RECORD_BLOCKED,
  /** A record was synced, and somebody should look at it all the same. */
  RECORD_NOTED
}
