package io.odoosync.plan;

import org.jspecify.annotations.Nullable;

/**
 * A field of a record that a plan changes, or leaves to people.
 *
 * @param field Odoo's name of it
 * @param local what the host has; empty if nothing
 * @param odoo what Odoo has; empty if nothing, or if the record is not there yet
 * @param toOdoo what Odoo shall have; {@code null} if nothing is written there
 * @param toHost what the host shall have; {@code null} if nothing is written there
 * @param conflict how a conflict was resolved; {@code null} if there is none
 */
public record PlannedField(
    String field,
    String local,
    String odoo,
    @Nullable String toOdoo,
    @Nullable String toHost,
    @Nullable String conflict) {

  /** One line of a diff. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(field);
    if (toOdoo != null) {
      line.append(": Odoo '").append(odoo).append("' → '").append(toOdoo).append('\'');
    }
    if (toHost != null) {
      line.append(": host '").append(local).append("' → '").append(toHost).append('\'');
    }
    if (toOdoo == null && toHost == null) {
      line.append(": left, host '").append(local).append("', Odoo '").append(odoo).append('\'');
    }
    return conflict == null
        ? line.toString()
        : line.append(" (").append(conflict).append(')').toString();
  }
}
