package io.odoosync.internal.stage;

import io.odoosync.internal.compare.Decision;
import io.odoosync.store.Link;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one record.
 *
 * @param source the local record
 * @param stored its link as the id store has it, never pending, or {@code null}
 * @param link its link as it shall be used: the stored one, one that has moved to another Odoo
 *     record, or one that was found by matching; {@code null} if the record is not in Odoo
 * @param decision what to do
 */
record Decided<T>(T source, @Nullable Link stored, @Nullable Link link, Decision decision) {}
