package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.CallObserver.Attempt;
import io.odoosync.report.MethodCalls;
import io.odoosync.report.Traffic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTallyTest {

  private final CallTally tally = new CallTally();

  private void attempt(int number, long sent, long received) {
    tally.onAttempt(
        new Attempt("res.partner", "read", number, Duration.ZERO, sent, received, null, null));
  }

  @Test
  void traffic_attempts_areCallsAndRetriesWithAllTheirBytes() {
    attempt(1, 100, 10);
    attempt(2, 100, 0);
    attempt(3, 100, 20);
    attempt(1, 5, 1);
    assertThat(tally.traffic())
        .isEqualTo(
            Traffic.builder()
                .calls(2)
                .retries(2)
                .bytesSent(305)
                .bytesReceived(31)
                .methods(List.of(reads(2, 2, Duration.ZERO, Duration.ZERO)))
                .build());
    assertThat(tally.retries()).isEqualTo(2);
  }

  private static MethodCalls reads(long calls, long retries, Duration total, Duration longest) {
    return new MethodCalls("res.partner", "read", calls, retries, total, longest);
  }

  @Test
  void traffic_methods_haveTheirTimeInAllAndTheLongest_slowestFirst() {
    call("res.partner", "read", 30);
    call("res.partner", "load", 100);
    call("res.partner", "read", 80);
    call("res.partner", "read", 20);

    assertThat(tally.traffic().methods())
        .containsExactly(
            reads(3, 0, Duration.ofMillis(130), Duration.ofMillis(80)),
            new MethodCalls(
                "res.partner", "load", 1, 0, Duration.ofMillis(100), Duration.ofMillis(100)));
  }

  @Test
  void traffic_moreMethodsThanAreListed_dropsThoseThatTookLeast() {
    for (int i = 1; i <= Traffic.MAX_METHODS + 3; i++) {
      call("model." + i, "read", i);
    }
    assertThat(tally.traffic().methods())
        .hasSize(Traffic.MAX_METHODS)
        .extracting(MethodCalls::model)
        .startsWith("model.13")
        .endsWith("model.4");
    assertThat(tally.traffic().calls()).isEqualTo(13);
  }

  private void call(String model, String method, long millis) {
    tally.onAttempt(new Attempt(model, method, 1, Duration.ofMillis(millis), 1, 1, null, null));
  }
}
