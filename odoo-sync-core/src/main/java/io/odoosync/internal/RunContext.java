package io.odoosync.internal;

import io.odoosync.odoo.OdooClient;

/**
 * What the stages of one run share.
 *
 * @param settings the engine's configuration
 * @param client counts this run's calls
 * @param journal tells what happens
 * @param links the id store
 * @param recovery finds what the id store does not know
 * @param creator creates records
 * @param updater changes records
 * @param changes makes steps of many records at once
 */
record RunContext(
    Settings settings,
    OdooClient client,
    Journal journal,
    Links links,
    Recovery recovery,
    Creator creator,
    Updater updater,
    Changes changes) {

  static RunContext of(Settings settings, OdooClient client, Journal journal) {
    Links links = new Links(settings, client);
    return new RunContext(
        settings,
        client,
        journal,
        links,
        new Recovery(client, links, settings.namespace()),
        new Creator(client, links, settings.namespace()),
        new Updater(client, links),
        new Changes(() -> {}));
  }
}
