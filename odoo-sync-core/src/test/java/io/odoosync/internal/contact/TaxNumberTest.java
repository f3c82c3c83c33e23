package io.odoosync.internal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxNumberTest {

  @ParameterizedTest
  @CsvSource({
    "FR23334175221, FR, 23334175221",
    "'fr 23.334-175/221', FR, 23334175221",
    "23334175221, , 23334175221",
    "EL094019245, GR, 094019245",
    "GR 094 019 245, GR, 094019245",
    "BE 0477.472.701, BE, 0477472701",
    "K7399859412, , K7399859412",
    "ＦＲ２３334175221, FR, 23334175221",
    "/, ,",
  })
  void of_asPeopleTypeIt_isCanonical(
      String typed, @Nullable String country, @Nullable String number) {
    assertThat(TaxNumber.of(typed).map(TaxNumber::number).orElse(null)).isEqualTo(number);
    assertThat(TaxNumber.of(typed).map(TaxNumber::country).orElse(null)).isEqualTo(country);
  }

  @ParameterizedTest
  @CsvSource({
    "FR1234, , FR1234, , true",
    "FR1234, , BE1234, , false",
    "FR1234, , 1234, FR, true",
    "FR1234, , 1234, BE, false",
    "FR1234, , 1234, , true",
    "1234, fr, 1234, BE, false",
    "1234, , 1234, , true",
    "EL1234, , 1234, GR, true",
    "FR1234, BE, 1234, FR, true",
  })
  void isSame_oneWithoutCountry_goesByTheAddress(
      String one, @Nullable String country, String other, @Nullable String others, boolean same) {
    TaxNumber first = TaxNumber.of(one).orElseThrow();
    TaxNumber second = TaxNumber.of(other).orElseThrow();
    assertThat(first.isSame(country, second, others)).isEqualTo(same);
    assertThat(second.isSame(others, first, country)).isEqualTo(same);
  }

  @Test
  void of_nothing_isNone() {
    assertThat(TaxNumber.of(null)).isEmpty();
  }
}
