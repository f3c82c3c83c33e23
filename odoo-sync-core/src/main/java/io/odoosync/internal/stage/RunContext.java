package io.odoosync.internal.stage;

import io.odoosync.internal.state.CallTally;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.PlanGate;
import io.odoosync.internal.state.Quarantine;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.RunLog;
import io.odoosync.internal.state.Settings;
import io.odoosync.odoo.OdooClient;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of one run share.
 *
 * @param settings the engine's configuration
 * @param client counts this run's calls
 * @param journal tells what happens
 * @param control says whether the run may go on
 * @param links the id store
 * @param memory the state store
 * @param quarantine holds records back that keep failing
 * @param rebuilder restores lost links
 * @param creator creates records
 * @param changes changes records
 * @param planGate lets only pass what was planned; {@code null} if everything may
 */
public record RunContext(
    Settings settings,
    OdooClient client,
    RunLog journal,
    RunControl control,
    Links links,
    Memory memory,
    Quarantine quarantine,
    LinkRebuilder rebuilder,
    Creator creator,
    BatchWriter changes,
    @Nullable PlanGate planGate) {

  /** For a run that does what it decides. */
  public static RunContext running(
      Settings settings,
      CallTally calls,
      RunLog journal,
      RunControl control,
      @Nullable PlanGate planGate) {
    return of(settings, calls, journal, control, planGate, false);
  }

  /** For one that only plans. */
  public static RunContext planning(
      Settings settings, CallTally calls, RunLog journal, RunControl control) {
    return of(settings, calls, journal, control, null, true);
  }

  private static RunContext of(
      Settings settings,
      CallTally calls,
      RunLog journal,
      RunControl control,
      @Nullable PlanGate planGate,
      boolean readOnly) {
    OdooClient client = settings.client().observedBy(calls);
    Links links = new Links(settings, client, readOnly);
    Memory memory = new Memory(settings, readOnly);
    Pacing pacing = new Pacing(settings, calls::retries);
    return new RunContext(
        settings,
        client,
        journal,
        control,
        links,
        memory,
        new Quarantine(memory),
        new LinkRebuilder(client, links, settings.namespace()),
        new Creator(client, links, control, pacing, settings.namespace()),
        new BatchWriter(control),
        planGate);
  }
}
