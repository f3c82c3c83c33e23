package io.odoosync.internal.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeenRowsTest {

  private static final Instant WRITTEN = Instant.parse("2026-11-02T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
  private static final long US = 6;
  private static final long PERSON = 7;

  private static SeenRows after(SeenRows before, long seconds) {
    return new SeenRows(before.text(), NOW.plusSeconds(seconds));
  }

  private static boolean isNews(SeenRows seen, Instant written, long writer) {
    return seen.isNews(40, written, writer, writer == US);
  }

  @Test
  void isNews_ourOwnWrite_onceOnly() {
    SeenRows first = new SeenRows(null, NOW);

    assertThat(isNews(first, WRITTEN, US)).isTrue();
    assertThat(isNews(after(first, 0), WRITTEN, US)).isFalse();
  }

  @Test
  void isNews_anothersWrite_againUntilItsSecondIsOver() {
    SeenRows first = new SeenRows(null, NOW);
    assertThat(isNews(first, WRITTEN, PERSON)).isTrue();
    SeenRows second = after(first, 1);
    assertThat(isNews(second, WRITTEN, PERSON)).isTrue();
    SeenRows third = after(second, 3);
    assertThat(isNews(third, WRITTEN, PERSON)).isTrue();

    assertThat(isNews(after(third, 4), WRITTEN, PERSON)).isFalse();
  }

  @Test
  void isNews_anotherTimeOrWriter_yes() {
    SeenRows first = new SeenRows(null, NOW);
    isNews(first, WRITTEN, US);

    assertThat(isNews(after(first, 9), WRITTEN.minusSeconds(60), US)).isTrue();
    assertThat(isNews(after(first, 9), WRITTEN, PERSON)).isTrue();
  }

  @Test
  void text_writeThatIsListedNoMore_isForgotten() {
    SeenRows first = new SeenRows(null, NOW);
    isNews(first, WRITTEN, US);

    assertThat(after(first, 9).text()).isEmpty();
  }
}
