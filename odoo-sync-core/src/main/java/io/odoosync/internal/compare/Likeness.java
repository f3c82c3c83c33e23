package io.odoosync.internal.compare;

import io.odoosync.internal.field.Encoding;
import io.odoosync.internal.field.FieldKind;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import java.util.List;

/**
 * Whether a record in Odoo can be the host's, by the fields that tell records of its kind apart.
 * Asked of records that nothing speaks for but an external id, which two applications with one
 * namespace derive alike. Pure.
 *
 * <p>The fields are gone through, the most telling one first; those that are blank on a side do not
 * count. The first that is equal says yes. Two that differ say no, as does one if it is the only
 * one. If there is none to compare, nothing speaks against it.
 */
public final class Likeness {

  private static final int TOO_MANY = 2;

  private final List<String> identifying;
  private final ModelFields fields;

  /**
   * Makes it for one kind of record.
   *
   * @param identifying the fields, the most telling one first
   * @param fields the fields of the model
   */
  public Likeness(List<String> identifying, ModelFields fields) {
    this.identifying = List.copyOf(identifying);
    this.fields = fields;
  }

  /** Whether the two can be the same record. */
  public boolean areAlike(FieldValues local, FieldValues odoo) {
    int differing = 0;
    for (String field : identifying) {
      if (isFilled(local, field) && isFilled(odoo, field)) {
        if (isSame(local, odoo, field)) {
          return true;
        }
        differing++;
        if (differing == TOO_MANY) {
          return false;
        }
      }
    }
    return differing == 0;
  }

  private boolean isFilled(FieldValues values, String field) {
    return !fields.kind(field).isBlank(values.get(field));
  }

  private boolean isSame(FieldValues local, FieldValues odoo, String field) {
    FieldKind kind = fields.kind(field);
    return kind.same(local.get(field), odoo.get(field))
        || Encoding.cell(local.get(field)).equalsIgnoreCase(Encoding.cell(odoo.get(field)));
  }
}
