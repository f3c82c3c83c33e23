package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.state.PlanDraft;
import io.odoosync.internal.state.PlanGate;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.PlannedRecord.Action;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a plan says about records that are gone. */
record GonePlan(PlanDraft draft) implements GoneWork {

  /** The same words as long as nothing has moved. */
  static PlannedRecord planned(OdooModel model, LocalKey key, String step, Long odooId) {
    return PlannedRecord.builder(model.type(), key, Action.FOLLOW_UP)
        .odooId(odooId)
        .steps(List.of(step))
        .build();
  }

  @Override
  public void keep(OdooModel model, Map<LocalKey, Long> odooIds, Map<LocalKey, String> reasons) {
    // Nothing is done.
  }

  @Override
  public void tellNumber(OdooModel model, long gone, long linked) {
    // Nothing is done.
  }

  @Override
  public Collection<LocalKey> archive(OdooModel model, Map<LocalKey, Long> odooIds) {
    add(model, odooIds, PlanGate.ARCHIVE);
    return List.of();
  }

  @Override
  public Collection<LocalKey> restore(OdooModel model, Map<LocalKey, Long> odooIds) {
    add(model, odooIds, PlanGate.RESTORE);
    return odooIds.keySet();
  }

  @Override
  public void clear(List<Link> links) {
    // Nothing is done.
  }

  private void add(OdooModel model, Map<LocalKey, Long> odooIds, String step) {
    odooIds.forEach((key, id) -> draft.add(planned(model, key, step, id)));
  }
}
