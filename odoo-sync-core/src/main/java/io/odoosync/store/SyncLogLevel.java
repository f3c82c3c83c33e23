package io.odoosync.store;

/** How much an entry of the sync log matters, in ascending order. */
public enum SyncLogLevel {
  /** For the record. */
  INFO,
  /** Somebody should have a look. */
  WARN,
  /** Something was not synced. */
  ERROR
}
