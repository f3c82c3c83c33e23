package io.odoosync.internal.intake;

import io.odoosync.LocalKey;
import io.odoosync.internal.state.HostFailures;
import io.odoosync.report.Outcome;

/**
 * What a source gave in a record's place.
 *
 * @param doubled whether the key is that of a record that it gave before
 * @param why what is wrong with it
 */
public record Unfit(LocalKey key, boolean doubled, Outcome.Failed why) {

  /** A key that was given once more. */
  static Unfit doubled(LocalKey key) {
    return new Unfit(key, true, HostFailures.doubled());
  }

  /** A row that could not be read. */
  static Unfit unreadable(LocalKey key, String reason) {
    return new Unfit(key, false, SourceFailures.unreadable(reason));
  }
}
