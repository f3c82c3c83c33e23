package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.odoo.OdooValue.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdooValueTest {

  private static OdooValue oneOf(Kind kind) {
    return switch (kind) {
      case TEXT -> OdooValue.of("Zoë");
      case NUMBER -> OdooValue.of(7);
      case FLAG -> OdooValue.of(true);
      case LIST -> OdooValue.of(List.of(1, 2));
      case MAP -> OdooValue.of(Map.of("id", 7));
      case NULL -> OdooValue.NULL;
    };
  }

  @ParameterizedTest
  @MethodSource
  void of_javaValue_isOfItsKind(@Nullable Object value, Kind kind, String words) {
    assertThat(OdooValue.of(value).kind()).isEqualTo(kind);
    assertThat(OdooValue.of(value)).hasToString(words);
  }

  static Stream<Arguments> of_javaValue_isOfItsKind() {
    return Stream.of(
        arguments(null, Kind.FLAG, "false"),
        arguments(false, Kind.FLAG, "false"),
        arguments("Zoë \"\\\n", Kind.TEXT, "\"Zoë \\\"\\\\\\u000a\""),
        arguments(java.nio.CharBuffer.wrap("x"), Kind.TEXT, "\"x\""),
        arguments(LocalDate.of(2026, 2, 3), Kind.TEXT, "\"2026-02-03\""),
        arguments(Instant.parse("2026-02-03T04:05:06.999Z"), Kind.TEXT, "\"2026-02-03 04:05:06\""),
        arguments((byte) 1, Kind.NUMBER, "1"),
        arguments(Long.MIN_VALUE, Kind.NUMBER, "-9223372036854775808"),
        arguments(new BigInteger("9223372036854775808"), Kind.NUMBER, "9223372036854775808"),
        arguments(0.1, Kind.NUMBER, "0.1"),
        arguments(new BigDecimal("0.10"), Kind.NUMBER, "0.10"),
        arguments(Arrays.asList(1, null, List.of()), Kind.LIST, "[1,false,[]]"),
        arguments(Collections.singletonMap("a", null), Kind.MAP, "{\"a\":false}"),
        arguments(Domain.field("a").isEqualTo(1), Kind.LIST, "[[\"a\",\"=\",1]]"),
        arguments(OdooValue.NULL, Kind.NULL, "null"));
  }

  @Test
  void of_unknownType_isRefusedByName() {
    assertThatThrownBy(() -> OdooValue.of(Map.of("a", new byte[0])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a value for Odoo must be text")
        .hasMessageEndingWith("but is a byte[]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void of_noNumber_isRefused(double value) {
    assertThatThrownBy(() -> OdooValue.of(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_collectionsChangedLater_staysAsItWas() {
    List<Object> inner = new ArrayList<>(List.of(1));
    Map<String, Object> outer = new LinkedHashMap<>(Map.of("list", inner));
    OdooValue value = OdooValue.of(outer);
    inner.add(2);
    outer.clear();
    assertThat(value).hasToString("{\"list\":[1]}");
  }

  @Test
  void asListAndAsMap_changed_areRefused() {
    OdooValue value = OdooValue.of(Map.of("list", List.of(1)));
    assertThatThrownBy(() -> value.asMap().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> value.get("list").asList().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void accessors_ownKind_answerTheValue() {
    assertThat(OdooValue.of("a").text()).contains("a");
    assertThat(OdooValue.of(new BigDecimal("1.50")).number()).contains(new BigDecimal("1.50"));
    assertThat(OdooValue.of(7).number()).contains(new BigDecimal("7"));
    assertThat(OdooValue.of(7).whole()).contains(7L);
    assertThat(OdooValue.of(true).flag()).contains(true);
    assertThat(OdooValue.of(List.of(1, 2)).asList())
        .containsExactly(OdooValue.of(1), OdooValue.of(2));
    assertThat(OdooValue.of(Map.of("a", 1)).asMap()).isEqualTo(Map.of("a", OdooValue.of(1)));
    assertThat(OdooValue.NULL.isNull()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void accessors_otherKind_answerNothing(Kind kind) {
    OdooValue value = oneOf(kind);
    assertThat(value.text().isPresent()).isEqualTo(kind == Kind.TEXT);
    assertThat(value.number().isPresent()).isEqualTo(kind == Kind.NUMBER);
    assertThat(value.whole().isPresent()).isEqualTo(kind == Kind.NUMBER);
    assertThat(value.flag().isPresent()).isEqualTo(kind == Kind.FLAG);
    assertThat(value.list().isPresent()).isEqualTo(kind == Kind.LIST);
    assertThat(value.map().isPresent()).isEqualTo(kind == Kind.MAP);
    assertThat(value.isNull()).isEqualTo(kind == Kind.NULL);
  }

  static Stream<Kind> kinds() {
    return Stream.of(Kind.values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TEXT   | expected a map, but found a text of length 3
          NUMBER | expected a map, but found the number 7
          FLAG   | expected a map, but found true
          LIST   | expected a map, but found a list of size 2
          NULL   | expected a map, but found null
          """)
  void asMap_otherKind_saysWhatItFound(Kind kind, String words) {
    assertThatThrownBy(() -> oneOf(kind).asMap())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(words);
  }

  @Test
  void as_map_saysWhatWasExpected() {
    OdooValue map = oneOf(Kind.MAP);
    assertThatThrownBy(map::asText).hasMessage("expected a text, but found a map of size 1");
    assertThatThrownBy(map::asNumber).hasMessageStartingWith("expected a number, ");
    assertThatThrownBy(map::asWhole).hasMessageStartingWith("expected a whole number, ");
    assertThatThrownBy(map::asFlag).hasMessageStartingWith("expected true or false, ");
    assertThatThrownBy(map::asList).hasMessageStartingWith("expected a list, ");
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "7.00, 7",
    "1E+3, 1000",
    "-9223372036854775808, -9223372036854775808",
    "9223372036854775807.0, 9223372036854775807",
    "9223372036854775808,",
    "-9223372036854775809,",
    "7.5,",
    "1E+999999999,",
    "1E-999999999,"
  })
  void whole_number_isExactOrNothing(BigDecimal number, @Nullable Long whole) {
    assertThat(OdooValue.of(number).whole().orElse(null)).isEqualTo(whole);
  }

  @Test
  void get_notThere_isNull() {
    OdooValue map = OdooValue.of(Map.of("a", List.of(5)));
    assertThat(map.get("a").get(0).asWhole()).isEqualTo(5);
    assertThat(map.get("b").isNull()).isTrue();
    assertThat(map.get(0).isNull()).isTrue();
    assertThat(map.get("a").get(1).isNull()).isTrue();
    assertThat(map.get("a").get(-1).isNull()).isTrue();
    assertThat(map.get("a").get("b").isNull()).isTrue();
  }

  @Test
  void has_name_countsNullToo() {
    OdooValue map = OdooValue.of(Map.of("a", OdooValue.NULL));
    assertThat(map.has("a")).isTrue();
    assertThat(map.has("b")).isFalse();
    assertThat(OdooValue.of("a").has("a")).isFalse();
  }

  @Test
  void equals_sameValue_holdsWhateverTheScale() {
    OdooValue one = OdooValue.of(List.of(10, "a", Map.of("x", new BigDecimal("1.50"))));
    OdooValue other = OdooValue.of(List.of(new BigDecimal("10.00"), "a", Map.of("x", 1.5)));
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void equals_otherKindOrValue_doesNotHold() {
    assertThat(OdooValue.of("7")).isNotEqualTo(OdooValue.of(7)).isNotEqualTo("7");
    assertThat(OdooValue.of("null")).isNotEqualTo(OdooValue.NULL);
    assertThat(OdooValue.of(List.of(1, 2))).isNotEqualTo(OdooValue.of(List.of(2, 1)));
    assertThat(OdooValue.of(List.of())).isNotEqualTo(OdooValue.of(Map.of()));
    assertThat(OdooValue.of(0)).isNotEqualTo(OdooValue.of(false));
  }

  @ParameterizedTest
  @MethodSource
  void toString_large_isCut(OdooValue large) {
    assertThat(large.toString()).hasSize(501).endsWith("…");
  }

  static Stream<OdooValue> toString_large_isCut() {
    String text = "x".repeat(1_000_000);
    return Stream.of(
        OdooValue.of(text),
        OdooValue.of(List.of(text, text)),
        OdooValue.of(Map.of("file", text)),
        OdooValue.of(Map.of(text, 1)),
        OdooValue.of(Collections.nCopies(1_000_000, 7)),
        OdooValue.of(new BigDecimal("1".repeat(1_000))),
        OdooValue.of(Collections.nCopies(1_000, Map.of("a", List.of(1, 2)))));
  }

  @Test
  void toString_small_isWhole() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", 7);
    values.put("name", "x".repeat(400));
    assertThat(OdooValue.of(values)).hasToString("{\"id\":7,\"name\":\"" + "x".repeat(400) + "\"}");
  }
}
