package io.odoosync.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineMergeTest {

  @Test
  void merge_changesApart_takesBoth() {
    assertThat(LineMerge.merge("a\nb\nc", "A\nb\nc", "a\nb\nC")).hasValue("A\nb\nC");
  }

  @Test
  void merge_insertedAndDeleted_takesBoth() {
    assertThat(LineMerge.merge("a\nb\nc", "new\na\nb\nc", "a\nb")).hasValue("new\na\nb");
  }

  @Test
  void merge_sameChange_takesItOnce() {
    assertThat(LineMerge.merge("a\nb\nc", "A\nb\nc", "A\nb\nC")).hasValue("A\nb\nC");
  }

  @Test
  void merge_sameLine_isRefused() {
    assertThat(LineMerge.merge("a\nb\nc", "a\nB\nc", "a\nbb\nc")).isEmpty();
  }

  @Test
  void merge_neighbouringLines_isRefused() {
    assertThat(LineMerge.merge("a\nb\nc", "A\nb\nc", "a\nB\nc")).isEmpty();
  }

  @Test
  void merge_bothInsertedAtOnePlace_isRefused() {
    assertThat(LineMerge.merge("a\nb", "a\nx\nb", "a\ny\nb")).isEmpty();
  }

  @Test
  void merge_oneLine_isRefused() {
    assertThat(LineMerge.merge("Anne", "Anna", "Anne M.")).isEmpty();
  }

  @Test
  void merge_otherLineEnds_areNoChange() {
    assertThat(LineMerge.merge("a\nb\nc", "a\r\nb\r\nC", "A\nb\nc")).hasValue("A\nb\nC");
  }

  @Test
  void merge_endlessText_isRefused() {
    String endless = "a\n".repeat(100_000);
    assertThat(LineMerge.merge(endless, endless + "b", "b" + endless)).isEmpty();
    assertThat(LineMerge.merge("x", endless, "y\nx")).isEmpty();
  }
}
