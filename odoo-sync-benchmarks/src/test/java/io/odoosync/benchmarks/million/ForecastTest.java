package io.odoosync.benchmarks.million;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.report.StageProgress;
import io.odoosync.report.StageReport;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The worst of what was told counts. */
class ForecastTest {

  private final Forecast forecast = new Forecast();

  private void tell(long done, int elapsed, @Nullable Integer left) {
    forecast.onProgress(
        new StageProgress(
            EntityType.CONTACT,
            done,
            100,
            Duration.ofSeconds(elapsed),
            left == null ? null : Duration.ofSeconds(left)));
  }

  private long ends(int seconds) {
    forecast.onStageFinished(
        StageReport.builder(EntityType.CONTACT).duration(Duration.ofSeconds(seconds)).build());
    return forecast.percentOff();
  }

  @Test
  void percentOff_toldTooLittleAndTooMuch_isTheWorse() {
    tell(0, 0, null);
    tell(9, 1, 900);
    tell(10, 2, 88);
    tell(50, 50, 70);
    tell(100, 100, 0);

    assertThat(ends(100)).isEqualTo(20);
  }

  @Test
  void percentOff_nextStage_beginsAnew() {
    tell(50, 50, 500);
    ends(100);
    tell(0, 0, null);
    tell(50, 5, 4);

    assertThat(ends(10)).isEqualTo(10);
  }
}
