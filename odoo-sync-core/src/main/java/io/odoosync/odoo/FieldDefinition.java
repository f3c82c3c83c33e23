package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * What a server says of a field ({@code fields_get}).
 *
 * @param name technical name
 * @param type for example {@code char}, {@code html}, {@code many2one}
 * @param label what users read
 * @param required whether a record must have a value
 * @param readonly whether users can't write it, in no state of a record
 * @param relation the model that a relational field points to, else {@code null}
 * @param decimals how many decimals Odoo keeps of a number; {@code null} if it is no number, or if
 *     all are kept
 */
public record FieldDefinition(
    String name,
    String type,
    String label,
    boolean required,
    boolean readonly,
    @Nullable String relation,
    @Nullable Integer decimals) {

  /**
   * A field that is no number, or of which all decimals are kept.
   *
   * @param name technical name
   * @param type its type
   * @param label what users read
   * @param required whether a record must have a value
   * @param readonly whether users can't write it
   * @param relation the model that it points to
   */
  public FieldDefinition(
      String name,
      String type,
      String label,
      boolean required,
      boolean readonly,
      @Nullable String relation) {
    this(name, type, label, required, readonly, relation, null);
  }
}
