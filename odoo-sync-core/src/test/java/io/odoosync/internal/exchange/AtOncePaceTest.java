package io.odoosync.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.CallObserver.Attempt;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AtOncePaceTest {

  @Test
  void slower_halvesDownToOne() {
    AtOncePace four = AtOncePace.upTo(4);

    assertThat(four.limit()).isEqualTo(4);
    assertThat(four.slower().limit()).isEqualTo(2);
    assertThat(four.slower().slower().limit()).isEqualTo(1);
    assertThat(four.slower().slower().slower().limit()).isEqualTo(1);
  }

  @Test
  void faster_afterEnoughCalls_isOneMoreUpToTheMaximum() {
    AtOncePace one = AtOncePace.upTo(3).slower().slower();

    assertThat(after(one, AtOncePace.CALLS_TO_TRUST - 1).limit()).isEqualTo(1);
    assertThat(after(one, AtOncePace.CALLS_TO_TRUST).limit()).isEqualTo(2);
    assertThat(after(one, 2 * AtOncePace.CALLS_TO_TRUST).limit()).isEqualTo(3);
    assertThat(after(one, 9 * AtOncePace.CALLS_TO_TRUST).limit()).isEqualTo(3);
  }

  @Test
  void slower_inBetween_beginsToCountAnew() {
    AtOncePace nearly = after(AtOncePace.upTo(4).slower(), AtOncePace.CALLS_TO_TRUST - 1);

    assertThat(nearly.slower().faster().limit()).isEqualTo(1);
  }

  @Test
  void isSlow_byTheFastestCallLikeIt() {
    CallTimes times = new CallTimes();

    assertThat(times.isSlow(call("load", 1_000, 300))).isFalse();
    assertThat(times.isSlow(call("load", 1_000, 800))).isFalse();
    assertThat(times.isSlow(call("load", 1_000, 899))).isFalse();
    assertThat(times.isSlow(call("load", 1_000, 901))).isTrue();
    assertThat(times.isSlow(call("load", 64_000, 901))).isFalse();
    assertThat(times.isSlow(call("write", 1_000, 901))).isFalse();
  }

  @Test
  void isSlow_quickCalls_differByLittle() {
    CallTimes times = new CallTimes();

    assertThat(times.isSlow(call("read", 100, 10))).isFalse();
    assertThat(times.isSlow(call("read", 100, 510))).isFalse();
    assertThat(times.isSlow(call("read", 100, 511))).isTrue();
  }

  @Test
  void isSlow_beyondTenSeconds_alsoTheFirst() {
    assertThat(new CallTimes().isSlow(call("load", 1_000, 10_001))).isTrue();
  }

  private static AtOncePace after(AtOncePace pace, int calls) {
    return Stream.iterate(pace, AtOncePace::faster).skip(calls).findFirst().orElseThrow();
  }

  private static Attempt call(String method, long bytes, long millis) {
    return new Attempt("res.partner", method, 1, Duration.ofMillis(millis), bytes, 0, null, null);
  }
}
