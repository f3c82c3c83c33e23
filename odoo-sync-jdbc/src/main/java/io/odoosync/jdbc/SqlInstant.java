package io.odoosync.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants in the database: with their offset, so that no time zone on either side matters. */
final class SqlInstant {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private SqlInstant() {}

  /** A value to store. It is cut rather than left to the database, which would round it. */
  static OffsetDateTime of(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  /** As {@link #of}, of what may be unknown. */
  static @Nullable OffsetDateTime ofNullable(@Nullable Instant instant) {
    return instant == null ? null : of(instant);
  }

  /**
   * A value to compare with: what lies outside of every database's calendar is as good as its end.
   */
  static OffsetDateTime bound(Instant instant) {
    if (instant.isBefore(EARLIEST)) {
      return of(EARLIEST);
    }
    return of(instant.isAfter(LATEST) ? LATEST : instant);
  }

  static Instant read(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
