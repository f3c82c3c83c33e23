package io.odoosync.internal.intake;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.internal.state.HostFailures;
import io.odoosync.report.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is wrong with what a source gave, in words, with what to do about it. */
final class SourceFailures {

  private SourceFailures() {}

  /**
   * A source of the host's failed in the middle.
   *
   * @param what what it did
   * @param last the last record that it gave before
   */
  static Failure ofSource(EntityType type, String what, @Nullable LocalKey last) {
    String where = last == null ? " before its first record" : " after the record " + last;
    return HostFailures.ofSource("the source of " + type + " records " + what + where);
  }

  /** The host could not read the row of a record. */
  static Outcome.Failed unreadable(String reason) {
    return HostFailures.of(
        reason, "Mend the row, or how the source reads it. What Odoo has of it is left as it is.");
  }

  /** What a source gave could not be put aside. */
  static Failure notPutAside(EntityType type, Path directory, IOException cause) {
    return Failure.of(
        FailureCause.HOST_FAULT,
        "what the source of "
            + type
            + " records gave can't be put aside in "
            + directory
            + ": "
            + cause,
        "Make room there, or name another directory with temporaryDirectory(…).");
  }

  /** What was put aside is gone. */
  static Failure notReadBack(EntityType type, IOException cause) {
    return Failure.of(
        FailureCause.HOST_FAULT,
        "what the source of " + type + " records gave was put aside and can't be read: " + cause,
        "Look at the directory of temporary files, then run again.");
  }
}
