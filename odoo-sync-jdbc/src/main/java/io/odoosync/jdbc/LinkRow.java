package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.Link;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** A link as a row of its table. */
final class LinkRow {

  /** All columns, in the order in which {@link #bind} fills them. */
  static final List<String> COLUMNS =
      List.of(
          "entity_type",
          "local_key",
          "local_kind",
          "local_id",
          "odoo_id",
          "base",
          "updated_at",
          "odoo_created_at");

  /** Those of the primary key. */
  static final List<String> KEY = List.of("entity_type", "local_key");

  private LinkRow() {}

  static void bind(PreparedStatement statement, Link link, SqlInstant times) throws SQLException {
    statement.setString(1, link.type().name());
    statement.setBytes(2, SortKey.of(link.key()));
    statement.setString(3, link.key().kind());
    statement.setString(4, link.key().id());
    statement.setObject(5, link.odooId(), Types.BIGINT);
    statement.setString(6, link.base());
    times.bind(statement, 7, link.updatedAt());
    times.bind(statement, 8, link.createdAt());
  }

  static Link read(ResultSet row, SqlInstant times) throws SQLException {
    return new Link(
        EntityType.valueOf(row.getString("entity_type")),
        LocalKey.of(row.getString("local_kind"), row.getString("local_id")),
        SqlNumber.readNullable(row, "odoo_id"),
        row.getString("base"),
        times.read(row, "updated_at"),
        times.readNullable(row, "odoo_created_at"));
  }
}
