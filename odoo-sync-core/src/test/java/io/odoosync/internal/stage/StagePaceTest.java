package io.odoosync.internal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.report.StageProgress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StagePaceTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** Clocks that are never set may begin anywhere. */
  private static final long START = Long.MAX_VALUE - 5 * SECOND;

  @Test
  void after_nothingDone_leavesTheTimeOpen() {
    StageProgress begun = new StagePace(EntityType.CONTACT, 100, START).after(0, START);

    assertThat(begun).isEqualTo(new StageProgress(EntityType.CONTACT, 0, 100, Duration.ZERO, null));
  }

  @Test
  void after_evenPace_tellsWhatIsLeft() {
    StagePace pace = new StagePace(EntityType.CONTACT, 1_000, START);
    for (int second = 1; second <= 10; second++) {
      StageProgress progress = pace.after(100, START + second * SECOND);

      assertThat(progress.elapsed()).isEqualTo(Duration.ofSeconds(second));
      assertThat(progress.left()).isEqualTo(Duration.ofSeconds(10 - second));
    }
  }

  /** Half of it was there already. */
  @Test
  void after_whatIsDoneWasPassedOver_goesByWhatIsNew() {
    StagePace pace = new StagePace(EntityType.CONTACT, 1_000, START);
    for (int i = 1; i <= 50; i++) {
      pace.after(10, START + i);
    }
    for (int second = 1; second <= 9; second++) {
      pace.after(10, START + second * SECOND);
    }

    StageProgress progress = pace.after(10, START + 10 * SECOND);

    assertThat(progress.done()).isEqualTo(600);
    assertThat(progress.left()).isCloseTo(Duration.ofSeconds(40), Duration.ofMillis(1));
  }

  /** A host that has just been started is slow. */
  @Test
  void after_slowBeginning_isNotTakenForTheRest() {
    StagePace pace = new StagePace(EntityType.CONTACT, 1_000, START);
    pace.after(50, START + 10 * SECOND);

    StageProgress progress = pace.after(50, START + 15 * SECOND);

    assertThat(progress.left()).isEqualTo(Duration.ofSeconds(90));
  }

  /** As on a machine that has other things to do as well. */
  @Test
  void after_paceThatGoesUpAndDown_goesByBoth() {
    StagePace pace = new StagePace(EntityType.CONTACT, 1_000, START);
    long now = START;
    for (int tenth = 1; tenth <= 9; tenth++) {
      now += (tenth % 2 == 0 ? 8 : 12) * SECOND;
      StageProgress progress = pace.after(100, now);

      if (tenth >= 4) {
        assertThat(progress.left()).isEqualTo(Duration.ofSeconds(100L - 10L * tenth));
      }
    }
  }

  /** Nothing that comes on top of what the source gave makes more of it than there is. */
  @Test
  void after_moreThanThereIs_isAll() {
    StageProgress progress = new StagePace(EntityType.CONTACT, 10, START).after(11, START + SECOND);

    assertThat(progress.done()).isEqualTo(10);
    assertThat(progress.left()).isEqualTo(Duration.ZERO);
  }
}
