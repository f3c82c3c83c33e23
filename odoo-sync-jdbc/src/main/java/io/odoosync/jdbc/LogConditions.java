package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The WHERE clause of a log query, with the values of its parameters in their order. */
final class LogConditions {

  private final List<String> clauses = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final SqlInstant times;

  private LogConditions(SqlInstant times) {
    this.times = times;
  }

  static LogConditions of(SyncLogQuery query, SqlInstant times) {
    LogConditions conditions = new LogConditions(times);
    conditions.level(query.minimumLevel());
    conditions.equal("run_id", query.runId());
    conditions.type(query.type());
    conditions.key(query.key());
    conditions.event(query.event());
    conditions.instant("occurred_at >= ?", query.from());
    conditions.instant("occurred_at < ?", query.until());
    return conditions;
  }

  private void level(SyncLogLevel minimum) {
    if (minimum != SyncLogLevel.INFO) {
      clauses.add("level IN (" + levelsFrom(minimum) + ")");
    }
  }

  private static String levelsFrom(SyncLogLevel minimum) {
    return Arrays.stream(SyncLogLevel.values())
        .filter(level -> level.compareTo(minimum) >= 0)
        .map(level -> "'" + level.name() + "'")
        .collect(Collectors.joining(", "));
  }

  private void type(@Nullable EntityType type) {
    equal("entity_type", type == null ? null : type.name());
  }

  private void event(@Nullable SyncEvent event) {
    equal("event", event == null ? null : event.name());
  }

  private void key(@Nullable LocalKey key) {
    equal("local_key", key == null ? null : SortKey.of(key));
  }

  private void instant(String clause, @Nullable Instant instant) {
    if (instant != null) {
      clauses.add(clause);
      values.add(times.bound(instant));
    }
  }

  private void equal(String column, @Nullable Object value) {
    if (value != null) {
      clauses.add(column + " = ?");
      values.add(value);
    }
  }

  /** The clause, with a leading space; empty if nothing is narrowed. */
  String sql() {
    return clauses.isEmpty() ? "" : " WHERE " + String.join(" AND ", clauses);
  }

  /**
   * Binds the values from the first parameter on.
   *
   * @return the index of the next parameter
   */
  int bind(PreparedStatement statement) throws SQLException {
    int index = 1;
    for (Object value : values) {
      statement.setObject(index++, value);
    }
    return index;
  }
}
