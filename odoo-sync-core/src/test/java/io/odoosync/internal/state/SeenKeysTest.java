package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import org.junit.jupiter.api.Test;

class SeenKeysTest {

  private static final int MANY = 100_000;

  private final SeenKeys seen = new SeenKeys();

  @Test
  void add_manyKeysThatCountUp_remembersEachOnce() {
    for (int i = 0; i < MANY; i++) {
      assertThat(seen.add(LocalKey.of("guest", i))).isTrue();
    }
    for (int i = 0; i < MANY; i++) {
      assertThat(seen.add(LocalKey.of("guest", i))).isFalse();
      assertThat(seen.contains(LocalKey.of("guest", i))).isTrue();
      assertThat(seen.contains(LocalKey.of("teacher", i))).isFalse();
    }
    assertThat(seen.size()).isEqualTo(MANY);
  }

  @Test
  void contains_nothingAdded_isFalse() {
    assertThat(seen.contains(LocalKey.of("guest", 1))).isFalse();
    assertThat(seen.size()).isZero();
  }
}
