package io.odoosync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrakesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, false",
    "100, 100, false", // so many are always allowed
    "101, 101, true",
    "500, 1000, false", // just the share
    "501, 1000, true",
  })
  void stops_manyChanged_onlyBeyondShareAndAllowance(long changed, long linked, boolean stops) {
    assertThat(Brakes.DEFAULT.stops(changed, linked)).isEqualTo(stops);
  }

  @Test
  void released_anything_stopsNothing() {
    Brakes released = Brakes.released();
    assertThat(released.stops(1_000_000, 1_000_000)).isFalse();
    assertThat(released.onEmptySource() || released.onChangedMapping()).isFalse();
  }

  @Test
  void withMaxUpdates_outOfRange_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Brakes.DEFAULT.withMaxUpdates(101, 0))
        .withMessageContaining("maxUpdatePercent");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Brakes.DEFAULT.withMaxUpdates(1, -1))
        .withMessageContaining("updatesAllowed");
  }
}
