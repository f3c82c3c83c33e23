package io.odoosync.verification.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

  private static final int SERVERS = 8;
  private static final List<Integer> CASES = IntStream.range(0, 500).boxed().toList();

  @Test
  void of_allSharesTogether_isEachCaseOnce() {
    for (int server = 0; server < SERVERS; server++) {
      int of = server;
      List<Integer> tried =
          Stream.of("1/96", "2-12/96", "13-96/96")
              .flatMap(share -> Share.parse(share).of(CASES, of, SERVERS).stream())
              .toList();

      assertThat(tried).containsExactlyInAnyOrderElementsOf(CASES);
    }
  }

  @Test
  void of_quickShare_triesOtherCasesOnEachServer() {
    Set<Integer> tried = new HashSet<>();
    int inAll = 0;
    for (int server = 0; server < SERVERS; server++) {
      List<Integer> share = Share.parse("1/96").of(CASES, server, SERVERS);
      inAll += share.size();
      tried.addAll(share);
    }

    assertThat(tried).hasSize(inAll);
  }

  @Test
  void of_all_isAll() {
    assertThat(Share.ALL.of(CASES, 1, SERVERS)).isEqualTo(CASES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HALF", "0/96", "3-2/96", "5/4"})
  void parse_noShare_isRefused(String text) {
    assertThatThrownBy(() -> Share.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share");
  }
}
