package io.odoosync.internal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PagePaceTest {

  private static final Duration AT_ONCE = Duration.ofMillis(300);
  private static final int SMALL_ANSWER = 500_000;

  private final PagePace first = PagePace.over(200);

  @Test
  void after_quickAndSmall_doublesUpToTheMost() {
    PagePace second = first.after(AT_ONCE, first.size(), SMALL_ANSWER);

    assertThat(second.size()).isEqualTo(2 * PagePace.FIRST);
    assertThat(second.after(AT_ONCE, second.size(), SMALL_ANSWER).size()).isEqualTo(PagePace.MOST);
  }

  @Test
  void after_neitherQuickNorSlow_stays() {
    assertThat(first.after(Duration.ofSeconds(6), first.size(), SMALL_ANSWER)).isEqualTo(first);
  }

  @Test
  void after_slow_halves() {
    assertThat(first.after(Duration.ofSeconds(11), first.size(), SMALL_ANSWER).size())
        .isEqualTo(PagePace.FIRST / 2);
  }

  @Test
  void after_largeRecords_asManyAsFit() {
    long each = 10_000;

    PagePace next = first.after(AT_ONCE, first.size(), each * first.size());

    assertThat(next.size() * each).isLessThanOrEqualTo(PagePace.MOST_BYTES);
    assertThat(next.size()).isEqualTo((int) (PagePace.MOST_BYTES / each));
  }

  @Test
  void after_recordsThatAreLargerThanAnAnswerIsMeantToBe_oneByOne() {
    assertThat(first.after(AT_ONCE, 1, 2 * PagePace.MOST_BYTES).size()).isEqualTo(1);
  }

  @Test
  void slower_one_staysOne() {
    assertThat(new PagePace(1, PagePace.MOST, PagePace.MOST_BYTES).slower().size()).isEqualTo(1);
    assertThat(first.slower().size()).isEqualTo(PagePace.FIRST / 2);
  }

  @Test
  void over_smallHeap_pagesAreSmaller() {
    PagePace small = PagePace.over(200, 64 * 1024 * 1024);

    assertThat(small.size()).isEqualTo(512);
    assertThat(small.after(AT_ONCE, small.size(), 512L * small.size()).size()).isEqualTo(512);
    assertThat(small.after(AT_ONCE, small.size(), 4_096L * small.size()).size()).isEqualTo(64);
  }

  @Test
  void over_smallBatches_areNeverExceeded() {
    PagePace small = PagePace.over(20);

    assertThat(small.size()).isEqualTo(20);
    assertThat(small.after(AT_ONCE, 20, SMALL_ANSWER / 100).size()).isEqualTo(20);
  }
}
