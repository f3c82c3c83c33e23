package io.odoosync.internal.stage;

import io.odoosync.Failure;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.source.SourceRecord;
import java.util.Optional;

/** Looks at what is about to be written to Odoo, and may refuse the record instead. Pure. */
@FunctionalInterface
public interface Veto<T extends SourceRecord> {

  /**
   * Why a record is refused; nothing if it is not.
   *
   * @param written the values that would be written
   * @param odoo what Odoo has; nothing of a record that would be created
   */
  Optional<Failure> of(T record, FieldValues written, FieldValues odoo);

  /** Refuses none. */
  static <T extends SourceRecord> Veto<T> none() {
    return (record, written, odoo) -> Optional.empty();
  }
}
