package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.intake.Unfit;
import io.odoosync.internal.state.PlanDraft;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.PlannedRecord.Action;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a plan does with batches: decide, and say what a run would do. */
final class PlanWork<T extends SourceRecord> implements BatchWork<T> {

  private final StageKind<T> kind;
  private final RunContext run;
  private final Decider<T> decider;
  private final PlanView<T> view;
  private final PlanDraft draft;
  private final Standing standing;

  PlanWork(
      StageKind<T> kind, RunContext run, Decider<T> decider, PlanDraft draft, Standing standing) {
    this.kind = kind;
    this.run = run;
    this.decider = decider;
    this.view = new PlanView<>(kind, run.settings().outgoing());
    this.draft = draft;
    this.standing = standing;
  }

  @Override
  public void process(Map<LocalKey, T> records, List<Unfit> unfit) {
    unfit.forEach(this::add);
    run.control().checkCancelled();
    Batch<T> batch = decider.decide(records, run.quarantine().watch(kind.type(), records).held());
    Map<LocalKey, PlannedRecord> planned = view.of(batch);
    List<Link> links = new ArrayList<>();
    batch
        .decided()
        .forEach(
            (key, decided) -> {
              add(planned, key);
              if (decided.link() != null) {
                links.add(decided.link());
              }
            });
    run.links().save(links);
  }

  private void add(Unfit unfit) {
    PlannedRecord planned = view.notDone(unfit.key(), Action.FAIL, unfit.why().reason());
    draft.add(planned);
    if (!unfit.doubled()) {
      standing.planned(planned);
    }
  }

  @Override
  public void end() {
    decider.requireFit();
  }

  private void add(Map<LocalKey, PlannedRecord> planned, LocalKey key) {
    PlannedRecord record = planned.get(key);
    if (record == null) {
      draft.addUnchanged();
    } else {
      draft.add(record);
      standing.planned(record);
    }
  }
}
