package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An entry of the sync log as a row of its table. */
final class LogRow {

  /** All columns but the identity, in the order in which {@link #bind} fills them. */
  static final String COLUMNS =
      "occurred_at, run_id, level, event, entity_type, local_key, local_kind, local_id, message";

  private LogRow() {}

  static void bind(PreparedStatement statement, SyncLogEntry entry) throws SQLException {
    EntityType type = entry.type();
    LocalKey key = entry.key();
    statement.setObject(1, SqlInstant.of(entry.at()));
    statement.setString(2, entry.runId());
    statement.setString(3, entry.level().name());
    statement.setString(4, entry.event().name());
    statement.setString(5, type == null ? null : type.name());
    statement.setBytes(6, key == null ? null : SortKey.of(key));
    statement.setString(7, key == null ? null : key.kind());
    statement.setString(8, key == null ? null : key.id());
    statement.setString(9, entry.message());
  }

  static SyncLogEntry read(ResultSet row) throws SQLException {
    return SyncLogEntry.builder(
            SqlInstant.read(row, "occurred_at"),
            row.getString("run_id"),
            SyncLogLevel.valueOf(row.getString("level")),
            SyncEvent.valueOf(row.getString("event")))
        .type(type(row))
        .key(key(row))
        .message(row.getString("message"))
        .build();
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
