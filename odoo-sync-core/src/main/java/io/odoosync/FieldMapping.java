package io.odoosync;

/**
 * Changes how the host's records become Odoo's fields. Called after the default mapping and the
 * record's extra values, with what they gave; what it leaves there is checked against the fields
 * that the server has, and kept in step.
 *
 * <pre>{@code
 * FieldMapping<Contact> mapping = (contact, fields) -> {
 *   fields.set("function", contact.organisation() ? null : "Teacher");
 *   fields.remove("comment");                        // not kept in step
 * };
 * }</pre>
 *
 * <p>Must be pure: the same record gives the same fields, else each run takes it for changed. A
 * field that it sets can't be brought back from Odoo, because nothing says what it was made of; who
 * wants that uses the record's extra values. What it throws makes that record fail, not the run,
 * and so does a field that the server does not have or can't be given. A mapping that fits none of
 * the records stops the run before anything is written.
 *
 * @param <T> the kind of record
 */
@FunctionalInterface
public interface FieldMapping<T> {

  /**
   * Adds, changes or takes away fields of one record.
   *
   * @param source the host's record
   * @param fields what the record has become so far
   */
  void map(T source, MappedFields fields);

  /**
   * The default mapping as it is.
   *
   * @param <T> the kind of record
   * @return a mapping that changes nothing
   */
  static <T> FieldMapping<T> unchanged() {
    return (source, fields) -> {};
  }
}
