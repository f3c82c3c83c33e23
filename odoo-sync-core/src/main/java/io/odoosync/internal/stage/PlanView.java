package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.Encoding;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.state.Outgoing;
import io.odoosync.internal.step.StepWalker.Lacking;
import io.odoosync.plan.PlannedField;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.PlannedRecord.Action;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decisions in words, as a plan shows them. The same decisions give the same words. */
final class PlanView<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final Outgoing outgoing;

  PlanView(StageKind<T> kind, Outgoing outgoing) {
    this.kind = kind;
    this.outgoing = outgoing;
  }

  EntityType type() {
    return kind.type();
  }

  /** What is done about each record of a batch; those that need nothing are left out. */
  Map<LocalKey, PlannedRecord> of(Batch<T> batch) {
    Map<LocalKey, Lacking> lacking = kind.walker().lacking(batch.followed());
    Map<LocalKey, PlannedRecord> planned = new LinkedHashMap<>();
    batch
        .decided()
        .forEach(
            (key, decided) ->
                of(key, decided, lacking.getOrDefault(key, Lacking.NOTHING))
                    .ifPresent(record -> planned.put(key, outgoing.planned(record))));
    return planned;
  }

  private Optional<PlannedRecord> of(LocalKey key, Decided<T> decided, Lacking lacking) {
    Decision decision = decided.decision();
    if (decision instanceof Decision.Create create) {
      return Optional.of(created(key, create.mapped(), lacking));
    } else if (decision instanceof Decision.Update update) {
      Action action = decided.isAdopted() ? Action.ADOPT : Action.UPDATE;
      List<PlannedField> fields = fields(update);
      return fields.isEmpty() && lacking.isNothing()
          ? Optional.empty()
          : Optional.of(
              record(key, action, update.odooId(), fields, List.of(), lacking).toBuilder()
                  .notes(update.notes())
                  .build());
    } else if (decision instanceof Decision.Keep keep) {
      return kept(key, decided, keep, lacking);
    }
    return Optional.of(notDone(key, decision));
  }

  private PlannedRecord created(LocalKey key, Mapping.Mapped mapped, Lacking lacking) {
    List<PlannedField> fields = new ArrayList<>();
    mapped
        .fields()
        .plus(mapped.onCreate())
        .where((field, value) -> !value.isNothing())
        .byField()
        .forEach(
            (field, value) ->
                fields.add(
                    PlannedField.builder(field).local(words(value)).toOdoo(words(value)).build()));
    List<String> lines = mapped.lines().rows().stream().map(PlanView::line).toList();
    return record(key, Action.CREATE, null, fields, lines, lacking);
  }

  private static String line(FieldValues line) {
    return line.byField().entrySet().stream()
        .filter(field -> !field.getValue().isNothing())
        .map(field -> field.getKey() + " '" + words(field.getValue()) + "'")
        .collect(Collectors.joining(", "));
  }

  /** The host's word for a record of its own: it has no id while it is only planned. */
  private static String words(FieldValue value) {
    return value instanceof FieldValue.LocalReference local
        ? local.key().toString()
        : Encoding.cell(value);
  }

  private static List<PlannedField> fields(Decision.Update update) {
    Map<String, ResolvedConflict> conflicts = new LinkedHashMap<>();
    update
        .resolutions()
        .forEach(resolution -> conflicts.put(resolution.conflict().field(), resolution));
    List<PlannedField> fields = new ArrayList<>();
    for (String field : update.mapped().fields().plus(update.push()).byField().keySet()) {
      ResolvedConflict conflict = conflicts.get(field);
      boolean pushed = update.push().has(field);
      boolean pulled = update.pull().has(field);
      if (pushed || pulled || conflict != null) {
        fields.add(
            PlannedField.builder(field)
                .local(words(update.mapped().fields().get(field)))
                .odoo(words(update.odoo().values().get(field)))
                .toOdoo(pushed ? words(update.push().get(field)) : null)
                .toHost(pulled ? words(update.pull().get(field)) : null)
                .conflict(conflict == null ? null : conflict.winner() + " by " + conflict.policy())
                .build());
      }
    }
    return fields;
  }

  private Optional<PlannedRecord> kept(
      LocalKey key, Decided<T> decided, Decision.Keep keep, Lacking lacking) {
    if (lacking.isNothing() && !decided.isAdopted() && keep.notes().isEmpty()) {
      return Optional.empty();
    }
    boolean failed = lacking.failure().isPresent() && lacking.steps().isEmpty();
    Action action = decided.isAdopted() ? Action.ADOPT : failed ? Action.FAIL : Action.FOLLOW_UP;
    PlannedRecord record = record(key, action, keep.odooId(), List.of(), List.of(), lacking);
    return Optional.of(record.toBuilder().notes(keep.notes()).build());
  }

  private PlannedRecord notDone(LocalKey key, Decision decision) {
    if (decision instanceof Decision.Block block) {
      return notDone(key, Action.BLOCK, block.reason());
    } else if (decision instanceof Decision.Reject reject) {
      return notDone(key, Action.FAIL, reject.reason());
    } else if (decision instanceof Decision.Deleted deleted) {
      return notDone(key, Action.FAIL, deleted.failure().reason());
    } else if (decision instanceof Decision.ChangedAfterSent changed) {
      return notDone(key, Action.FAIL, changed.reason());
    } else if (decision instanceof Decision.Hold hold) {
      return notDone(key, Action.QUARANTINE, hold.held().reason());
    } else if (decision instanceof Decision.LeaveOut left) {
      return notDone(key, Action.LEAVE_OUT, String.valueOf(left.outcome().reason()));
    } else if (decision instanceof Decision.Misfit misfit) {
      return notDone(key, Action.FAIL, misfit.failure().reason());
    }
    throw new IllegalStateException("nothing is known to say about " + decision);
  }

  PlannedRecord notDone(LocalKey key, Action action, String reason) {
    return PlannedRecord.builder(kind.type(), key, action).reason(reason).build();
  }

  private PlannedRecord record(
      LocalKey key,
      Action action,
      @Nullable Long odooId,
      List<PlannedField> fields,
      List<String> lines,
      Lacking lacking) {
    return PlannedRecord.builder(kind.type(), key, action)
        .odooId(odooId)
        .fields(fields)
        .lines(lines)
        .steps(lacking.steps())
        .reason(lacking.failure().map(Outcome.Failed::reason).orElse(null))
        .build();
  }
}
