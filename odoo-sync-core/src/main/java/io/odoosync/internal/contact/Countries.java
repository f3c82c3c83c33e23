package io.odoosync.internal.contact;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads Odoo's countries. */
final class Countries {

  /** More than there are countries. */
  private static final Page EVERYTHING = new Page(10_000, 0, "id");

  private Countries() {}

  /** Database ids by ISO code in capitals. */
  static Map<String, Long> read(OdooClient client) {
    Map<String, Long> ids = new HashMap<>();
    for (OdooRecord country :
        client.searchRead("res.country", Domain.all(), List.of("code"), EVERYTHING)) {
      country.text("code").ifPresent(code -> ids.put(code.toUpperCase(Locale.ROOT), country.id()));
    }
    return ids;
  }
}
