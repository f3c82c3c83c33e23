package io.odoosync.internal.state;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.internal.field.HostFault;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.RecordFailure.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What failed, in words, with what to do about it. */
public final class Failures {

  private static final String MEND_NAMED = FailureCause.REFUSED_BY_ODOO.advice();
  private static final String MEND_LINES =
      MEND_NAMED + " If it makes no sense, see Odoo's log: Odoo 14 may name a consequence.";

  private static final String RELEASE =
      " It is tried again once it changes, or is released with release(…).";
  private static final String DECIDE =
      "Make both sides equal, or change one of them after agreeing on it.";

  /** PostgreSQL shows the row that it refuses. */
  static final Pattern ROW = Pattern.compile("DETAIL:\\s++Failing row[\\s\\S]*+");

  private Failures() {}

  /** A record for which a call failed. */
  public static Outcome.Failed of(OdooException exception) {
    return new Outcome.Failed(failure(exception));
  }

  /**
   * A document for which a call failed. Some proxies close the connection on a request that is too
   * large for them: then the same would break off in each run.
   */
  public static Outcome.Failed ofDocument(OdooException exception) {
    boolean brokeOff =
        exception instanceof OdooOutcomeUnknownException unknown
            && unknown.reason() == OdooOutcomeUnknownException.Reason.BROKE_OFF;
    if (!brokeOff) {
      return of(exception);
    }
    return new Outcome.Failed(
        Failure.of(
                FailureCause.TOO_LARGE,
                exception.getMessage(),
                "If that happens with this document each time, a proxy before Odoo takes no request"
                    + " of its size: raise the limit there (nginx calls it client_max_body_size),"
                    + " or make the document smaller.")
            .inCall("ir.attachment", "load"));
  }

  /** A call that failed. */
  public static Failure failure(OdooException exception) {
    FailureCause cause = ExceptionCauses.of(exception);
    return new Failure(
        cause,
        exception.getMessage(),
        cause == FailureCause.UNKNOWN_OUTCOME ? cause.advice() : exception.advice(),
        exception.errorName(),
        exception.model(),
        exception.method());
  }

  /** Odoo refused the record when it was to be created. */
  public static Outcome.Failed refused(String model, LoadResult.Message message) {
    return refused(model, message, Optional.empty(), false);
  }

  /**
   * Odoo refused the record when it was to be created.
   *
   * @param hint what may be behind that
   * @param withLines whether it has lines
   */
  public static Outcome.Failed refused(
      String model, LoadResult.Message message, Optional<String> hint, boolean withLines) {
    String field = message.field() == null ? "" : ", field " + message.field();
    String words = ROW.matcher(message.text()).replaceFirst("").strip();
    String reason = model + ".load" + field + ": " + words + hint.map(why -> "; " + why).orElse("");
    String advice = withLines ? MEND_LINES : MEND_NAMED;
    return loading(FailureCause.REFUSED_BY_ODOO, model, reason, advice);
  }

  /** Odoo neither created the records nor said why. */
  public static Outcome.Failed unexplained(String model) {
    return loading(
        FailureCause.ODOO_FAULT,
        model,
        model + ".load returned neither ids nor errors",
        FailureCause.ODOO_FAULT.advice());
  }

  /** Odoo's answer does not fit the call, and none of its records is found under its name. */
  public static Outcome.Failed unproven(String model) {
    return loading(
        FailureCause.UNKNOWN_OUTCOME,
        model,
        model + ".load was answered with ids that are not those of the records",
        FailureCause.UNKNOWN_OUTCOME.advice());
  }

  private static Outcome.Failed loading(
      FailureCause cause, String model, String reason, String advice) {
    return new Outcome.Failed(Failure.of(cause, reason, advice).inCall(model, "load"));
  }

  /** Odoo took a call, but did not do what it was for. */
  public static Outcome.Failed withoutEffect(
      String model, String method, String reason, String advice) {
    return new Outcome.Failed(
        Failure.of(FailureCause.REFUSED_BY_ODOO, reason, advice).inCall(model, method));
  }

  /** The record lacks something or holds what can't be sent. */
  public static Outcome.Failed invalid(String reason, String advice) {
    return failed(FailureCause.INVALID_RECORD, reason, advice);
  }

  /** The record names what is not in Odoo, or there more than once. */
  public static Outcome.Failed unresolved(String reason, String advice) {
    return failed(FailureCause.UNRESOLVED_NAME, reason, advice);
  }

