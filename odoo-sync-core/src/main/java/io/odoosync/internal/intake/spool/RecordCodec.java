package io.odoosync.internal.intake.spool;

import java.io.IOException;

/** Writes records of one kind down and reads them back as equals that print the same. */
public interface RecordCodec<T> {

  /** Writes a record down. */
  void write(T record, RecordOutput out) throws IOException;

  /** Reads the next record. */
  T read(RecordInput in) throws IOException;
}
