package io.odoosync.internal.field;

import java.util.List;

/**
 * The lines of a record. Odoo keeps them as records of their own, which are created along with it.
 *
 * @param field the record's field that holds them
 * @param model their model
 * @param rows their values, in their order
 */
public record Lines(String field, String model, List<FieldValues> rows) {

  /** For records that have no lines. */
  public static final Lines NONE = new Lines("", "", List.of());

  /** Copies the rows. */
  public Lines {
    rows = List.copyOf(rows);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