  /** Host and Odoo contradict each other. */
  public static Outcome.Failed contradiction(String reason, String advice) {
    return failed(FailureCause.CONTRADICTION, reason, advice);
  }

  /** The host changed a document that Odoo has already. */
  public static Outcome.Failed changedAfterSent(String reason) {
    return contradiction(
        reason,
        "Documents are never rewritten. Undo the change, or issue a credit note and a new one.");
  }

  /** A part of the host's failed. */
  public static Outcome.Failed ofHost(String reason, String advice) {
    return failed(FailureCause.HOST_FAULT, reason, advice);
  }

  /** The host did not take what it was to take from Odoo. */
  public static Outcome.Failed notTaken(Set<String> fields, Throwable cause) {
    return ofHost(
        "the source did not take Odoo's values of " + new TreeSet<>(fields) + ": " + cause,
        "Mend the source. Both sides keep what they have; the next run tries again.");
  }

  public static Outcome.Failed doubled() {
    return ofHost("the source gave this key more than once", "Make the source give each key once.");
  }

  /** The record was deleted while it was written. */
  public static Outcome.Failed vanished(String model, long id) {
    String reason = model + " " + id + " was there and is gone";
    return new Outcome.Failed(
        Failure.of(FailureCause.TRANSIENT, reason, "Run again.").onModel(model));
  }

  private static Outcome.Failed failed(FailureCause cause, String reason, String advice) {
    return new Outcome.Failed(Failure.of(cause, reason, advice));
  }

  /** The record can't be told from others: Odoo has several like it, or the host has. */
  public static Failure ambiguous(String reason) {
    return Failure.of(
        FailureCause.CONTRADICTION,
        reason,
        "Merge the doubles where they are, or give the local record the id of its own in Odoo.");
  }

  /** The record is in Odoo, but the integration user does not see it. */
  public static Failure hidden(String model, long id) {
    return Failure.of(
            FailureCause.MISSING_RIGHT,
            model
                + " "
                + id
                + " is there, but Odoo does not show it to the integration user as one of ours",
            "Let the integration user read it: look at the record rules of "
                + model
                + " and at the user's companies.")
        .onModel(model);
  }

  /** The id leads to a record that is not the one that was linked. */
  public static Failure strange(
      String model, long id, @Nullable Instant linked, @Nullable Instant found) {
    String times =
        linked == null
            ? "nothing in it speaks for the local record"
            : "the linked one was created at " + linked + ", this one at " + found;
    return Failure.of(
            FailureCause.CONTRADICTION,
            model
                + " "
                + id
                + " is not the record that was linked: "
                + times
                + ". It is left alone",
            "If the database was restored or exchanged, call rebuildLinks(), which drops links that"
                + " lead to other records.")
        .onModel(model);
  }

  /** The id that the host gives leads to a record of another key. */
  public static Failure ofOtherKey(String model, long id, LocalKey owner) {
    return Failure.of(
            FailureCause.CONTRADICTION,
            model + " " + id + " belongs to the local record " + owner + ". It is left alone",
            "Correct the id in the host application.")
        .onModel(model);
  }

  /** The record under this external id has nothing in common with the host's. */
  public static Failure anothers(String model, long id) {
    return Failure.of(
            FailureCause.CONTRADICTION,
            model
                + " "
                + id
                + " has the external id of this local record, but nothing in common with it: another"
                + " application seems to use the namespace. It is left alone",
            "Give each application a namespace of its own. If it is this record all the same, make"
                + " its name or its e-mail address equal on both sides.")
        .onModel(model);
  }

  /** What the record is linked with belongs to Odoo itself. */
  public static Failure untouchable(String what) {
    return Failure.of(
        FailureCause.CONTRADICTION,
        what + ": it is never written to, and no local record is kept in step with it",
        "Give the local record the id of another one in Odoo, or drop its link and its id to have"
            + " one created.");
  }

  /** The record was deleted in Odoo, which is not for the sync to undo. */
  public static Failure deleted(String model, long id) {
    return Failure.of(
            FailureCause.CONTRADICTION,
            model + " " + id + " was deleted in Odoo",
            "Restore it in Odoo, delete the local record too, or drop its link to have it created"
                + " again.")
        .onModel(model);
  }

