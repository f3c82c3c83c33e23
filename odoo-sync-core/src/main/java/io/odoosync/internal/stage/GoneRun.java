package io.odoosync.internal.stage;

import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.internal.exchange.BatchWrite;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.PlanGate;
import io.odoosync.odoo.OdooException;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.report.RecordFailure;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a run does about records that are gone.
 *
 * @param tally lists those that Odoo refused
 * @param gate whether something may be done
 */
record GoneRun(RunContext run, StageTally tally, Predicate<PlannedRecord> gate)
    implements GoneWork {

  @Override
  public void keep(OdooModel model, Map<LocalKey, Long> odooIds, Map<LocalKey, String> reasons) {
    odooIds.forEach(
        (key, id) ->
            run.log()
                .warn(
                    SyncEvent.RECORD_WARNING,
                    model.type(),
                    key,
                    "the source does not give it any more; "
                        + model.name()
                        + " "
                        + id
                        + " is left as it is"
                        + (reasons.containsKey(key) ? ": " + reasons.get(key) : "")));
    run.log().flush();
  }

  @Override
  public void tellNumber(OdooModel model, long gone, long linked) {
    run.log()
        .stageWarned(
            model.type(),
            gone
                + " of "
                + linked
                + " linked records are not given by the source any more; all are left in Odoo as"
                + " they are");
    run.log().flush();
  }

  @Override
  public Collection<LocalKey> archive(OdooModel model, Map<LocalKey, Long> odooIds) {
    return write(model, odooIds, PlanGate.ARCHIVE, SyncEvent.RECORD_ARCHIVED);
  }

  @Override
  public Collection<LocalKey> restore(OdooModel model, Map<LocalKey, Long> odooIds) {
    Set<LocalKey> back = new LinkedHashSet<>(odooIds.keySet());
    back.removeAll(write(model, odooIds, PlanGate.RESTORE, SyncEvent.RECORD_RESTORED));
    return back;
  }

  @Override
  public void clear(List<Link> links) {
    run.control().check();
    run.links().save(links.stream().map(link -> run.links().rebased(link, null)).toList());
  }

  private Collection<LocalKey> write(
      OdooModel model, Map<LocalKey, Long> odooIds, String step, SyncEvent event) {
    Map<LocalKey, Long> meant = new LinkedHashMap<>(odooIds);
    meant
        .entrySet()
        .removeIf(one -> !gate.test(GonePlan.planned(model, one.getKey(), step, one.getValue())));
    Map<Long, OdooException> failures = write(model, meant.values(), step.equals(PlanGate.RESTORE));
    Set<LocalKey> undone = new LinkedHashSet<>(odooIds.keySet());
    meant.forEach(
        (key, id) -> {
          OdooException failure = failures.get(id);
          if (failure == null) {
            undone.remove(key);
            run.log().note(event, model.type(), key, model.name() + " " + id);
          } else {
            failed(model, key, Failures.failure(failure));
          }
        });
    run.log().flush();
    return undone;
  }

  private void failed(OdooModel model, LocalKey key, Failure why) {
    run.log().warn(SyncEvent.RECORD_FAILED, model.type(), key, why.toString());
    tally.list(new RecordFailure(key, RecordFailure.Kind.FAILED, why));
    tally.failedBecause(why);
  }

  private Map<Long, OdooException> write(OdooModel model, Collection<Long> ids, boolean active) {
    List<Long> all = List.copyOf(new TreeSet<>(ids));
    return run.writer().make(all, new Activation(run, model, active));
  }

  /** Archives records, or brings them back. */
  private record Activation(RunContext run, OdooModel model, boolean active) implements BatchWrite {
    @Override
    public void make(List<Long> ids) {
      run.client().write(model.name(), ids, Map.of(GoneRecords.ACTIVE, active));
    }

    @Override
    public Set<Long> made(List<Long> ids) {
      Set<Long> made = new HashSet<>();
      for (Map.Entry<Long, OdooValues> read :
          run.reader().read(model, ids, Set.of(GoneRecords.ACTIVE), Set.of()).entrySet()) {
        if (GoneRecords.isActive(read.getValue()) == active) {
          made.add(read.getKey());
        }
      }
      return made;
    }
  }
}
