package io.odoosync.plan;

/** What to do about one local record. */
public sealed interface Decision {

  /** Create it in Odoo. */
  record Create(Mapping.Mapped mapped) implements Decision {}

  /**
   * Write the changed fields.
   *
   * @param odooId the record in Odoo
   * @param changed what to write
   * @param mapped all that the record shall hold, for the next comparison
   */
  record Update(long odooId, FieldValues changed, Mapping.Mapped mapped) implements Decision {}

  /** Leave it. */
  record Keep(long odooId) implements Decision {}

  /** Report it: the record can't be mapped. */
  record Reject(String reason) implements Decision {}

  /** Report it: the record waits for another one. */
  record Block(String reason) implements Decision {}
}
