package io.odoosync.internal.stage;

import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.store.Link;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one record.
 *
 * @param source the local record
 * @param stored its link as the id store has it, never pending, or {@code null}
 * @param link its link as it is to be used: the stored one, one that has moved to another Odoo
 *     record, or one that was found by matching; {@code null} if the record is not in Odoo
 * @param odoo what Odoo holds; {@code null} if it has no such record, or was not asked
 * @param decision what to do
 */
record Decided<T>(
    T source,
    @Nullable Link stored,
    @Nullable Link link,
    @Nullable OdooValues odoo,
    Decision decision) {

  /** Whether the record was matched with one that Odoo had already. */
  boolean isAdopted() {
    return stored == null && link != null;
  }

  /** The id of the Odoo record that is linked or written to; {@code null} if none is. */
  @Nullable Long touched() {
    boolean written = decision instanceof Decision.Update;
    return link != null && (written || isAdopted()) ? link.odooId() : null;
  }

  /** The same, left alone: also without a link that it has not had. */
  Decided<T> leftAlone(Decision why) {
    return new Decided<>(source, stored, stored, null, why);
  }

  Decided<T> instead(Decision other) {
    return new Decided<>(source, stored, link, odoo, other);
  }
}
