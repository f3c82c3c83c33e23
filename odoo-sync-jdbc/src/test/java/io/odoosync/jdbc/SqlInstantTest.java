package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SqlInstantTest {

  private static Instant bound(String instant) {
    return SqlInstant.bound(Instant.parse(instant)).toInstant();
  }

  @Test
  void of_partsOfAMillisecond_areCutNotRounded() {
    Instant almost = Instant.parse("2026-11-25T10:00:00.123999Z");
    assertThat(SqlInstant.of(almost)).hasToString("2026-11-25T10:00:00.123Z");
    assertThat(SqlInstant.ofNullable(almost)).isEqualTo(SqlInstant.of(almost));
    assertThat(SqlInstant.ofNullable(null)).isNull();
  }

  @Test
  void bound_withinTheCalendar_isItself() {
    for (String inside :
        new String[] {"0001-01-01T00:00:00Z", "2026-11-25T10:00:00Z", "9999-12-31T23:59:59.999Z"}) {
      assertThat(bound(inside)).isEqualTo(Instant.parse(inside));
    }
  }

  @Test
  void bound_outsideOfTheCalendar_isItsEnd() {
    assertThat(bound("0000-12-31T23:59:59.999Z")).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
    assertThat(SqlInstant.bound(Instant.MIN).getYear()).isEqualTo(1);
    assertThat(bound("+10000-01-01T00:00:00Z"))
        .isEqualTo(Instant.parse("9999-12-31T23:59:59.999Z"));
    assertThat(SqlInstant.bound(Instant.MAX).getYear()).isEqualTo(9999);
  }
}
