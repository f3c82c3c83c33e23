package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * What a server says of a field ({@code fields_get}).
 *
 * @param name technical name
 * @param type for example {@code char}, {@code html}, {@code many2one}
 * @param label what users read
 * @param required whether a record must have a value
 * @param readonly whether users can't write it
 * @param relation the model that a relational field points to, else {@code null}
 */
public record FieldDefinition(
    String name,
    String type,
    String label,
    boolean required,
    boolean readonly,
    @Nullable String relation) {}
