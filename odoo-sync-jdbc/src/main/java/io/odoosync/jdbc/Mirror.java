package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;

/**
 * The host's wish to have Odoo ids repeated in a column of its own, as it was configured.
 *
 * @param type the kind of entity whose ids are repeated
 * @param kind the kind of local records that the table holds
 * @param table the host's table
 * @param idColumn the column that holds the id of {@link LocalKey#id()}
 * @param odooIdColumn the column to write
 */
record Mirror(EntityType type, String kind, TableName table, String idColumn, String odooIdColumn) {

  static Mirror parse(
      EntityType type, String kind, String table, String idColumn, String odooIdColumn) {
    return new Mirror(
        type,
        LocalKey.of(kind, "1").kind(),
        TableName.parse("table", table),
        TableName.identifier("idColumn", idColumn),
        TableName.identifier("odooIdColumn", odooIdColumn));
  }

  boolean sameRecords(Mirror other) {
    return type == other.type && kind.equals(other.kind);
  }

  boolean holds(EntityType otherType, LocalKey key) {
    return type == otherType && kind.equals(key.kind());
  }

  @Override
  public String toString() {
    return type + " " + kind + " to " + table + "." + odooIdColumn;
  }
}
