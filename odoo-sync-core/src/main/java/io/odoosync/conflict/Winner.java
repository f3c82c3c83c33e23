package io.odoosync.conflict;

/** Whose value a conflict ended with. */
public enum Winner {
  /** The host's. */
  LOCAL,
  /** Odoo's. */
  ODOO,
  /** A third value, made of both. */
  MERGED,
  /** Nobody's yet: it is left to a person. */
  MANUAL
}
