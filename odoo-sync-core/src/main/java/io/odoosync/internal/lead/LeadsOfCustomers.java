package io.odoosync.internal.lead;

import io.odoosync.EntityType;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.stage.OpenKind.Times;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Odoo writes a lead when e-mail address or phone number of its customer change, whoever changes
 * them. A customer who was last written before the lead was has not moved the lead's time.
 */
final class LeadsOfCustomers {

  private static final String CUSTOMER = "partner_id";
  private static final String WRITTEN = "write_date";

  private final OdooClient client;

  LeadsOfCustomers(OdooClient client) {
    this.client = client;
  }

  /** What may have moved the times of these leads, in two calls however many they are. */
  Map<Long, String> sideEffects(Map<Long, Times> times) {
    Map<Long, Long> customers = new HashMap<>();
    for (OdooRecord lead : read(EntityType.TRAVEL.model(), times.keySet(), CUSTOMER)) {
      lead.reference(CUSTOMER).ifPresent(customer -> customers.put(lead.id(), customer));
    }
    Map<Long, Instant> changed = new HashMap<>();
    String model = EntityType.CONTACT.model();
    for (OdooRecord customer : read(model, new TreeSet<>(customers.values()), WRITTEN)) {
      customer.instant(WRITTEN).ifPresent(at -> changed.put(customer.id(), at));
    }
    Map<Long, String> words = new HashMap<>();
    customers.forEach(
        (lead, customer) -> {
          Instant at = changed.get(customer);
          Times known = times.get(lead);
          if (at != null && known != null && !at.isBefore(known.odoo())) {
            words.put(lead, model + " " + customer + ", its customer, may have moved it");
          }
        });
    return words;
  }

  /** A search, since a read of what is hidden or gone fails for all of them. */
  private List<OdooRecord> read(String model, Collection<Long> ids, String field) {
    return client.readAmong(model, ids, OdooModel.alsoArchived(), List.of(field));
  }
}
