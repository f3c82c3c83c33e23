package io.odoosync.conflict;

import static io.odoosync.testing.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testing.Gen;
import org.junit.jupiter.api.Test;

/** What must hold of merging any three texts. */
class LineMergePropertiesTest {

  private static final Gen<String> WORDS = Gen.of("a", "b", "c", "");
  private static final Gen<String> TEXTS = WORDS.list(0, 8).map(lines -> String.join("\n", lines));

  @Test
  void merge_sidesSwapped_isTheSame() {
    forAll(
        TEXTS,
        TEXTS,
        TEXTS,
        (base, one, other) ->
            assertThat(LineMerge.merge(base, one, other))
                .isEqualTo(LineMerge.merge(base, other, one)));
  }

  @Test
  void merge_oneSideUnchanged_isTheOther() {
    forAll(
        TEXTS,
        TEXTS,
        (base, changed) -> assertThat(LineMerge.merge(base, base, changed)).hasValue(changed));
  }

  @Test
  void merge_bothTheSame_isThat() {
    forAll(
        TEXTS,
        TEXTS,
        (base, changed) -> assertThat(LineMerge.merge(base, changed, changed)).hasValue(changed));
  }

  @Test
  void merge_changesAtBothEnds_keepsBoth() {
    forAll(
        TEXTS,
        WORDS,
        WORDS,
        (middle, top, end) -> {
          String base = "#\n" + middle + "\n#";
          assertThat(LineMerge.merge(base, top + "\n" + base, base + "\n" + end))
              .hasValue(top + "\n" + base + "\n" + end);
        });
  }
}
