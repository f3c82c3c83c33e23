package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.Outbox;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param attempts how often it was taken
 * @param due when it may be taken; {@code null} for at once
 */
record OutboxRow(
    long id, Subject subject, Instant notedAt, int attempts, boolean taken, @Nullable Instant due) {

  /** All columns, in the order of {@link #read}. */
  static final String COLUMNS =
      "id, entity_type, local_kind, local_id, noted_at, attempts, taken, due";

  /** The columns that {@link #bind} fills. */
  static final String NOTED = "record_key, entity_type, local_kind, local_id";

  /** What changed. */
  record Subject(EntityType type, LocalKey key) {

    byte[] recordKey() {
      return SortKey.of(type, key);
    }
  }

  static void bind(PreparedStatement statement, Subject subject) throws SQLException {
    statement.setBytes(1, subject.recordKey());
    statement.setString(2, subject.type().name());
    statement.setString(3, subject.key().kind());
    statement.setString(4, subject.key().id());
  }

  static OutboxRow read(ResultSet row, SqlInstant times) throws SQLException {
    return new OutboxRow(
        row.getLong("id"),
        new Subject(
            EntityType.valueOf(row.getString("entity_type")),
            LocalKey.of(row.getString("local_kind"), row.getString("local_id"))),
        times.read(row, "noted_at"),
        row.getInt("attempts"),
        row.getBoolean("taken"),
        times.readNullable(row, "due"));
  }

  boolean isDue(Instant now) {
    return due == null || !due.isAfter(now);
  }

  /** Whether somebody has it. */
  boolean isHeld(Instant now) {
    return taken && !isDue(now);
  }

  Outbox.Entry entry() {
    return new Outbox.Entry(Long.toString(id), subject.type(), subject.key(), notedAt, attempts);
  }
}
