package io.odoosync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldValueTest {

  private static final LocalKey KEY = LocalKey.of("teacher", 1);
  private static final Instant MOMENT = Instant.parse("2026-11-25T10:00:05Z");

  /** Each type of value: the value, the Java object, what a person reads. */
  static Stream<Arguments> values() {
    return Stream.of(
        arguments(FieldValue.nothing(), null, "nothing"),
        arguments(new FieldValue.Text("a"), "a", "'a'"),
        arguments(new FieldValue.Whole(5), 5L, "5"),
        arguments(new FieldValue.Decimal(new BigDecimal("1E+3")), new BigDecimal("1000"), "1000"),
        arguments(new FieldValue.Flag(true), true, "true"),
        arguments(new FieldValue.Day(LocalDate.EPOCH), LocalDate.EPOCH, "1970-01-01"),
        arguments(new FieldValue.Moment(MOMENT), MOMENT, "2026-11-25T10:00:05Z"),
        arguments(new FieldValue.Reference(7), 7L, "7"),
        arguments(new FieldValue.LocalReference(KEY, 7L), 7L, "7 (teacher/1)"),
        arguments(new FieldValue.LocalReference(KEY, null), null, "teacher/1"),
        arguments(
            new FieldValue.Json("{ \"b\": [\"x\"], \"a\": true }"),
            Map.of("a", true, "b", List.of("x")),
            "{\"a\":true,\"b\":[\"x\"]}"),
        arguments(new FieldValue.References(List.of(3L, 1L)), Set.of(1L, 3L), "[1, 3]"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void orNull_ofEachType_isTheObject(FieldValue value, @Nullable Object object, String words) {
    assertThat(value.orNull()).isEqualTo(object);
  }

  @ParameterizedTest
  @MethodSource("values")
  void toString_ofEachType_isForAPerson(FieldValue value, @Nullable Object object, String words) {
    assertThat(value).hasToString(words);
  }

  @ParameterizedTest
  @MethodSource("values")
  void of_object_isTheValueUnlessItIsARecord(FieldValue value, @Nullable Object object) {
    boolean record = value instanceof FieldValue.Reference;
    boolean local = value instanceof FieldValue.LocalReference;
    if (!record && !local) {
      assertThat(FieldValue.of(object)).isEqualTo(value);
    }
    assertThat(FieldValue.of(value)).isSameAs(value);
  }

  @Test
  void values_ofThisTest_areOfAllTypes() {
    assertThat(values().<Class<?>>map(each -> each.get()[0].getClass()).distinct())
        .containsExactlyInAnyOrder(FieldValue.class.getPermittedSubclasses());
  }

  @Test
  void equals_writtenOtherwise_isEqual() {
    assertThat(FieldValue.of(5)).isEqualTo(FieldValue.of(5L));
    assertThat(FieldValue.of(new BigDecimal("1.0"))).isEqualTo(FieldValue.of(BigDecimal.ONE));
    assertThat(FieldValue.of(MOMENT.plusMillis(789))).isEqualTo(FieldValue.of(MOMENT));
    assertThat(FieldValue.of(List.of(3, 1, 3))).isEqualTo(FieldValue.of(Set.of(1L, 3L)));
    assertThat(FieldValue.of(List.of(3, 1, 3))).hasSameHashCodeAs(FieldValue.of(Set.of(1L, 3L)));
  }

  @Test
  void references_inAnyOrder_areSortedAndCopied() {
    Set<Long> ids = new LinkedHashSet<>(List.of(20L, 3L));
    FieldValue value = new FieldValue.References(ids);
    ids.clear();
    assertThat(value.references()).containsExactly(3L, 20L);
  }

  @Test
  void of_otherType_isRefusedByName() {
    assertThatThrownBy(() -> FieldValue.of(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but is or holds a java.lang.Object");
    assertThatThrownBy(() -> FieldValue.of(1.5)).hasMessageEndingWith("a java.lang.Double");
    assertThatThrownBy(() -> FieldValue.of(List.of("a")))
        .hasMessageEndingWith("a java.lang.String");
    assertThatThrownBy(() -> FieldValue.of(Arrays.asList(1L, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but is or holds null");
  }

  @Test
  void accessors_ofTheirType_giveTheValue() {
    assertThat(FieldValue.of("a").text()).hasValue("a");
    assertThat(FieldValue.of(5).number()).hasValue(BigDecimal.valueOf(5));
    assertThat(FieldValue.of(new BigDecimal("1.5")).number()).hasValue(new BigDecimal("1.5"));
    assertThat(FieldValue.of(true).flag()).hasValue(true);
    assertThat(FieldValue.of(LocalDate.EPOCH).day()).hasValue(LocalDate.EPOCH);
    assertThat(FieldValue.of(MOMENT).moment()).hasValue(MOMENT);
    assertThat(FieldValue.referenceTo(7L).reference()).hasValue(7L);
    assertThat(new FieldValue.LocalReference(KEY, 7L).reference()).hasValue(7L);
    assertThat(FieldValue.of(List.of(7)).references()).containsExactly(7L);
  }

  @Test
  void accessors_ofAnotherType_giveNothing() {
    assertThat(FieldValue.of(5).text()).isEmpty();
    assertThat(FieldValue.of(5).reference()).isEmpty();
    assertThat(FieldValue.of(5).references()).isEmpty();
    assertThat(FieldValue.nothing().number()).isEmpty();
    assertThat(new FieldValue.LocalReference(KEY, null).reference()).isEmpty();
  }

  @Test
  void isNothing_onlyOfNothing() {
    assertThat(FieldValue.of(null).isNothing()).isTrue();
    assertThat(FieldValue.referenceTo(null).isNothing()).isTrue();
    assertThat(FieldValue.of("").isNothing()).isFalse();
    assertThat(FieldValue.of(List.of()).isNothing()).isFalse();
    assertThat(new FieldValue.LocalReference(KEY, null).isNothing()).isFalse();
  }
}
