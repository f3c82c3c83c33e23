package io.odoosync.internal;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.plan.Decision;
import io.odoosync.report.Outcome;
import io.odoosync.store.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes changed fields to records that are in Odoo already. */
final class Updater {

  private final OdooClient client;
  private final Links links;

  Updater(OdooClient client, Links links) {
    this.client = client;
    this.links = links;
  }

  /**
   * Updates records.
   *
   * @param outcomes takes the outcome of each record for which there is one when this ends, also if
   *     it ends by an exception
   */
  void update(
      EntityType type, Map<LocalKey, Decision.Update> updates, Map<LocalKey, Outcome> outcomes) {
    List<Link> done = new ArrayList<>();
    try {
      updates.forEach(
          (key, update) -> {
            Outcome outcome = write(type, update);
            outcomes.put(key, outcome);
            if (outcome instanceof Outcome.Updated) {
              done.add(links.linked(type, key, update.odooId(), update.mapped()));
            }
          });
    } finally {
      links.save(done);
    }
  }

  private Outcome write(EntityType type, Decision.Update update) {
    try {
      client.write(type.model(), List.of(update.odooId()), update.push().written());
      return new Outcome.Updated(update.odooId());
    } catch (OdooException e) {
      if (RunStoppedException.isFor(e)) {
        throw e;
      }
      return Failures.of(e);
    }
  }
}
