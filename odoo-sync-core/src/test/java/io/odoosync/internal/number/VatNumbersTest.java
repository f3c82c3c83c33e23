package io.odoosync.internal.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatNumbersTest {

  /** Numbers that the countries or Odoo itself give as examples. */
  @ParameterizedTest
  @CsvSource({
    "AT, U12345675",
    "AT, U13585627",
    "BE, 0477472701",
    "BE, 477472701",
    "BG, 1234567892",
    "CY, 10259033P",
    "CZ, 12345679",
    "DE, 123456788",
    "DE, 136695976",
    "DK, 12345674",
    "EE, 123456780",
    "ES, A12345674",
    "FI, 12345671",
    "FR, 23334175221",
    "FR, 83404833048",
    "FR, 53000004605",
    "FR, K7399859412",
    "GR, 123456783",
    "HR, 01234567896",
    "HR, 33392005961",
    "HU, 12345676",
    "IE, 1234567FA",
    "IE, 8Z49289F",
    "IT, 12345670017",
    "LT, 123456715",
    "LU, 12345613",
    "LV, 41234567891",
    "MT, 12345634",
    "NL, 123456782B90",
    "PL, 1234567883",
    "PT, 123456789",
    "PT, 501964843",
    "RO, 1234567897",
    "SE, 123456789701",
    "SI, 12345679",
    "SK, 2022749619"
  })
  void fault_knownNumber_isNone(String country, String number) {
    assertThat(VatNumbers.fault(country, number)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AT, U12345676", "BE, 0477472702", "DE, 123456789", "FI, 12345672", "FR, 24334175221",
    "GR, 123456784", "HR, 01234567897", "IT, 12345670018", "LU, 12345614", "PL, 1234567884",
    "PT, 123456788", "SE, 123456789801", "SK, 2022749618"
  })
  void fault_mistypedDigit_isSaid(String country, String number) {
    assertThat(VatNumbers.fault(country, number))
        .contains("has check digits that do not fit, so a digit is mistyped");
  }

  @ParameterizedTest
  @CsvSource({
    "FR, 2333417522, 'has not the shape of one of FR, a key and 9 digits'",
    "DE, 12345678, 'has not the shape of one of DE, 9 digits'",
    "NL, 123456782, 'has not the shape of one of NL, 9 digits, B and 2 digits'"
  })
  void fault_anotherShape_saysWhichOneItIsToBe(String country, String number, String words) {
    assertThat(VatNumbers.fault(country, number)).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"US, 1", "CH, E1", "GB, 12"})
  void fault_countryWithoutRule_isNotJudged(String country, String number) {
    assertThat(VatNumbers.fault(country, number)).isEmpty();
  }
}
