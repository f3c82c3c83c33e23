package io.odoosync.internal.stage;

import io.odoosync.internal.change.ChangeMemory;
import io.odoosync.internal.exchange.BatchWriter;
import io.odoosync.internal.exchange.Creator;
import io.odoosync.internal.exchange.FanOut;
import io.odoosync.internal.exchange.Identity;
import io.odoosync.internal.exchange.KnownInRun;
import io.odoosync.internal.exchange.LinkRebuilder;
import io.odoosync.internal.exchange.OdooDirectory;
import io.odoosync.internal.exchange.OdooReader;
import io.odoosync.internal.exchange.Ownership;
import io.odoosync.internal.exchange.Pacing;
import io.odoosync.internal.exchange.Pusher;
import io.odoosync.internal.exchange.ServerFields;
import io.odoosync.internal.log.Notices;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.state.CallTally;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.Quarantine;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.Settings;
import io.odoosync.odoo.OdooClient;
import io.odoosync.store.SyncEvent;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the stages of one run share.
 *
 * @param settings the engine's configuration
 * @param client counts this run's calls
 * @param known the same, for questions about what seldom changes: what the engine knows is not
 *     asked
 * @param server what the engine knows of it
 * @param atOnce makes several calls at once
 * @param log tells what happens
 * @param control says whether the run may go on
 * @param links the id store
 * @param identity tells whether links lead to the records that they were made for
 * @param ownership tells whose links the id store holds
 * @param memory the state store
 * @param quarantine holds records back that keep failing
 * @param directory knows what the server has
 * @param reader reads records
 * @param rebuilder restores lost links
 * @param creator creates records
 * @param writer makes one change to many records
 * @param pusher makes many changes to many records
 * @param fields knows which fields the server has
 * @param notices says what is to be said of the server
 */
public record RunContext(
    Settings settings,
    OdooClient client,
    OdooClient known,
    KnownInRun server,
    FanOut atOnce,
    RunLog log,
    RunControl control,
    Links links,
    Identity identity,
    Ownership ownership,
    Memory memory,
    Quarantine quarantine,
    OdooDirectory directory,
    OdooReader reader,
    LinkRebuilder rebuilder,
    Creator creator,
    BatchWriter writer,
    Pusher pusher,
    ServerFields fields,
    Notices notices) {

  /** The same for what only looks: what it would write is seen by itself alone. */
  RunContext reading() {
    Settings planning = settings.planning();
    Links uncommitted = new Links(planning, client, control::progressed);
    Identity looked = new Identity(client, uncommitted, settings.namespace());
    Memory unsaved = new Memory(planning, control::progressed);
    return new RunContext(
        planning,
        client,
        known,
        server,
        atOnce,
        new RunLog("survey", planning),
        control,
        uncommitted,
        looked,
        new Ownership(client.connection(), uncommitted, looked, settings.namespace()),
        unsaved,
        new Quarantine(unsaved),
        directory,
        reader,
        new LinkRebuilder(client, uncommitted, looked, settings.namespace(), control),
        creator,
        writer,
        pusher,
        fields,
        notices);
  }

  /** What is remembered of when was looked at what. */
  public ChangeMemory changes() {
    return new ChangeMemory(memory, Ownership.odoo(client.connection()));
  }

  /**
   * Makes it for one run.
   *
   * @param calls counts the calls
   * @param server what is known of the server
   */
  public static RunContext of(
      Settings settings, CallTally calls, RunLog log, RunControl control, KnownInRun server) {
    OdooClient plain = control.watching(calls.counting(settings, control));
    Memory memory = new Memory(settings, control::progressed);
    Notices notices = new Notices(memory, log);
    ServerFields fields =
        new ServerFields(
            server.fields(plain), server.anew(plain), (model, gone) -> absent(model, gone, log));
    FanOut atOnce = FanOut.upTo(settings.flow().callsAtOnce());
    OdooClient client = atOnce.open(plain.mendedBy(server.confirming(fields, plain)));
    OdooReader reader = new OdooReader(client, atOnce);
    Links links = new Links(settings, client, control::progressed);
    Identity identity = new Identity(client, links, settings.namespace());
    Pacing pacing = new Pacing(settings, calls::retries);
    BatchWriter writer = new BatchWriter(control, pacing, atOnce);
    OdooClient storing =
        settings.rules().tracking() ? client : client.withContext("tracking_disable", true);
    return new RunContext(
        settings,
        client,
        server.known(client),
        server,
        atOnce,
        log,
        control,
        links,
        identity,
        new Ownership(client.connection(), links, identity, settings.namespace()),
        memory,
        new Quarantine(memory),
        new OdooDirectory(client, fields, server),
        reader,
        new LinkRebuilder(client, links, identity, settings.namespace(), control),
        new Creator(storing, links, control, pacing, settings.namespace(), reader, atOnce),
        writer,
        new Pusher(storing, writer, reader),
        fields,
        notices);
  }

  /**
   * Makes sure, before anything is written to either side, that the server is as it is known.
   *
   * @param creates whether records are created there
   */
  public void confirmServer(boolean creates) {
    server.confirm(client, atOnce, creates);
  }

  /** Makes sure that all that this run took from what is known of the server is still so. */
  public void confirmAllOfServer() {
    server.confirmAll(client, atOnce);
  }

  private static void absent(String model, Set<String> gone, RunLog log) {
    log.warn(
        SyncEvent.FIELD_LEFT_OUT,
        "this Odoo has no "
            + gone.stream().map(field -> model + "." + field).collect(Collectors.joining(", "))
            + ", or does not show it to the integration user: it goes on without");
  }
}
