package io.odoosync.benchmarks.million;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import java.util.BitSet;
import java.util.List;

/**
 * The contacts that are in Odoo.
 *
 * @param records all partners that are called as a contact of the host is
 * @param different as how many different contacts
 */
record Census(long records, long different) {

  private static final String MODEL = "res.partner";
  private static final int PAGE = 1_000;

  /** Counts. */
  static Census of(OdooClient odoo) {
    String prefix = Crowd.name(0).replace("0", "");
    BitSet seen = new BitSet();
    long records = 0;
    long last = 0;
    List<OdooRecord> page;
    do {
      Domain next = Domain.field("id").isGreaterThan(last);
      page = odoo.searchRead(MODEL, next, List.of("name"), Page.first(PAGE).orderedBy("id"));
      for (OdooRecord record : page) {
        String name = record.text("name").orElse("");
        if (name.startsWith(prefix) && name.substring(prefix.length()).matches("\\d{1,9}")) {
          records++;
          seen.set(Integer.parseInt(name.substring(prefix.length())));
        }
        last = record.id();
      }
    } while (page.size() == PAGE);
    return new Census(records, seen.cardinality());
  }

  long doubles() {
    return records - different;
  }
}
