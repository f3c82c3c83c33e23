package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of the sync log as a row of its table. */
final class LogRow {

  /** All columns but the identity, in the order in which {@link #bind} fills them. */
  static final String COLUMNS =
      "occurred_at, run_id, level, event, entity_type, local_key, local_kind, local_id, message,"
          + " cause, advice, odoo_id, changed_fields, field_name, local_value, odoo_value,"
          + " base_value, winner, result_value, policy, reason, report";

  /** A parameter for each column. */
  static final String PARAMETERS = "?" + ", ?".repeat(21);

  private LogRow() {}

  static void bind(PreparedStatement statement, SyncLogEntry entry, SqlInstant times)
      throws SQLException {
    EntityType type = entry.type();
    LocalKey key = entry.key();
    times.bind(statement, 1, entry.at());
    statement.setString(2, entry.runId());
    statement.setString(3, entry.level().name());
    statement.setString(4, entry.event().name());
    statement.setString(5, type == null ? null : type.name());
    statement.setBytes(6, key == null ? null : SortKey.of(key));
    statement.setString(7, key == null ? null : key.kind());
    statement.setString(8, key == null ? null : key.id());
    statement.setString(9, entry.message());
    statement.setString(10, entry.cause() == null ? null : entry.cause().name());
    statement.setString(11, entry.advice());
    statement.setObject(12, entry.odooId(), Types.BIGINT);
    statement.setString(13, entry.fields().isEmpty() ? null : String.join(",", entry.fields()));
    bind(statement, entry.conflict());
    statement.setString(22, entry.report());
  }

  private static void bind(PreparedStatement statement, @Nullable FieldConflict conflict)
      throws SQLException {
    if (conflict == null) {
      for (int column = 14; column <= 21; column++) {
        statement.setString(column, null);
      }
      return;
    }
    statement.setString(14, conflict.field());
    statement.setString(15, conflict.local());
    statement.setString(16, conflict.odoo());
    statement.setString(17, conflict.base());
    statement.setString(18, conflict.winner().name());
    statement.setString(19, conflict.result());
    statement.setString(20, conflict.policy());
    statement.setString(21, conflict.reason());
  }

  static SyncLogEntry read(ResultSet row, SqlInstant times) throws SQLException {
    return SyncLogEntry.builder(
            times.read(row, "occurred_at"),
            row.getString("run_id"),
            SyncLogLevel.valueOf(row.getString("level")),
            SyncEvent.valueOf(row.getString("event")))
        .type(type(row))
        .key(key(row))
        .message(row.getString("message"))
        .cause(cause(row))
        .advice(row.getString("advice"))
        .odooId(SqlNumber.readNullable(row, "odoo_id"))
        .fields(fields(row))
        .conflict(conflict(row))
        .report(row.getString("report"))
        .build();
  }

  private static List<String> fields(ResultSet row) throws SQLException {
    String names = row.getString("changed_fields");
    return names == null ? List.of() : List.of(names.split(",", -1));
  }

  private static @Nullable FieldConflict conflict(ResultSet row) throws SQLException {
    String field = row.getString("field_name");
    return field == null
        ? null
        : new FieldConflict(
            field,
            row.getString("local_value"),
            row.getString("odoo_value"),
            row.getString("base_value"),
            Winner.valueOf(row.getString("winner")),
            row.getString("result_value"),
            row.getString("policy"),
            row.getString("reason"));
  }

  private static @Nullable FailureCause cause(ResultSet row) throws SQLException {
    String name = row.getString("cause");
    return name == null ? null : FailureCause.valueOf(name);
  }

  private static @Nullable EntityType type(ResultSet row) throws SQLException {
    String name = row.getString("entity_type");
    return name == null ? null : EntityType.valueOf(name);
  }

  private static @Nullable LocalKey key(ResultSet row) throws SQLException {
    String kind = row.getString("local_kind");
    return kind == null ? null : LocalKey.of(kind, row.getString("local_id"));
  }
}
