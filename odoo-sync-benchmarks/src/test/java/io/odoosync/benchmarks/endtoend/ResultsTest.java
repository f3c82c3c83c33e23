package io.odoosync.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.benchmarks.endtoend.Contender.Sort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private static final Scenario SCENARIO = Scenario.LEADS_CREATED;
  private static final Contender ENGINE = contender("engine", Sort.ENGINE);
  private static final Contender SLOW = contender("slow", Sort.BY_HAND);
  private static final Contender FAST = contender("fast", Sort.BY_HAND);
  private static final Contender UNREAD = contender("unread", Sort.BY_HAND_UNREAD);

  private final List<Sample> samples = new ArrayList<>();

  private static Contender contender(String name, Sort sort) {
    return new Contender(
        name,
        sort,
        (mark, sizes) -> {
          throw new IllegalStateException(mark);
        });
  }

  private void took(Contender contender, int... milliseconds) {
    for (int i = 0; i < milliseconds.length; i++) {
      Duration time = Duration.ofMillis(milliseconds[i]);
      samples.add(new Sample(SCENARIO, contender.name(), i + 1, 100, time, 3));
    }
  }

  private Results results() {
    return new Results(List.of(ENGINE, SLOW, FAST, UNREAD), samples);
  }

  @Test
  void median_ofAnEvenNumber_isTheMeanOfTheMiddle() {
    assertThat(Median.of(List.of(9.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    assertThat(Median.of(List.of(9.0, 1.0, 3.0))).isEqualTo(3.0);
    assertThatThrownBy(() -> Median.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void percentile_ofAHundred_isTheLastButOne() {
    List<Double> figures = IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();
    assertThat(Median.percentile(99, figures)).isEqualTo(99.0);
    assertThat(Median.percentile(99, List.of(5.0))).isEqualTo(5.0);
  }

  @Test
  void bestByHand_fasterOneNotReadBack_isTheFastestThatReadsBack() {
    took(SLOW, 500);
    took(FAST, 400);
    took(UNREAD, 100);
    assertThat(results().bestByHand(SCENARIO)).contains(FAST);
    assertThat(results().bestByHand(Scenario.LEADS_WON)).isEmpty();
  }

  @Test
  void ratio_aDisturbedRepetition_isOfTheSameRepetition() {
    took(ENGINE, 200, 2_000, 200);
    took(FAST, 100, 1_000, 100);
    assertThat(results().ratio(ENGINE, FAST, SCENARIO)).hasValue(0.5);
    assertThat(results().rate(ENGINE, SCENARIO)).hasValue(500);
  }

  @Test
  void tables_missingFigures_haveDashes() {
    took(ENGINE, 200);
    took(FAST, 100);
    MarkdownTables tables = new MarkdownTables(results());
    assertThat(tables.ratios())
        .contains("| leads created | 0.50 | fast |", "| leads won | – | – |");
    assertThat(tables.rates()).contains("| leads created | 500 | – | 1000 | – |");
    assertThat(tables.calls()).contains("| leads created | 3 | – | 3 | – |");
  }

  @Test
  void json_hasEachSampleAndTheCircumstances() {
    took(FAST, 100);
    assertThat(ResultsJson.of(results(), Map.of("command", "x")))
        .contains("\"command\" : \"x\"", "\"seconds\" : 0.1", "\"rate\" : 1000.0");
  }

  @Test
  void sizes_moreLeadsThanContacts_areRefused() {
    assertThatThrownBy(() -> new Sizes(2, 3, 2, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
