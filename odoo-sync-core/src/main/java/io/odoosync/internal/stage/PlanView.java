package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.FieldValue;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.state.RunStoppedException;
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

  private final RecordKind<T> kind;
  private final boolean creates;

  PlanView(RecordKind<T> kind, RunContext run) {
    this.kind = kind;
    this.creates = run.settings().matching().createsUnmatched();
  }

  /** What is done about each record of a batch; those that need nothing are left out. */
  Map<LocalKey, PlannedRecord> of(Decider.Batch<T> batch) {
    Map<LocalKey, List<String>> steps = steps(batch);
    Map<LocalKey, PlannedRecord> planned = new LinkedHashMap<>();
    batch
        .decided()
        .forEach(
            (key, decided) ->
                of(key, decided, steps.getOrDefault(key, List.of()))
                    .ifPresent(record -> planned.put(key, record)));
    return planned;
  }

  private Map<LocalKey, List<String>> steps(Decider.Batch<T> batch) {
    Map<LocalKey, FollowUp.Followed<T>> followed = new LinkedHashMap<>();
    batch
        .decided()
        .forEach(
            (key, decided) -> {
              if (decided.decision() instanceof Decision.Create) {
                followed.put(key, new FollowUp.Followed<>(decided.source(), null));
              } else if (decided.decision() instanceof Decision.Update
                  || decided.decision() instanceof Decision.Keep) {
                followed.put(key, new FollowUp.Followed<>(decided.source(), decided.link()));
              }
            });
    return kind.followUp().plan(followed);
  }

  private Optional<PlannedRecord> of(LocalKey key, Decided<T> decided, List<String> steps) {
    Decision decision = decided.decision();
    if (decision instanceof Decision.Create create) {
      return Optional.of(created(key, create.mapped(), steps));
    } else if (decision instanceof Decision.Update update) {
      Action action = isAdopted(decided) ? Action.ADOPT : Action.UPDATE;
      List<PlannedField> fields = fields(update);
      return fields.isEmpty() && steps.isEmpty()
          ? Optional.empty()
          : Optional.of(record(key, action, update.odooId(), fields, List.of(), steps, null));
    } else if (decision instanceof Decision.Keep keep) {
      return kept(key, decided, keep, steps);
    }
    return Optional.of(notDone(key, decision));
  }

  private PlannedRecord created(LocalKey key, Mapping.Mapped mapped, List<String> steps) {
    if (!creates) {
      return notDone(key, Action.LEAVE_OUT, Executor.CREATING_IS_OFF);
    }
    List<PlannedField> fields = new ArrayList<>();
    mapped
        .fields()
        .plus(mapped.onCreate())
        .where((field, value) -> !(value instanceof FieldValue.Absent))
        .byField()
        .forEach(
            (field, value) ->
                fields.add(
                    PlannedField.builder(field)
                        .local(value.words())
                        .toOdoo(value.words())
                        .build()));
    List<String> lines = mapped.lines().stream().map(PlanView::line).toList();
    return record(key, Action.CREATE, null, fields, lines, steps, null);
  }

  private static String line(FieldValues line) {
    return line.byField().entrySet().stream()
        .filter(field -> !(field.getValue() instanceof FieldValue.Absent))
        .map(field -> field.getKey() + " '" + field.getValue().words() + "'")
        .collect(Collectors.joining(", "));
  }

  private static List<PlannedField> fields(Decision.Update update) {
    Map<String, ResolvedConflict> conflicts = new LinkedHashMap<>();
    update
        .resolutions()
        .forEach(resolution -> conflicts.put(resolution.conflict().field(), resolution));
    List<PlannedField> fields = new ArrayList<>();
    for (String field : update.mapped().fields().byField().keySet()) {
      ResolvedConflict conflict = conflicts.get(field);
      boolean pushed = update.push().has(field);
      boolean pulled = update.pull().has(field);
      if (pushed || pulled || conflict != null) {
        fields.add(
            PlannedField.builder(field)
                .local(update.mapped().fields().get(field).words())
                .odoo(update.odoo().values().get(field).words())
                .toOdoo(pushed ? update.push().get(field).words() : null)
                .toHost(pulled ? update.pull().get(field).words() : null)
                .conflict(conflict == null ? null : conflict.winner() + " by " + conflict.policy())
                .build());
      }
    }
    return fields;
  }

  private Optional<PlannedRecord> kept(
      LocalKey key, Decided<T> decided, Decision.Keep keep, List<String> steps) {
    boolean adopted = isAdopted(decided);
    if (steps.isEmpty() && !adopted) {
      return Optional.empty();
    }
    Action action = adopted ? Action.ADOPT : Action.FOLLOW_UP;
    return Optional.of(record(key, action, keep.odooId(), List.of(), List.of(), steps, null));
  }

  private static boolean isAdopted(Decided<?> decided) {
    return decided.stored() == null && decided.link() != null;
  }

  private PlannedRecord notDone(LocalKey key, Decision decision) {
    if (decision instanceof Decision.Block block) {
      return notDone(key, Action.BLOCK, block.reason());
    } else if (decision instanceof Decision.Reject reject) {
      return notDone(key, Action.FAIL, reject.reason());
    } else if (decision instanceof Decision.ChangedAfterSent changed) {
      return notDone(key, Action.FAIL, changed.reason());
    } else if (decision instanceof Decision.Misfit misfit) {
      throw new RunStoppedException(misfit.problem(), null);
    }
    throw new IllegalStateException("nothing is known to say about " + decision);
  }

  PlannedRecord held(LocalKey key, Outcome.Quarantined held) {
    return notDone(key, Action.QUARANTINE, held.reason());
  }

  PlannedRecord notDone(LocalKey key, Action action, String reason) {
    return record(key, action, null, List.of(), List.of(), List.of(), reason);
  }

  private PlannedRecord record(
      LocalKey key,
      Action action,
      @Nullable Long odooId,
      List<PlannedField> fields,
      List<String> lines,
      List<String> steps,
      @Nullable String reason) {
    return PlannedRecord.builder(kind.type(), key, action)
        .odooId(odooId)
        .fields(fields)
        .lines(lines)
        .steps(steps)
        .reason(reason)
        .build();
  }
}
