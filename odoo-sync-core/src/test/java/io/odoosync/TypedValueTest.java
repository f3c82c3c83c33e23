package io.odoosync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypedValueTest {

  @Test
  void of_sameNumberOfAnotherType_isEqual() {
    assertThat(TypedValue.of(5)).isEqualTo(TypedValue.of(5L));
    assertThat(TypedValue.of(new BigDecimal("10.00"))).isEqualTo(TypedValue.of(BigDecimal.TEN));
  }

  @Test
  void of_otherType_isRefusedByName() {
    assertThatThrownBy(() -> TypedValue.of(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but is a java.lang.Object");
    assertThatThrownBy(() -> TypedValue.of(1.5)).hasMessageEndingWith("but is a java.lang.Double");
    assertThatThrownBy(() -> TypedValue.of(List.of("a")))
        .hasMessageEndingWith("but is a collection of something else");
  }

  @Test
  void accessors_ofTheirType_giveTheValue() {
    assertThat(TypedValue.of("a").text()).hasValue("a");
    assertThat(TypedValue.of(5).number()).hasValue(BigDecimal.valueOf(5));
    assertThat(TypedValue.of(new BigDecimal("1.5")).number()).hasValue(new BigDecimal("1.5"));
    assertThat(TypedValue.of(true).flag()).hasValue(true);
    assertThat(TypedValue.of(LocalDate.EPOCH).day()).hasValue(LocalDate.EPOCH);
    assertThat(TypedValue.of(Instant.EPOCH).moment()).hasValue(Instant.EPOCH);
  }

  @Test
  void accessors_ofAnotherType_giveNothing() {
    assertThat(TypedValue.of(5).text()).isEmpty();
    assertThat(TypedValue.NOTHING.number()).isEmpty();
    assertThat(TypedValue.NOTHING.isNothing()).isTrue();
    assertThat(TypedValue.of("").isNothing()).isFalse();
  }

  @Test
  void toString_ofEachType_isForAPerson() {
    assertThat(TypedValue.NOTHING).hasToString("nothing");
    assertThat(TypedValue.of("a")).hasToString("'a'");
    assertThat(TypedValue.of(new BigDecimal("1E+3"))).hasToString("1000");
    assertThat(TypedValue.of(Set.of(3))).hasToString("[3]");
  }
}
