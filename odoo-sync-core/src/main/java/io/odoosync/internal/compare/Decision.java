package io.odoosync.internal.compare;

import io.odoosync.Failure;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.report.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to do about one local record. */
public sealed interface Decision {

  /**
   * Create it in Odoo.
   *
   * @param intent the base to remember before it is sent; {@link Base#readBack} afterwards
   */
  record Create(Mapping.Mapped mapped, Base intent) implements Decision {}

  /**
   * Make both sides agree, or report why they do not: write to Odoo, to the host, to both, or to
   * neither if all that there is are conflicts left to people.
   *
   * @param odooId the record in Odoo
   * @param mapped all that the host's record maps to
   * @param odoo what Odoo had
   * @param push the fields to write to Odoo
   * @param pull the fields to write to the host
   * @param resolutions the conflicts, each with its winner; those left to people are in neither
   * @param left fields that only Odoo changed and that stay different
   * @param notes what people should know of fields that are not written
   * @param agreement gives the base afterwards
   */
  record Update(
      long odooId,
      Mapping.Mapped mapped,
      OdooValues odoo,
      FieldValues push,
      FieldValues pull,
      List<ResolvedConflict> resolutions,
      Set<String> left,
      List<String> notes,
      Agreement agreement)
      implements Decision {
    public Update {
      resolutions = List.copyOf(resolutions);
      notes = List.copyOf(notes);
      left = Collections.unmodifiableSet(new LinkedHashSet<>(left));
    }

    /** The same with more to write to Odoo. */
    public Update pushing(FieldValues more) {
      return more.isEmpty()
          ? this
          : new Update(
              odooId,
              mapped,
              odoo,
              push.plus(more),
              pull,
              resolutions,
              left,
              notes,
              agreement.pushing(push.plus(more)));
    }

    /** The same, with values of the record's own that go as it begins to share them. */
    Update givingUp(FieldValues values) {
      Set<String> fields = values.byField().keySet();
      List<String> told = new ArrayList<>(notes);
      told.add(
          "its own values of " + fields + " in Odoo go: they are another record's from now on");
      return new Update(
          odooId,
          mapped,
          odoo,
          push.plus(values),
          pull,
          resolutions,
          left,
          told,
          agreement.givingUp(fields));
    }
  }

  /**
   * Leave it.
   *
   * @param left fields that only Odoo changed and that stay different
   * @param notes what people should know of fields that are not written
   * @param base what is agreed now, if that is to be remembered anew, else {@code null}
   */
  record Keep(long odooId, Set<String> left, List<String> notes, @Nullable Base base)
      implements Decision {
    public Keep {
      notes = List.copyOf(notes);
      left = Collections.unmodifiableSet(new LinkedHashSet<>(left));
    }

    /** With nothing to tell. */
    public Keep(long odooId, Set<String> left, @Nullable Base base) {
      this(odooId, left, List.of(), base);
    }
  }

  /** Odoo does not have the record any more, or does not show it. */
  record Gone(long odooId, Mapping.Mapped mapped) implements Decision {}

  /** Report it: the host changed a record whose place in Odoo another one of the host's has. */
  record NotSent(long odooId) implements Decision {}

  /** Report it: it was deleted in Odoo, and is not to be created again. */
  record Deleted(long odooId, Failure failure) implements Decision {}

  /** Report it: the host changed what is sent once and never rewritten. */
  record ChangedAfterSent(long odooId, String reason) implements Decision {}

  /** Report it: the record can't be mapped. */
  record Reject(Failure failure) implements Decision {
    public String reason() {
      return failure.reason();
    }
  }

  /** Report it: the record waits for another one. */
  record Block(String reason) implements Decision {}

  /** Report it: the record keeps failing and is not tried this time. */
  record Hold(Outcome.Quarantined held) implements Decision {}

  /** Report it: the record is left out of this run. */
  record LeaveOut(Outcome.NotReached outcome) implements Decision {}

  /** Stop the run: the host's mapping asks for a field that the server does not have like that. */
  record Misfit(Failure failure) implements Decision {}

  /** What people should know of fields that a decision does not write. */
  static List<String> notes(Decision decision) {
    if (decision instanceof Update update) {
      return update.notes();
    }
    return decision instanceof Keep keep ? keep.notes() : List.of();
  }
}
