package io.odoosync.internal.stage;

import io.odoosync.internal.exchange.BatchWriter;
import io.odoosync.internal.exchange.Creator;
import io.odoosync.internal.exchange.Identity;
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
import io.odoosync.internal.state.ChangeMemory;
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
   */
  public static RunContext of(Settings settings, CallTally calls, RunLog log, RunControl control) {
    OdooClient plain = control.watching(settings.client().observedBy(calls));
    Memory memory = new Memory(settings, control::progressed);
    Notices notices = new Notices(memory, log);
    ServerFields fields = new ServerFields(plain, (model, gone) -> absent(model, gone, log));
    OdooClient client = plain.mendedBy(fields);
    Links links = new Links(settings, client, control::progressed);
    Identity identity = new Identity(client, links, settings.namespace());
    Pacing pacing = new Pacing(settings, calls::retries);
    BatchWriter writer = new BatchWriter(control);
    return new RunContext(
        settings,
        client,
        log,
        control,
        links,
        identity,
        new Ownership(client.connection(), links, identity, settings.namespace()),
        memory,
        new Quarantine(memory),
        new OdooDirectory(client, fields),
        new OdooReader(client),
        new LinkRebuilder(client, links, identity, settings.namespace(), control),
        new Creator(client, links, control, pacing, settings.namespace()),
        writer,
        new Pusher(client, writer),
        fields,
        notices);
  }

  private static void absent(String model, Set<String> gone, RunLog log) {
    log.warn(
        SyncEvent.FIELD_LEFT_OUT,
        "this Odoo has no "
            + gone.stream().map(field -> model + "." + field).collect(Collectors.joining(", "))
            + ", or does not show it to the integration user: it goes on without");
  }
}
