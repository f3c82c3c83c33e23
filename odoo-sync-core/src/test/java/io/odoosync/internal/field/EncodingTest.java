package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingTest {

  private static final LocalKey KEY = LocalKey.of("teacher", 1);

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(FieldValue.nothing(), "f", "", null),
        arguments(new FieldValue.Text("a,b"), "f", "a,b", "a,b"),
        arguments(
            new FieldValue.Decimal(new BigDecimal("1E+3")), "f", "1000", new BigDecimal(1000)),
        arguments(
            new FieldValue.Decimal(new BigDecimal("0.330")), "f", "0.33", new BigDecimal("0.33")),
        arguments(new FieldValue.Flag(true), "f", "1", true),
        arguments(new FieldValue.Flag(false), "f", "0", false),
        arguments(
            new FieldValue.Day(LocalDate.of(2026, 2, 3)),
            "f",
            "2026-02-03",
            LocalDate.of(2026, 2, 3)),
        arguments(new FieldValue.Whole(5), "f", "5", 5L),
        arguments(
            new FieldValue.Moment(Instant.parse("2026-02-03T04:05:06.789Z")),
            "f",
            "2026-02-03 04:05:06",
            Instant.parse("2026-02-03T04:05:06Z")),
        arguments(new FieldValue.Json("{ \"a\": true }"), "f", "{\"a\":true}", Map.of("a", true)),
        arguments(new FieldValue.Reference(7), "f/.id", "7", 7L),
        arguments(new FieldValue.LocalReference(KEY, 7L), "f/.id", "7", 7L),
        arguments(
            new FieldValue.References(List.of(3L, 1L)),
            "f/.id",
            "1,3",
            List.of(List.of(6, 0, Set.of(1L, 3L)))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void value_ofEachType_hasColumnCellAndWrittenForm(
      FieldValue value, String column, String cell, @Nullable Object written) {
    assertThat(Encoding.column("f", value)).isEqualTo(column);
    assertThat(Encoding.cell(value)).isEqualTo(cell);
    assertThat(Encoding.written(value)).isEqualTo(written);
  }

  @Test
  void values_ofThisTest_areOfAllTypes() {
    assertThat(values().<Class<?>>map(each -> each.get()[0].getClass()).distinct())
        .containsExactlyInAnyOrder(FieldValue.class.getPermittedSubclasses());
  }

  @Test
  void localReference_onlyPlanned_isUnlikeAnyOther() {
    FieldValue planned = new FieldValue.LocalReference(KEY, null);
    assertThat(FieldKind.REFERENCE.same(planned, FieldValue.nothing())).isFalse();
    assertThat(FieldKind.REFERENCE.same(planned, new FieldValue.Reference(1))).isFalse();
    assertThatThrownBy(() -> Encoding.written(planned)).hasMessage("teacher/1 is not in Odoo yet");
  }
}
