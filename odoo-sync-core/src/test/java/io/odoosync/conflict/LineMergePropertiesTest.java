package io.odoosync.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of merging any three texts. */
class LineMergePropertiesTest {

  @Property
  void merge_sidesSwapped_isTheSame(
      @ForAll("texts") String base, @ForAll("texts") String one, @ForAll("texts") String other) {
    assertThat(LineMerge.merge(base, one, other)).isEqualTo(LineMerge.merge(base, other, one));
  }

  @Property
  void merge_oneSideUnchanged_isTheOther(
      @ForAll("texts") String base, @ForAll("texts") String changed) {
    assertThat(LineMerge.merge(base, base, changed)).hasValue(changed);
  }

  @Property
  void merge_bothTheSame_isThat(@ForAll("texts") String base, @ForAll("texts") String changed) {
    assertThat(LineMerge.merge(base, changed, changed)).hasValue(changed);
  }

  @Property
  void merge_changesAtBothEnds_keepsBoth(
      @ForAll("texts") String middle, @ForAll("words") String top, @ForAll("words") String end) {
    String base = "#\n" + middle + "\n#";
    assertThat(LineMerge.merge(base, top + "\n" + base, base + "\n" + end))
        .hasValue(top + "\n" + base + "\n" + end);
  }

  @Provide
  Arbitrary<String> texts() {
    return words().list().ofMaxSize(8).map(lines -> String.join("\n", lines));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of("a", "b", "c", "");
  }
}
