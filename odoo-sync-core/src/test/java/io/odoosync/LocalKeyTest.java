package io.odoosync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "Teacher", "1st", "school_class", "teacher ", "é"})
  void constructor_kindOfAnotherForm_isRefused(String kind) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalKey.of(kind, "1"))
        .withMessageContaining("kind must be a lower-case letter")
        .withMessageContaining("'" + kind + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "\u0000", "\uD83D", "a\u009Fb"})
  void constructor_unusableId_isRefused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalKey.of("teacher", id))
        .withMessageContaining("id of a teacher");
  }

  @Test
  void constructor_longestId_isAccepted() {
    assertThat(LocalKey.of("teacher", "x".repeat(200)).id()).hasSize(200);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalKey.of("teacher", "x".repeat(201)))
        .withMessageContaining("1 to 200 characters, but has 201");
  }

  @Test
  void compareTo_severalKeys_ordersByKindThenId() {
    LocalKey guest2 = LocalKey.of("guest", 2);
    LocalKey guest10 = LocalKey.of("guest", 10);
    LocalKey teacher1 = LocalKey.of("teacher", 1);
    assertThat(new TreeSet<>(List.of(teacher1, guest2, guest10)))
        .containsExactly(guest10, guest2, teacher1);
  }

  @Test
  void toString_anyKey_isKindAndId() {
    assertThat(LocalKey.of("teacher", 42)).hasToString("teacher/42");
  }
}
