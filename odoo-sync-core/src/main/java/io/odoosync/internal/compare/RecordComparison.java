package io.odoosync.internal.compare;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldValue;
import io.odoosync.conflict.Conflict;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Resolution;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.conflict.Winner;
import io.odoosync.internal.field.Encoding;
import io.odoosync.internal.field.FieldKind;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.source.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compares one record on both sides, field by field; the tables are in {@link Planner}. */
public final class RecordComparison {

  private static final String MEND_POLICY =
      "Mend the conflict policy. Both sides keep what they have until then.";

  private static final String LINKS_ONLY = "matchOnly()";
  private static final String NOT_THERE =
      " is not in the source: apply did not store it, or it was rolled back, or it was changed back"
          + " before a run had seen it";
  private static final String NOTHING_WRITTEN = "records are only linked, no value is written";

  private final EntityType type;
  private final SourceRecord source;
  private final long odooId;
  private final ModelFields definitions;
  private final ConflictPolicy policy;
  private final Predicate<String> canPull;
  private final Map<String, String> owners;
  private final boolean linksOnly;
  private final Set<String> required;

  private final FieldValues.Builder push = FieldValues.builder();
  private final FieldValues.Builder pull = FieldValues.builder();
  private final Set<String> settled = new LinkedHashSet<>();
  private final Set<String> left = new LinkedHashSet<>();
  private final List<ResolvedConflict> resolutions = new ArrayList<>();
  private final Set<String> told = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> undone = new TreeSet<>();

  /**
   * Makes a comparison.
   *
   * @param owners whose the fields are that the record only shares, in words
   * @param linksOnly whether nothing is written, but differences are told
   * @param required the fields without which the host's record makes no sense: Odoo never empties
   *     them
   */
  RecordComparison(
      EntityType type,
      SourceRecord source,
      long odooId,
      ModelFields definitions,
      ConflictPolicy policy,
      Predicate<String> canPull,
      Map<String, String> owners,
      boolean linksOnly,
      Set<String> required) {
    this.type = type;
    this.source = source;
    this.odooId = odooId;
    this.definitions = definitions;
    this.policy = policy;
    this.canPull = canPull;
    this.owners = owners;
    this.linksOnly = linksOnly;
    this.required = required;
  }

  /** Decides once; a comparison is made for one record. */
  Decision decide(Mapping.Mapped mapped, Base base, OdooValues odoo) {
    undone.addAll(base.undone(mapped.fields()));
    for (String name : mapped.fields().byField().keySet()) {
      Field field = new Field(name, mapped.fields().get(name), odooValue(odoo, name), base, odoo);
      try {
        field.decide();
      } catch (PolicyException e) {
        return new Decision.Reject(
            Failure.of(FailureCause.HOST_FAULT, e.getMessage(), MEND_POLICY));
      }
    }
    return decision(mapped, base, odoo);
  }

  private static FieldValue odooValue(OdooValues odoo, String name) {
    if (!odoo.values().has(name)) {
      throw new IllegalArgumentException("the field " + name + " was not read from Odoo");
    }
    return odoo.values().get(name);
  }

  private Decision decision(Mapping.Mapped mapped, Base base, OdooValues odoo) {
    FieldValues toOdoo = push.build();
    FieldValues toHost = pull.build();
    undone.removeIf(field -> !toHost.has(field));
    if (!undone.isEmpty()) {
      notes.add("what was taken from Odoo for " + undone + NOT_THERE + "; it is taken again");
    }
    Agreement agreement = new Agreement(base, mapped, odoo, settled, told, toOdoo, toHost);
    if (toOdoo.isEmpty() && toHost.isEmpty() && resolutions.isEmpty()) {
      Base now = agreement.base();
      boolean isNews = !now.agreesWith(base) || wasWrittenSince(base, now);
      return new Decision.Keep(odooId, left, notes, isNews ? now : null);
    }
    return new Decision.Update(
        odooId, mapped, odoo, toOdoo, toHost, resolutions, left, notes, agreement);
  }

  /** Then the next look at what Odoo has written knows that nothing came of it. */
  private static boolean wasWrittenSince(Base base, Base now) {
    return base.writeDate().isPresent() && !base.writeDate().equals(now.writeDate());
  }

  /** One field. */
  private final class Field {
    private final String name;
    private final FieldKind kind;
    private final FieldValue local;
    private final FieldValue inOdoo;
    private final Base base;
    private final Base.@Nullable Agreed agreed;
    private final OdooValues odoo;
    private final boolean cameBackEmpty;

    private Field(String name, FieldValue local, FieldValue inOdoo, Base base, OdooValues odoo) {
      this.name = name;
      this.kind = definitions.kind(name);
      this.local = local;
      this.inOdoo = inOdoo;
      this.base = base;
      this.odoo = odoo;
      this.cameBackEmpty = (base.wasAbsent(name) || required.contains(name)) && holdsNothing();
      this.agreed =
          isNeverStored() || cameBackEmpty
              ? null
              : base.field(name).filter(known -> kind.canHold(known.read())).orElse(null);
    }

    /** A flag that was never set looks as if somebody had cleared it. */
    private boolean holdsNothing() {
      return kind.isBlank(inOdoo) || inOdoo.flag().filter(set -> !set).isPresent();
    }

    /** The host changed a field while others that it took along with it were undone. */
    private boolean isNeverStored() {
      return !undone.isEmpty() && base.isInDoubt(name, local);
    }

