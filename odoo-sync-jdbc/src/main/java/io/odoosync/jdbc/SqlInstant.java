package io.odoosync.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How instants are kept in a database, so that no time zone on either side matters. */
enum SqlInstant {
  /** With their offset. */
  WITH_OFFSET(Types.TIMESTAMP_WITH_TIMEZONE) {
    @Override
    Object value(Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
      OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant();
    }
  },
  /** As date and time in UTC, in a column that knows no time zone. */
  IN_UTC(Types.TIMESTAMP) {
    @Override
    Object value(Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    @Override
    @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
      LocalDateTime time = row.getObject(column, LocalDateTime.class);
      return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
  },
  /** As milliseconds since 1970. */
  MILLISECONDS(Types.BIGINT) {
    @Override
    Object value(Instant instant) {
      return instant.toEpochMilli();
    }

    @Override
    @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
      long time = row.getLong(column);
      return row.wasNull() ? null : Instant.ofEpochMilli(time);
    }
  };

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final int sqlType;

  SqlInstant(int sqlType) {
    this.sqlType = sqlType;
  }

  abstract Object value(Instant instant);

  /** A value to store. It is cut rather than left to the database, which would round it. */
  Object of(Instant instant) {
    return value(instant.truncatedTo(ChronoUnit.MILLIS));
  }

  /** Binds what may be unknown, as {@link #of} stores it. */
  void bind(PreparedStatement statement, int index, @Nullable Instant instant) throws SQLException {
    if (instant == null) {
      statement.setNull(index, sqlType);
    } else {
      statement.setObject(index, of(instant));
    }
  }

  /**
   * A value to compare with: what lies outside of every database's calendar is as good as its end.
   */
  Object bound(Instant instant) {
    if (instant.isBefore(EARLIEST)) {
      return of(EARLIEST);
    }
    return of(instant.isAfter(LATEST) ? LATEST : instant);
  }

  abstract @Nullable Instant readNullable(ResultSet row, String column) throws SQLException;

  Instant read(ResultSet row, String column) throws SQLException {
    Instant instant = readNullable(row, column);
    if (instant == null) {
      throw new SQLException("column " + column + " is empty");
    }
    return instant;
  }
}
