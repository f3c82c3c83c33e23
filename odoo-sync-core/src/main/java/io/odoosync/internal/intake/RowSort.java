package io.odoosync.internal.intake;

/** What a row of a source is. */
enum RowSort {
  RECORD,
  DOUBLED,
  UNREADABLE
}
