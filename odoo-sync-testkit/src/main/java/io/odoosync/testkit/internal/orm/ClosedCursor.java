package io.odoosync.testkit.internal.orm;

/**
 * The answer of a method of Odoo 20 that has committed its work and closed its cursor. Over JSON-2
 * it arrives; JSON-RPC, which wants to use the cursor once more, answers an error instead, though
 * all is done.
 *
 * @param answer what JSON-2 answers
 */
public record ClosedCursor(Object answer) {

  /** What JSON-RPC answers. */
  public OdooError error() {
    return OdooError.database("psycopg2.InterfaceError", "Cursor already closed");
  }
}