    private void decide() {
      boolean isUndone = undone.contains(name);
      boolean localChanged =
          agreed == null || (!isUndone && !Encoding.cell(local).equals(agreed.sent()));
      boolean odooChanged =
          agreed == null || isUndone || !kind.same(inOdoo, kind.parse(agreed.read()));
      if (!localChanged && !odooChanged) {
        return;
      } else if (base.isAsIs() || kind.same(local, inOdoo)) {
        settled.add(name);
      } else if (agreed == null ? cameBackEmpty || kind.isBlank(inOdoo) : !odooChanged) {
        push();
      } else if (agreed == null ? local.isNothing() : !localChanged) {
        pullOrLeave();
      } else {
        resolve();
      }
    }

    private void push() {
      if (mayBeWritten()) {
        push.set(name, local);
      }
    }

    private void pullOrLeave() {
      if (!canPull.test(name) || !asked(() -> policy.pulls(type, name))) {
        left.add(name);
        if (undone.contains(name)) {
          tellOnce("what was taken from Odoo for " + name + NOT_THERE);
        }
      } else if (mayBeWritten()) {
        pull.set(name, inOdoo);
      }
    }

    /** Whether the two may be made equal; if not, people are told. */
    private boolean mayBeWritten() {
      String owner = owners.get(name);
      if (owner != null) {
        tellShared(owner);
        return false;
      } else if (linksOnly) {
        resolutions.add(
            new ResolvedConflict(conflict(), Winner.MANUAL, null, LINKS_ONLY, NOTHING_WRITTEN));
        return false;
      }
      return true;
    }

    private void tellShared(String owner) {
      tellOnce(
          name
              + " is shared with "
              + owner
              + " in Odoo: it is neither sent nor taken (local "
              + local
              + ", Odoo "
              + inOdoo
              + ")");
    }

    private void tellOnce(String note) {
      if (!base.hasTold(name, local, inOdoo)) {
        told.add(name);
        notes.add(note);
      }
    }

    private void resolve() {
      if (!mayBeWritten()) {
        return;
      }
      Conflict conflict = conflict();
      Resolution resolution = asked(() -> policy.resolve(conflict));
      if (resolution instanceof Resolution.TakeLocal) {
        takeLocal(conflict);
      } else if (resolution instanceof Resolution.TakeOdoo) {
        takeOdoo(conflict);
      } else if (resolution instanceof Resolution.Take taken) {
        take(conflict, value(taken.value()));
      } else if (resolution instanceof Resolution.Leave leave) {
        settle(conflict, Winner.MANUAL, null, leave.reason());
      }
    }

    private Conflict conflict() {
      return Conflict.builder(type, source.key(), odooId, name)
          .local(local)
          .odoo(inOdoo)
          .base(before())
          .localChangedAt(source.updatedAt())
          .odooChangedAt(odoo.writeDate())
          .odooUnchangedAt(agreed == null ? null : unchangedAt())
          .odooSideEffect(odoo.sideEffect())
          .build();
    }

    /** Of the very time of the last write nothing is known: the edit may be of that second. */
    private @Nullable Instant unchangedAt() {
      return base.writeDate().filter(at -> !at.equals(odoo.writeDate())).orElse(null);
    }

    /** What both had, if that was the same but for how Odoo writes it. */
    private @Nullable FieldValue before() {
      if (agreed == null) {
        return null;
      }
      FieldValue sent = kind.parse(agreed.sent());
      return kind.same(sent, kind.parse(agreed.read())) ? sent : null;
    }

    private void takeLocal(Conflict conflict) {
      push.set(name, local);
      settle(conflict, Winner.LOCAL, conflict.local(), null);
    }

    private void takeOdoo(Conflict conflict) {
      if (canPull.test(name)) {
        pull.set(name, inOdoo);
        settle(conflict, Winner.ODOO, conflict.odoo(), null);
      } else {
        leaveUnpullable(conflict);
      }
    }

    private void take(Conflict conflict, FieldValue value) {
      if (kind.same(value, local)) {
        takeLocal(conflict);
      } else if (kind.same(value, inOdoo)) {
        takeOdoo(conflict);
      } else if (canPull.test(name)) {
        push.set(name, value);
        pull.set(name, value);
        settle(conflict, Winner.MERGED, value, null);
      } else {
        leaveUnpullable(conflict);
      }
    }

    private void leaveUnpullable(Conflict conflict) {
      settle(
          conflict,
          Winner.MANUAL,
          null,
          "the host can't take over this field; change it there or in Odoo");
    }

    private FieldValue value(FieldValue value) {
      return value.isNothing()
          ? kind.parse("")
          : kind.accept(value)
              .orElseThrow(
                  () ->
                      new PolicyException(
                          failure() + " took " + value + ", but it holds " + kind.expected(),
                          null));
    }

    private void settle(
        Conflict conflict, Winner winner, @Nullable FieldValue value, @Nullable String reason) {
      resolutions.add(new ResolvedConflict(conflict, winner, value, policy.name(), reason));
    }

    private <R> R asked(Supplier<R> question) {
      R answer;
      try {
        answer = question.get();
      } catch (Throwable e) {
        throw new PolicyException(failure() + " threw " + HostFault.reportable(e), e);
      }
      if (answer == null) {
        throw new PolicyException(failure() + " gave no answer", null);
      }
      return answer;
    }

    private String failure() {
      return "the conflict policy for the field " + name;
    }
  }

  /** A policy that gave no usable answer. */
  private static final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PolicyException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }

    @Override
    public String getMessage() {
      return Objects.requireNonNull(super.getMessage());
    }
  }
}
