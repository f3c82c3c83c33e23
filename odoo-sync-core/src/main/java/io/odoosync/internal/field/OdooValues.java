package io.odoosync.internal.field;

import io.odoosync.odoo.OdooRecord;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a record in Odoo holds.
 *
 * @param values the fields that were read
 * @param writeDate Odoo's {@code write_date}, if it was read
 */
public record OdooValues(FieldValues values, @Nullable Instant writeDate) {

  /** The field that says when a record was last written. */
  public static final String WRITE_DATE = "write_date";

  /**
   * Takes a record as Odoo returned it.
   *
   * @param definitions the fields of its model
   * @param fields the fields to take; those that were not read are left out
   */
  public static OdooValues of(
      OdooRecord record, ModelFields definitions, Collection<String> fields) {
    return new OdooValues(
        definitions.read(record, fields), record.instant(WRITE_DATE).orElse(null));
  }
}
