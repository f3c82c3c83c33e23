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
 * @param record the record as it was read, with what was read along; {@code null} if it was made up
 * @param sideEffect what may have moved {@code write_date} without an edit; {@code null} if nothing
 *     is known that has
 */
public record OdooValues(
    FieldValues values,
    @Nullable Instant writeDate,
    @Nullable OdooRecord record,
    @Nullable String sideEffect) {

  /** Values whose {@code write_date} is that of an edit, as far as is known. */
  public OdooValues(FieldValues values, @Nullable Instant writeDate, @Nullable OdooRecord record) {
    this(values, writeDate, record, null);
  }

  /** Values that were not read as a record. */
  public OdooValues(FieldValues values, @Nullable Instant writeDate) {
    this(values, writeDate, null);
  }

  /** The same, with what may have moved {@code write_date}. */
  public OdooValues movedBy(String what) {
    return new OdooValues(values, writeDate, record, what);
  }

  /** The field that says when a record was last written. */
  public static final String WRITE_DATE = "write_date";

  /** The field that says when a record was created, which never changes. */
  public static final String CREATE_DATE = "create_date";

  /** When the record was created, as Odoo says; {@code null} if that was not read. */
  public @Nullable Instant createdAt() {
    return record == null ? null : record.instant(CREATE_DATE).orElse(null);
  }

  /**
   * Takes a record as Odoo returned it.
   *
   * @param definitions the fields of its model
   * @param fields the fields to take; those that were not read are left out
   */
  public static OdooValues of(
      OdooRecord record, ModelFields definitions, Collection<String> fields) {
    return new OdooValues(
        definitions.read(record, fields), record.instant(WRITE_DATE).orElse(null), record);
  }
}
