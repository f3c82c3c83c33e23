package io.odoosync.internal.state;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.report.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What failed, in words, with what to do about it. */
public final class Failures {

  private static final String MEND_NAMED = FailureCause.REFUSED_BY_ODOO.advice();
  private static final String MEND_LINES =
      MEND_NAMED + " If it makes no sense, see Odoo's log: Odoo 14 may name a consequence.";

  /** PostgreSQL shows the row that it refuses. */
  static final Pattern ROW = Pattern.compile("DETAIL:\\s++Failing row[\\s\\S]*+");

  /** With this a server hides what broke in {@code load}. */
  private static final String HIDDEN = "builtins.AssertionError";

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

  /**
   * A record for which {@code load} failed. From 19.1 on whatever leaves it is told as one and the
   * same failed assertion (measured on 20), which says nothing of the record.
   *
   * @param columns what was loaded: fields that the server has
   */
  public static Outcome.Failed ofLoad(OdooException exception, List<String> columns) {
    if (!HIDDEN.equals(exception.errorName())) {
      return of(exception);
    }
    Failure failure = failure(exception);
    return new Outcome.Failed(
        new Failure(
            failure.cause(),
            failure.reason() + "; Odoo hides what broke on it. It has all columns: " + columns,
            "Look into the Odoo server's log for the first error of this call: it names the value or"
                + " the app that broke.",
            failure.odooError(),
            failure.model(),
            failure.method()));
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

  /** Another host application uses the namespace. */
  static Failure sharedNamespace(String externalId, String model, String other) {
    return Failure.of(
            FailureCause.HOST_FAULT,
            "external id " + externalId + " stands for a record of " + other + ", not of " + model,
            "Give this host application a namespace of its own.")
        .onModel(model);
  }
}