  /**
   * Odoo keeps the record for another one of the host's too.
   *
   * @param others those of the host's that it was merged with
   */
  public static Failure notSent(String model, long id, Collection<LocalKey> others) {
    return Failure.of(
            FailureCause.CONTRADICTION,
            "was changed, but shares "
                + model
                + " "
                + id
                + " with "
                + listed(others)
                + " since they were merged in Odoo: the change is not sent",
            "Merge the local records too, change it in Odoo by hand, or drop its link to have a"
                + " record of its own created.")
        .onModel(model);
  }

  /**
   * The record was merged into another one, which belongs to others of the host's too.
   *
   * @param words what became of it
   */
  public static Failure merged(String model, String words, Collection<LocalKey> others) {
    return Failure.of(
            FailureCause.CONTRADICTION,
            words
                + ", which is "
                + listed(others)
                + "'s: it is followed there, and its own changes are not sent any more",
            "Merge the local records too, or drop its link to have a record of its own created.")
        .onModel(model);
  }

  /**
   * The record is gone, and what became of it can't be told.
   *
   * @param words what speaks for a merge
   */
  public static Failure maybeMerged(String model, long id, String words) {
    return Failure.of(
            FailureCause.CONTRADICTION,
            model + " " + id + " is gone from Odoo, where it seems to have been merged: " + words,
            "Give the local record the id of the one that it is now and drop its link, or delete"
                + " it too.")
        .onModel(model);
  }

  private static String listed(Collection<LocalKey> keys) {
    return keys.stream().map(LocalKey::toString).collect(Collectors.joining(", "));
  }

  /** Nothing in Odoo is like the record, and the host does not want it created. */
  public static Outcome.NotReached notCreated(String reason) {
    return new Outcome.NotReached(
        Failure.of(
            FailureCause.HELD_BACK,
            reason,
            "Give the local record the id of one in Odoo, or let Matching create what has none."));
  }

  /** The plan that is carried out does not have the record like this. */
  public static Outcome.NotReached notPlanned(String reason) {
    return new Outcome.NotReached(
        Failure.of(FailureCause.HELD_BACK, reason, "Look at what changed, and plan again."));
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
  static Failure ofStore(String store, Throwable cause) {
    return Failure.of(
        FailureCause.HOST_FAULT,
        store + " failed: " + HostFault.words(cause),
        "Mend it, then run again.");
  }

  /** Another host application uses the namespace. */
  static Failure sharedNamespace(String externalId, String model, String other) {
    return Failure.of(
            FailureCause.HOST_FAULT,
            "external id " + externalId + " stands for a record of " + other + ", not of " + model,
            "Give this host application a namespace of its own.")
        .onModel(model);
  }

  /** Why a record is not in step; nothing for one that is, or that was not come to. */
  static Optional<Failure> of(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return Optional.of(failed.failure());
    } else if (outcome instanceof Outcome.Blocked blocked) {
      return Optional.of(Failure.of(FailureCause.WAITING_FOR_RECORD, blocked.reason()));
    } else if (outcome instanceof Outcome.Quarantined held) {
      return Optional.of(quarantined(held));
    } else if (outcome instanceof Outcome.Conflicted conflict
        && conflict.winner() == Winner.MANUAL) {
      return Optional.of(Failure.of(FailureCause.CONTRADICTION, conflict.reason(), DECIDE));
    } else if (outcome instanceof Outcome.NotReached left) {
      return Optional.ofNullable(left.failure());
    }
    return Optional.empty();
  }

  /** How a report lists a record that is not in step; nothing for one that is. */
  public static Optional<RecordFailure> listed(LocalKey key, Outcome outcome) {
    return of(outcome).map(failure -> new RecordFailure(key, kind(outcome), failure));
  }

  private static Kind kind(Outcome outcome) {
    if (outcome instanceof Outcome.Failed) {
      return Kind.FAILED;
    } else if (outcome instanceof Outcome.Blocked) {
      return Kind.BLOCKED;
    } else if (outcome instanceof Outcome.Quarantined) {
      return Kind.QUARANTINED;
    }
    return outcome instanceof Outcome.Conflicted ? Kind.CONFLICT : Kind.LEFT_OUT;
  }

  /** How often it failed, when it is tried again, and why it failed last. */
  private static Failure quarantined(Outcome.Quarantined held) {
    Failure last = held.failure();
    return new Failure(
        last.cause(),
        "failed "
            + held.failures()
            + " times in a row, not tried in "
            + (held.runsToSkip() + 1)
            + " runs from this one on unless it changes: "
            + last.reason(),
        last.advice() + RELEASE,
        last.odooError(),
        last.model(),
        last.method());
  }
}
