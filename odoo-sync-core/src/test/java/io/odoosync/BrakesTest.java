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

  @ParameterizedTest
  @CsvSource({
    "100, 100, false", // so many are always allowed
    "101, 101, true",
    "101, 202, false", // just the share
  })
  void pulls_many_onlyBeyondShareAndAllowance(long pulled, long linked, boolean stops) {
    assertThat(Brakes.DEFAULT.pulls().stops(pulled, linked)).isEqualTo(stops);
  }

  @Test
  void withMax_eachLimit_changesThatAlone() {
    Brakes brakes =
        Brakes.DEFAULT
            .withMaxPulls(1, 2)
            .withMaxCreates(3, 4)
            .withMaxAdoptions(5, 6)
            .withMaxGone(7, 8)
            .withMaxUpdates(9, 10);
    assertThat(brakes)
        .isEqualTo(
            new Brakes(
                true,
                true,
                9,
                10,
                new Brakes.Limit(1, 2),
                new Brakes.Limit(3, 4),
                new Brakes.Limit(5, 6),
                new Brakes.Limit(7, 8)));
  }

  @Test
  void limit_ofNothing_isNone() {
    assertThat(Brakes.released().creates().isSet()).isFalse();
    assertThat(Brakes.DEFAULT.creates().isSet()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Brakes.DEFAULT.withMaxGone(-1, 0))
        .withMessageContaining("maxPercent");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Brakes.DEFAULT.withMaxPulls(1, -1))
        .withMessageContaining("allowed");
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
