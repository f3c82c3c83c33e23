package io.odoosync.internal.stage;

/** What a row of a source is. */
enum RowSort {
  RECORD,
  DOUBLED,
  UNREADABLE
}
