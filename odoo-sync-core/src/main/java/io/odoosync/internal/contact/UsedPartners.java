package io.odoosync.internal.contact;

import io.odoosync.internal.exchange.AllRecords;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The partners that Odoo itself works with: those of its companies and of its users. */
final class UsedPartners {

  private static final String PARTNER = "partner_id";

  private final OdooClient client;

  UsedPartners(OdooClient client) {
    this.client = client;
  }

  /** Those of these partners, each with what it is used for. */
  Map<Long, String> among(Collection<Long> partners) {
    Map<Long, String> used = new TreeMap<>();
    if (!partners.isEmpty()) {
      Domain these = Domain.field(PARTNER).isIn(new TreeSet<>(partners));
      add(used, "res.users", these.and(OdooModel.alsoArchived()), "it is a user of Odoo");
      add(used, "res.company", these, "it is a company of the database's own");
    }
    return used;
  }

  private void add(Map<Long, String> used, String model, Domain domain, String words) {
    AllRecords.read(client, model, domain, List.of(PARTNER))
        .forEach(record -> record.reference(PARTNER).ifPresent(id -> used.put(id, words)));
  }
}
