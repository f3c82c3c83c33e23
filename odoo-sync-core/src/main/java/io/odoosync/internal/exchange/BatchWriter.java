package io.odoosync.internal.exchange;

import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.WriteGate;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooOutcomeUnknownException.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes changes to many records in calls of as many as the server takes in good time, in the order
 * of the records. A call that Odoo refuses is halved until the records are found that stand in the
 * way. A call whose outcome is unknown is read back, and made again only for those records on which
 * it had no effect; for half of them at a time if it breaks off twice, as it does where a proxy
 * closes the connection on what is too large for it. So is one that is refused for load again and
 * again.
 */
public final class BatchWriter {

  /** How often a change is made whose outcome stays unknown. */
  private static final int MAX_ATTEMPTS = 3;

  private final WriteGate gate;
  private final Pacing pacing;
  private final FanOut calls;

  /**
   * Writes at the pace of one run.
   *
   * @param calls makes several at once
   */
  public BatchWriter(WriteGate gate, Pacing pacing, FanOut calls) {
    this.gate = gate;
    this.pacing = pacing;
    this.calls = calls;
  }

  /**
   * Makes a change.
   *
   * @param odooIds the records; possibly none
   * @return why it failed, for each record for which it did
   * @throws OdooException if the failure would meet every other record as well
   */
  public Map<Long, OdooException> make(List<Long> odooIds, BatchWrite change) {
    Map<Long, OdooException> failures = new HashMap<>();
    List<Long> waiting = new ArrayList<>(odooIds);
    while (!waiting.isEmpty()) {
      List<List<Long>> parts = next(waiting, change);
      int begun = makeAll(parts, change, 1, failures);
      parts.subList(0, begun).forEach(part -> waiting.subList(0, part.size()).clear());
    }
    return failures;
  }

  private List<List<Long>> next(List<Long> waiting, BatchWrite change) {
    int most = Math.min(pacing.size(change.work()), change.most());
    return change.isMadeAtOnce()
        ? calls.next(waiting, most)
        : List.of(List.copyOf(waiting.subList(0, Math.min(most, waiting.size()))));
  }

  private void make(
      List<Long> odooIds, BatchWrite change, int attempt, Map<Long, OdooException> failures) {
    if (!odooIds.isEmpty()) {
      makeAll(List.of(odooIds), change, attempt, failures);
    }
  }

  /** What came of each call is dealt with, whatever came of the others; answers how many began. */
  private int makeAll(
      List<List<Long>> parts, BatchWrite change, int attempt, Map<Long, OdooException> failures) {
    gate.check();
    List<Done<Boolean>> done =
        pacing.timedAtOnce(change.work(), () -> calls.each(parts, part -> made(part, change)));
    List<Runnable> consequences = new ArrayList<>();
    for (int i = 0; i < done.size(); i++) {
      List<Long> part = parts.get(i);
      Done<Boolean> one = done.get(i);
      consequences.add(() -> settle(part, change, attempt, one, failures));
    }
    Done.all(consequences);
    return done.size();
  }

  private static boolean made(List<Long> odooIds, BatchWrite change) {
    change.make(odooIds);
    return true;
  }

  private void settle(
      List<Long> odooIds,
      BatchWrite change,
      int attempt,
      Done<Boolean> done,
      Map<Long, OdooException> failures) {
    try {
      done.get();
    } catch (OdooBusyException e) {
      halveOrThrow(odooIds, change, e, failures);
    } catch (OdooOutcomeUnknownException e) {
      pacing.slower(change.work());
      readBack(odooIds, change, attempt, e, failures);
    } catch (OdooException e) {
      if (RunStoppedException.isFor(e)) {
        throw e;
      } else if (e.isForSize()) {
        pacing.capped(change.work());
      }
      halve(odooIds, change, e, failures);
    }
  }

  private void halveOrThrow(
      List<Long> odooIds,
      BatchWrite change,
      OdooBusyException why,
      Map<Long, OdooException> failures) {
    if (!pacing.maySendFewer(change.work(), odooIds.size(), why)) {
      throw why;
    }
    halves(odooIds, change, 1, failures);
  }

  private void readBack(
      List<Long> odooIds,
      BatchWrite change,
      int attempt,
      OdooOutcomeUnknownException why,
      Map<Long, OdooException> failures) {
    Set<Long> made = change.made(odooIds);
    List<Long> rest = odooIds.stream().filter(id -> !made.contains(id)).toList();
    if (rest.size() > 1 && attempt > 1 && why.reason() == Reason.BROKE_OFF) {
      halves(rest, change, attempt, failures);
    } else if (attempt < MAX_ATTEMPTS) {
      make(rest, change, attempt + 1, failures);
    } else {
      rest.forEach(id -> failures.put(id, why));
    }
  }

  private void halve(
      List<Long> odooIds, BatchWrite change, OdooException why, Map<Long, OdooException> failures) {
    if (odooIds.size() == 1) {
      failures.put(odooIds.get(0), why);
    } else {
      halves(odooIds, change, 1, failures);
    }
  }

  private void halves(
      List<Long> odooIds, BatchWrite change, int attempt, Map<Long, OdooException> failures) {
    int middle = odooIds.size() / 2;
    make(odooIds.subList(0, middle), change, attempt, failures);
    make(odooIds.subList(middle, odooIds.size()), change, attempt, failures);
  }
}
