package io.odoosync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "1st", "_class", "school-class", "teacher ", "a/b", "é", "ſ"})
  void constructor_kindOfAnotherForm_isRefused(String kind) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalKey.of(kind, "1"))
        .withMessageContaining("kind must be a letter followed by letters, digits or underscores")
        .withMessageContaining("'" + kind + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"teacher", "SCHOOL_TEACHER", "schoolTeacher", "t2_", "T"})
  void constructor_kindAsHostsNameThem_isAccepted(String kind) {
    assertThat(LocalKey.of(kind, 1)).hasToString(kind + "/1");
  }

  @Test
  void constructor_longestKind_isAccepted() {
    assertThat(LocalKey.of("k".repeat(40), 1).kind()).hasSize(40);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalKey.of("k".repeat(41), 1))
        .withMessageContaining("at most 40 in all");
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

  @ParameterizedTest
  @ValueSource(strings = {"teacher/42", "T_1/a/b", "stay//", "t/~1 é"})
  void parse_whatToStringWrote_isTheSameKey(String text) {
    LocalKey key = LocalKey.parse(text);
    assertThat(key).hasToString(text).isEqualTo(LocalKey.of(key.kind(), key.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"teacher", "", "/1", "a b/1", "teacher/"})
  void parse_anythingElse_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> LocalKey.parse(text));
  }

  @Test
  void of_uuid_isWrittenInLowerCase() {
    UUID id = UUID.fromString("0B7E1A52-3C4D-4E5F-8A9B-0C1D2E3F4A5B");
    assertThat(LocalKey.of("teacher", id).id()).isEqualTo("0b7e1a52-3c4d-4e5f-8a9b-0c1d2e3f4a5b");
  }

  @Test
  void of_severalValues_joinsThemAsAPath() {
    UUID id = UUID.fromString("0b7e1a52-3c4d-4e5f-8a9b-0c1d2e3f4a5b");
    assertThat(LocalKey.of("line", 4711, "FR")).hasToString("line/4711/FR");
    assertThat(LocalKey.of("line", id, -1L, "a/b~c", BigInteger.TEN).id())
        .isEqualTo("0b7e1a52-3c4d-4e5f-8a9b-0c1d2e3f4a5b/-1/a~1b~0c/10");
  }

  @ParameterizedTest
  @CsvSource({"a, b", "a/b, c", "a, b/c", "/, /", "~, ~", "~1, ~0", "~01, /~0", "a~, /b", "é, 🚀"})
  void parts_compositeKey_givesTheValuesBack(String first, String second) {
    assertThat(LocalKey.of("line", first, second).parts()).containsExactly(first, second);
    assertThat(LocalKey.of("line", first, second, 3).parts()).containsExactly(first, second, "3");
  }

  @Test
  void of_otherValues_giveAnotherKey() {
    assertThat(
            Set.of(
                LocalKey.of("line", "a", "b", "c"),
                LocalKey.of("line", "a/b", "c"),
                LocalKey.of("line", "a", "b/c"),
                LocalKey.of("line", "a~1b", "c"),
                LocalKey.of("line", "a", "b", "c", "c"),
                LocalKey.of("line", "ab", "c")))
        .hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "a~1b", "~", "/", "a//b", "/a", "a~/b", "a~2/b"})
  void parts_idThatIsNotComposite_isTheIdAsItIs(String id) {
    assertThat(LocalKey.of("teacher", id).parts()).containsExactly(id);
  }

  @Test
  void of_valueThatIsNoGoodKey_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalKey.of("line", 1, 2.5))
        .withMessageContaining("text, a whole number or a UUID, but is a java.lang.Double");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalKey.of("line", 1, ""))
        .withMessageContaining("must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalKey.of("line", 1, "x".repeat(199)))
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
