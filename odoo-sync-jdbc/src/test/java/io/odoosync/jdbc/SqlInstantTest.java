package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlInstantTest {

  @Test
  void of_partsOfAMillisecond_areCutNotRounded() {
    Instant almost = Instant.parse("2026-11-25T10:00:00.123999Z");
    assertThat(SqlInstant.WITH_OFFSET.of(almost)).hasToString("2026-11-25T10:00:00.123Z");
    assertThat(SqlInstant.IN_UTC.of(almost)).hasToString("2026-11-25T10:00:00.123");
    assertThat(SqlInstant.MILLISECONDS.of(almost))
        .isEqualTo(Instant.parse("2026-11-25T10:00:00.123Z").toEpochMilli());
  }

  @ParameterizedTest
  @EnumSource(SqlInstant.class)
  void bound_withinTheCalendar_isItself(SqlInstant times) {
    for (String inside :
        new String[] {"0001-01-01T00:00:00Z", "2026-11-25T10:00:00Z", "9999-12-31T23:59:59.999Z"}) {
      assertThat(times.bound(Instant.parse(inside))).isEqualTo(times.of(Instant.parse(inside)));
    }
  }

  @ParameterizedTest
  @EnumSource(SqlInstant.class)
  void bound_outsideOfTheCalendar_isItsEnd(SqlInstant times) {
    Object first = times.of(Instant.parse("0001-01-01T00:00:00Z"));
    Object last = times.of(Instant.parse("9999-12-31T23:59:59.999Z"));
    assertThat(times.bound(Instant.parse("0000-12-31T23:59:59.999Z"))).isEqualTo(first);
    assertThat(times.bound(Instant.MIN)).isEqualTo(first);
    assertThat(times.bound(Instant.parse("+10000-01-01T00:00:00Z"))).isEqualTo(last);
    assertThat(times.bound(Instant.MAX)).isEqualTo(last);
  }
}
