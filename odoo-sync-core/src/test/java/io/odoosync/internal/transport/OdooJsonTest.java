package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdooJsonTest {

  @ParameterizedTest
  @MethodSource
  void bytes_javaValue_isWrittenAsOdooReadsIt(@Nullable Object value, String json) {
    assertThat(written(value)).isEqualTo(json);
  }

  static Stream<Arguments> bytes_javaValue_isWrittenAsOdooReadsIt() {
    return Stream.of(
        Arguments.of(null, "false"),
        Arguments.of("", "\"\""),
        Arguments.of("Zoë \"€\"\n", "\"Zoë \\\"€\\\"\\n\""),
        Arguments.of(java.nio.CharBuffer.wrap("x"), "\"x\""),
        Arguments.of(true, "true"),
        Arguments.of(1, "1"),
        Arguments.of((short) 1, "1"),
        Arguments.of((byte) 1, "1"),
        Arguments.of(Long.MAX_VALUE, "9223372036854775807"),
        Arguments.of(new BigInteger("9223372036854775808"), "9223372036854775808"),
        Arguments.of(0.1, "0.1"),
        Arguments.of(new BigDecimal("0.10"), "0.10"),
        Arguments.of(new BigDecimal("1E+3"), "1000"),
        Arguments.of(new BigDecimal("0.00000001"), "0.00000001"),
        Arguments.of(LocalDate.of(2026, 2, 3), "\"2026-02-03\""),
        Arguments.of(Instant.parse("2026-02-03T04:05:06.999Z"), "\"2026-02-03 04:05:06\""),
        Arguments.of(Set.of("x"), "[\"x\"]"),
        Arguments.of(Arrays.asList(1, null), "[1,false]"),
        Arguments.of(Map.of("a", List.of(Map.of("b", 1))), "{\"a\":[{\"b\":1}]}"),
        Arguments.of(Collections.singletonMap("a", null), "{\"a\":false}"),
        Arguments.of(Domain.field("a").isEqualTo(1), "[[\"a\",\"=\",1]]"),
        Arguments.of(OdooValue.of(5), "5"),
        Arguments.of(OdooValue.NULL, "null"));
  }

  @Test
  void parse_eachKind_isAValueOfTheSameKindAndOrder() throws IOException {
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    expected.put("z", List.of("x", 1, 1.5, true, false, List.of(), Map.of()));
    expected.put("a", OdooValue.NULL);
    expected.put("m", new BigInteger("9223372036854775808"));
    OdooValue value =
        parsed(
            "{\"z\": [\"x\", 1, 1.5, true, false, [], {}], \"a\": null,"
                + " \"m\": 9223372036854775808}");
    assertThat(value).isEqualTo(OdooValue.of(expected));
    assertThat(value.asMap().keySet()).containsExactly("z", "a", "m");
  }

  @Test
  void parse_nameTwice_fails() {
    assertThatThrownBy(() -> parsed("{\"a\": 1, \"a\": 2}"))
        .isInstanceOf(IOException.class)
        .hasMessage("a name twice at line 1, column 15");
  }

  /** A few bytes must not become gigabytes, here or wherever the number is written out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e401",
        "1e9999999",
        "1e999999999",
        "-1E+2147483647",
        "1e-401",
        "[{\"a\":1e5000}]"
      })
  void parse_hugeExponent_fails(String json) {
    assertThatThrownBy(() -> parsed(json)).isInstanceOf(IOException.class);
  }

  @Test
  void parse_exponentOfAFloat_isRead() throws IOException {
    assertThat(parsed("1.7976931348623157e308").asNumber())
        .isEqualTo(new BigDecimal("1.7976931348623157e308"));
    assertThat(parsed("5e-324").asNumber()).isEqualTo(new BigDecimal("5e-324"));
  }

  @Test
  void parse_endlessDigits_fails() {
    assertThatThrownBy(() -> parsed("9".repeat(401))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> parsed("0." + "9".repeat(401))).isInstanceOf(IOException.class);
  }

  @Test
  void bytes_hugeExponentOfTheHosts_isNotWrittenOut() {
    OdooValue huge = OdooValue.of(new BigDecimal("1e999999999"));
    assertThat(huge.whole()).isEmpty();
    assertThat(huge).hasToString("1E+999999999");
    assertThatThrownBy(() -> OdooJson.bytes(huge)).isInstanceOf(IllegalStateException.class);
  }

  /** Each of them takes a hundred bytes of memory, and three of the answer. */
  @Test
  void parse_moreValuesThanAllowed_saysHowManyAreAllowed() throws IOException {
    byte[] hundred = ("[" + "{},".repeat(98) + "{}]").getBytes(StandardCharsets.UTF_8);
    assertThat(OdooJson.parse(hundred, 100).asList()).hasSize(99);
    assertThatThrownBy(() -> OdooJson.parse(hundred, 99))
        .isInstanceOf(AnswerTooLargeException.class)
        .hasMessageContaining("more than 99 values")
        .hasMessageContaining("maxResponseBytes");
  }

  @Test
  void parse_decimal_keepsEveryDigit() throws IOException {
    assertThat(parsed("[1.10, 0.1]").get(0).asNumber()).isEqualTo(new BigDecimal("1.10"));
    assertThat(parsed("123456789.123456789012").asNumber())
        .isEqualTo(new BigDecimal("123456789.123456789012"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "[1", "{\"a\":", "[1] [2]", "s3cret", "{\"a\":s3cret}", "'s3cret'"})
  void parse_noJson_failsWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> parsed(text))
        .isInstanceOf(IOException.class)
        .hasNoCause()
        .satisfies(e -> assertThat(e.getMessage()).contains("line 1").doesNotContain("s3cret"));
  }

  @Test
  void parse_hundredLevels_isRead() throws IOException {
    assertThat(parsed("[".repeat(100) + "]".repeat(100)).kind()).isEqualTo(OdooValue.Kind.LIST);
  }

  @Test
  void parse_deeperThanHundredLevels_fails() {
    assertThatThrownBy(() -> parsed("[".repeat(101) + "]".repeat(101)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> parsed("[".repeat(1_000_000))).isInstanceOf(IOException.class);
  }

  @Test
  void parse_longText_isRead() throws IOException {
    String text = "x".repeat(21_000_000);
    assertThat(parsed("\"" + text + "\"").asText()).hasSize(text.length());
  }

  private static String written(@Nullable Object value) {
    return new String(OdooJson.bytes(OdooValue.of(value)), StandardCharsets.UTF_8);
  }

  private static OdooValue parsed(String text) throws IOException {
    return OdooJson.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
