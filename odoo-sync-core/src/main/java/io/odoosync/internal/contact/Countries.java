package io.odoosync.internal.contact;

import io.odoosync.internal.exchange.NameDirectory;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.odoo.OdooClient;

/** Reads Odoo's countries. */
final class Countries {

  private static final NamedModel COUNTRY =
      NamedModel.of("country", "res.country", "code", "code").whateverTheCase();

  private Countries() {}

  /** All countries, by ISO code whatever the case. */
  static NamedRecords read(OdooClient client) {
    NameDirectory countries = new NameDirectory(client, COUNTRY);
    countries.all();
    return countries.known();
  }
}
