package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database that compares bytes has the order of Java. */
class SortKeyTest {

  private static final Comparator<byte[]> OF_A_DATABASE = Arrays::compareUnsigned;

  @Test
  void of_keys_sortAsTheKeysDo() {
    List<LocalKey> keys =
        List.of(
            LocalKey.of("guest", "1"),
            LocalKey.of("guest", "10"),
            LocalKey.of("guest", "2"),
            LocalKey.of("guest", "a"),
            LocalKey.of("guest", "é"),
            LocalKey.of("guest", "🚌"),
            LocalKey.of("guest", "\uFF21"),
            LocalKey.of("guest_of_honour", "1"),
            LocalKey.of("guests", "1"));
    for (LocalKey one : keys) {
      for (LocalKey other : keys) {
        assertThat(Integer.signum(OF_A_DATABASE.compare(SortKey.of(one), SortKey.of(other))))
            .as("%s and %s", one, other)
            .isEqualTo(Integer.signum(one.compareTo(other)));
      }
    }
  }

  @Test
  void lowest_isBeforeEveryKey() {
    assertThat(OF_A_DATABASE.compare(SortKey.LOWEST, SortKey.of(LocalKey.of("a", "1"))))
        .isNegative();
  }

  @Test
  void endOf_prefix_isBehindAllThatBeginWithItAndBeforeTheRest() {
    byte[] end = SortKey.endOf("gone/", 8);
    for (String within : List.of("gone/", "gone/1", "gone/zzz", "gone/\uFFFF\uFFFF\uFFFF")) {
      assertThat(OF_A_DATABASE.compare(SortKey.of(within), end)).as(within).isNegative();
    }
    for (String behind : List.of("gone0", "gone1", "h")) {
      assertThat(OF_A_DATABASE.compare(SortKey.of(behind), end)).as(behind).isPositive();
    }
  }
}
