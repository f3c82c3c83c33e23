package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final LocalKey SEEN = LocalKey.of("guest", 1);
  private static final LocalKey OTHER = LocalKey.of("guest", 2);
  private static final Failure WHY = Failure.of(FailureCause.HOST_FAULT, "no connection");

  private final Coverage coverage = new Coverage();

  @Test
  void admits_noFailure_all() {
    coverage.add(SEEN);
    assertThat(coverage.admits(OTHER)).isTrue();
    assertThat(coverage.admitsNone()).isFalse();
  }

  @Test
  void admits_failedHalfway_whatWasSeen() {
    coverage.add(SEEN);
    coverage.endsBy(new StageFailedException(WHY, null));
    assertThat(coverage.admits(SEEN)).isTrue();
    assertThat(coverage.admits(OTHER)).isFalse();
    assertThat(coverage.admitsNone()).isFalse();
    assertThat(coverage.failed().failure()).isEqualTo(WHY);
  }

  @Test
  void admits_failedAtOnceOrClosed_none() {
    coverage.endsBy(new StageFailedException(WHY, null));
    assertThat(coverage.admitsNone()).isTrue();
    coverage.add(SEEN);
    coverage.close(new StageFailedException(Failure.of(FailureCause.HOST_FAULT, "later"), null));
    assertThat(coverage.admits(SEEN)).isFalse();
    assertThat(coverage.admitsNone()).isTrue();
    assertThat(coverage.failure()).isEqualTo(WHY);
  }
}
