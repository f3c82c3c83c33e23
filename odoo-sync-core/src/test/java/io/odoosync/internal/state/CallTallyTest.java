package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.CallObserver.Attempt;
import io.odoosync.report.Traffic;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallTallyTest {

  private final CallTally tally = new CallTally();

  private void attempt(int number, long sent, long received) {
    tally.onAttempt(
        new Attempt("res.partner", "read", number, Duration.ZERO, sent, received, null));
  }

  @Test
  void traffic_attempts_areCallsAndRetriesWithAllTheirBytes() {
    attempt(1, 100, 10);
    attempt(2, 100, 0);
    attempt(3, 100, 20);
    attempt(1, 5, 1);
    assertThat(tally.traffic())
        .isEqualTo(Traffic.builder().calls(2).retries(2).bytesSent(305).bytesReceived(31).build());
    assertThat(tally.retries()).isEqualTo(2);
  }
}
