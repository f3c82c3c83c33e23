package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DomainTest {

  private static final Domain A = Domain.field("a").isEqualTo(1);
  private static final Domain B = Domain.field("b").isEqualTo(2);
  private static final Domain C = Domain.field("c").isEqualTo(3);

  @ParameterizedTest
  @MethodSource
  void toString_comparison_isOneLeaf(Domain domain, String json) {
    assertThat(domain).hasToString(json);
  }

  static Stream<Arguments> toString_comparison_isOneLeaf() {
    Domain.Field field = Domain.field("f");
    return Stream.of(
        Arguments.of(field.isEqualTo("x"), "[[\"f\",\"=\",\"x\"]]"),
        Arguments.of(field.isEqualTo(null), "[[\"f\",\"=\",false]]"),
        Arguments.of(field.isNotEqualTo(null), "[[\"f\",\"!=\",false]]"),
        Arguments.of(field.isIn(List.of(1L, 2L)), "[[\"f\",\"in\",[1,2]]]"),
        Arguments.of(field.isIn(List.of()), "[[\"f\",\"in\",[]]]"),
        Arguments.of(field.isNotIn(List.of("x")), "[[\"f\",\"not in\",[\"x\"]]]"),
        Arguments.of(field.isLessThan(1), "[[\"f\",\"<\",1]]"),
        Arguments.of(field.isAtMost(1), "[[\"f\",\"<=\",1]]"),
        Arguments.of(
            field.isGreaterThan(LocalDate.of(2026, 1, 2)), "[[\"f\",\">\",\"2026-01-02\"]]"),
        Arguments.of(
            field.isAtLeast(Instant.parse("2026-01-02T03:04:05.678Z")),
            "[[\"f\",\">=\",\"2026-01-02 03:04:05\"]]"),
        Arguments.of(field.contains("x"), "[[\"f\",\"ilike\",\"x\"]]"),
        Arguments.of(field.equalsIgnoringCase("x"), "[[\"f\",\"=ilike\",\"x\"]]"));
  }

  @Test
  void and_twoConditions_putsTheOperatorFirst() {
    assertThat(A.and(B)).hasToString("[\"&\",[\"a\",\"=\",1],[\"b\",\"=\",2]]");
  }

  @Test
  void or_conjunctionWithin_keepsTheGrouping() {
    assertThat(A.and(B).or(C))
        .hasToString("[\"|\",\"&\",[\"a\",\"=\",1],[\"b\",\"=\",2],[\"c\",\"=\",3]]");
    assertThat(A.and(B.or(C)))
        .hasToString("[\"&\",[\"a\",\"=\",1],\"|\",[\"b\",\"=\",2],[\"c\",\"=\",3]]");
  }

  @Test
  void negated_disjunction_negatesTheWhole() {
    assertThat(A.or(B).negated()).hasToString("[\"!\",\"|\",[\"a\",\"=\",1],[\"b\",\"=\",2]]");
  }

  @Test
  void all_combined_isNeutralInAndAbsorbingInOr() {
    assertThat(Domain.all()).hasToString("[]");
    assertThat(Domain.all().and(A)).isEqualTo(A);
    assertThat(A.and(Domain.all())).isEqualTo(A);
    assertThat(Domain.all().or(A)).isEqualTo(Domain.all());
    assertThat(A.or(Domain.all())).isEqualTo(Domain.all());
  }

  @Test
  void negated_all_isRefused() {
    assertThatThrownBy(() -> Domain.all().negated()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void field_blankName_isRefused() {
    assertThatThrownBy(() -> Domain.field(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name of a field must not be blank");
  }

  @Test
  void equals_sameTerms_holds() {
    Domain same = Domain.field("a").isEqualTo(1L);
    assertThat(A).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(B);
  }

  @Test
  void toValue_condition_isAListInPrefixNotation() {
    assertThat(A.toValue()).isEqualTo(OdooValue.of(List.of(List.of("a", "=", 1))));
  }

  @Test
  void toString_manyValues_isCut() {
    Domain many = Domain.field("id").isIn(Collections.nCopies(10_000, 7));
    assertThat(many.toString()).startsWith("[[\"id\",\"in\",[7,7,").endsWith("…").hasSize(501);
  }
}
