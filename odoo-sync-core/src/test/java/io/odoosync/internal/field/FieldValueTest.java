package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldValueTest {

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(new FieldValue.Absent(), "f", "", null),
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
        arguments(new FieldValue.Reference(7), "f/.id", "7", 7L),
        arguments(
            new FieldValue.References(List.of(3L, 1L)),
            "f/.id",
            "3,1",
            List.of(List.of(6, 0, List.of(3L, 1L)))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void value_ofEachType_hasColumnCellAndWrittenForm(
      FieldValue value, String column, String cell, @Nullable Object written) {
    assertThat(value.column("f")).isEqualTo(column);
    assertThat(value.cell()).isEqualTo(cell);
    assertThat(value.written()).isEqualTo(written);
  }

  @Test
  void decimal_sameAmountOfAnotherScale_isEqual() {
    assertThat(new FieldValue.Decimal(new BigDecimal("10.00")))
        .isEqualTo(new FieldValue.Decimal(BigDecimal.TEN));
  }
}
