package io.odoosync.internal.state;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.field.HostFault;
import io.odoosync.report.Outcome;
import java.util.Set;
import java.util.TreeSet;

/** What goes wrong in parts of the host's, its sources and stores, in words, with what to do. */
public final class HostFailures {

  private HostFailures() {}

  /** A part of the host's failed. */
  public static Outcome.Failed of(String reason, String advice) {
    return new Outcome.Failed(Failure.of(FailureCause.HOST_FAULT, reason, advice));
  }

  /** The host did not take what it was to take from Odoo. */
  public static Outcome.Failed notTaken(Set<String> fields, Throwable cause) {
    return of(
        "the source did not take Odoo's values of " + new TreeSet<>(fields) + ": " + cause,
        "Mend the source. Both sides keep what they have; the next run tries again.");
  }

  public static Outcome.Failed doubled() {
    return of("the source gave this key more than once", "Make the source give each key once.");
  }

  /** The id store can keep no link of the record, so nothing may be created for it. */
  public static Failure unfit(String why) {
    return Failure.of(
        FailureCause.HOST_FAULT,
        "the id store can't take its key: " + why,
        "Correct the key, or the configuration of the store.");
  }

  /** A source of the host's failed. */
  public static Failure ofSource(String reason) {
    return Failure.of(
        FailureCause.HOST_FAULT,
        reason,
        "Mend the source, then run again; what was read before is synced.");
  }

  /** What would be overwritten could not be put on record first. */
  public static Outcome.Failed notOnRecord(Failure why) {
    return new Outcome.Failed(
        Failure.of(
            FailureCause.HOST_FAULT,
            "both sides have changed it, and neither is overwritten, because the values could not"
                + " be put on record: "
                + why.reason(),
            why.advice()));
  }

  /** A store of the host's failed. */
  public static Failure ofStore(String store, Throwable cause) {
    return Failure.of(
        FailureCause.HOST_FAULT,
        store + " failed: " + HostFault.words(cause),
        "Mend it, then run again.");
  }
}
