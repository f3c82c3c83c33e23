package io.odoosync.store;

/** What an entry of the sync log tells. */
public enum SyncEvent {
  /** A run began. */
  RUN_STARTED,
  /** A run ended; the message is its summary, and the report is kept along. */
  RUN_FINISHED,
  /** A run ended before its stages were done, for example because the key was refused. */
  RUN_STOPPED,
  /** A run did nothing, because another one was under way. */
  RUN_SKIPPED,
  /** A stage ended before its records were done, for example because its source threw. */
  STAGE_FAILED,
  /** A record could not be synced. */
  RECORD_FAILED,
  /** A record waits for another one that is not in Odoo. */
  RECORD_BLOCKED,
  /** A record was not tried, because it keeps failing. */
  RECORD_QUARANTINED,
  /** A record was read and left out, for a reason of its own. */
  RECORD_LEFT_OUT,
  /** A record is in step, but somebody should know something about it. */
  RECORD_WARNING,
  /** Odoo does not take a field that records have values for; it goes on without. */
  FIELD_LEFT_OUT,
  /** A record was created in Odoo. */
  RECORD_CREATED,
  /** Fields of a record were written to Odoo. */
  RECORD_UPDATED,
  /** Fields of a record were taken over from Odoo by the host. */
  RECORD_PULLED,
  /** A document became final in Odoo. */
  RECORD_POSTED,
  /** A record took a further step once it was in Odoo, such as to another stage of a pipeline. */
  STEP_TAKEN,
  /** A record that Odoo had already was linked instead of being created. */
  RECORD_ADOPTED,
  /**
   * Both sides had changed a field: {@link SyncLogEntry#conflict()} has all values and the winner.
   */
  CONFLICT_RESOLVED,
  /** The links of one Odoo proved to lead to their records under another address too. */
  STORES_MOVED,
  /** A record that the host does not have any more was archived in Odoo. */
  RECORD_ARCHIVED,
  /** A record that was archived because it was gone is active in Odoo again. */
  RECORD_RESTORED,
  /** The Odoo record of a link was merged into another one, which the link follows now. */
  LINK_MOVED,
  /** The Odoo record of a link was deleted in Odoo. */
  LINK_BROKEN
}
