package io.odoosync.internal.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchNumbersTest {

  @ParameterizedTest
  @ValueSource(strings = {"732829320", "552008443", "356000000", "000000000"})
  void isSiren_checkDigitFits_isTrue(String siren) {
    assertThat(FrenchNumbers.isSiren(siren)).isTrue();
    assertThat(FrenchNumbers.fault(siren)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"73282932000074", "33417522101010", "35600000000048"})
  void isSiret_checkDigitFits_isTrue(String siret) {
    assertThat(FrenchNumbers.isSiret(siret)).isTrue();
    assertThat(FrenchNumbers.fault(siret)).isEmpty();
  }

  /** Its post offices are told by the sum of their digits, which is a multiple of 5. */
  @Test
  void isSiret_postOffice_goesByTheSumOfItsDigits() {
    assertThat(FrenchNumbers.isSiret("35600000049837")).isTrue();
    assertThat(FrenchNumbers.isSiret("35600000049838")).isFalse();
    assertThat(FrenchNumbers.isSiret("73282932000088")).isFalse();
  }

  @Test
  void fault_mistyped_saysWhichNumberAndWhy() {
    assertThat(FrenchNumbers.fault("73282932000075"))
        .contains("is no SIRET: its check digits do not fit, so a digit is mistyped");
    assertThat(FrenchNumbers.fault("732829321"))
        .contains("is no SIREN: its check digits do not fit, so a digit is mistyped");
    assertThat(FrenchNumbers.fault("7328293200007"))
        .contains("is neither a SIREN of 9 digits nor a SIRET of 14");
    assertThat(FrenchNumbers.fault("W751234567"))
        .contains("is neither a SIREN of 9 digits nor a SIRET of 14");
  }

  @Test
  void isFrench_territoryOfTheSameRegister_isTrue() {
    assertThat(FrenchNumbers.isFrench(" fr")).isTrue();
    assertThat(FrenchNumbers.isFrench("RE")).isTrue();
    assertThat(FrenchNumbers.isFrench("NC")).isFalse();
    assertThat(FrenchNumbers.isFrench("MC")).isFalse();
    assertThat(FrenchNumbers.isFrench(null)).isFalse();
  }

  @Test
  void sirenOfVat_frenchNumber_isItsEnd() {
    assertThat(FrenchNumbers.sirenOfVat("23334175221")).contains("334175221");
    assertThat(FrenchNumbers.sirenOfVat("2333417522")).isEmpty();
  }
}
