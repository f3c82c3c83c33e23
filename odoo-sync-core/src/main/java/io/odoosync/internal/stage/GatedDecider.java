package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.PlanGate;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import java.util.HashMap;
import java.util.Map;

/** Leaves out what is not decided now as it was planned. */
final class GatedDecider<T extends SourceRecord> implements Decider<T> {

  private final Decider<T> decider;
  private final PlanGate gate;
  private final PlanView<T> view;

  GatedDecider(Decider<T> decider, PlanGate gate, PlanView<T> view) {
    this.decider = decider;
    this.gate = gate;
    this.view = view;
  }

  @Override
  public Batch<T> decide(Map<LocalKey, T> records, Map<LocalKey, Outcome.Quarantined> held) {
    Batch<T> batch = decider.decide(records, held);
    Map<LocalKey, PlannedRecord> now = view.of(batch);
    Map<LocalKey, Decision> leftOut = new HashMap<>();
    for (Map.Entry<LocalKey, Decided<T>> decided : batch.decided().entrySet()) {
      LocalKey key = decided.getKey();
      if (!(decided.getValue().decision() instanceof Decision.Hold)) {
        gate.refusal(view.type(), key, now.get(key))
            .ifPresent(
                reason -> leftOut.put(key, new Decision.LeaveOut(Failures.notPlanned(reason))));
      }
    }
    return batch.with(leftOut);
  }

  @Override
  public void ended() {
    decider.ended();
  }

  @Override
  public void requireFit() {
    decider.requireFit();
  }
}
