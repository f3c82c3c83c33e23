package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * What Odoo's {@code load} says about a record that it was given.
 *
 * @param error whether the message is why nothing was loaded, rather than a warning
 * @param text Odoo's words
 * @param record which record, counted from 0 (not the row: a record with lines has several); {@code
 *     null} if Odoo did not say
 * @param field the column's field, or {@code null}
 */
public record LoadMessage(
    boolean error, String text, @Nullable Integer record, @Nullable String field) {}
