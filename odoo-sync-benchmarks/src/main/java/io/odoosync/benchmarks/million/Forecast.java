package io.odoosync.benchmarks.million;

import io.odoosync.report.StageProgress;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncListener;
import java.time.Duration;

/** Holds what a listener was told of the time left, from the first tenth on, against the end. */
final class Forecast implements SyncListener {

  private static final long PERCENT = 100;
  private static final int PARTS = 10;

  private Duration shortest = Duration.ZERO;
  private Duration longest = Duration.ZERO;
  private long off;

  @Override
  public void onProgress(StageProgress progress) {
    if (progress.done() == 0) {
      shortest = Duration.ZERO;
      longest = Duration.ZERO;
    }
    Duration left = progress.left();
    if (left != null && progress.done() * PARTS >= progress.total()) {
      Duration whole = progress.elapsed().plus(left);
      shortest = shortest.isZero() || whole.compareTo(shortest) < 0 ? whole : shortest;
      longest = whole.compareTo(longest) > 0 ? whole : longest;
    }
  }

  @Override
  public void onStageFinished(StageReport report) {
    long took = Math.max(1, report.duration().toNanos());
    long least = shortest.isZero() ? took : shortest.toNanos();
    long most = longest.isZero() ? took : longest.toNanos();
    off = Math.max(Math.abs(took - least), Math.abs(most - took)) * PERCENT / took;
  }

  /** How far the worst forecast of the latest stage was from how long it took, in percent. */
  long percentOff() {
    return off;
  }
}
