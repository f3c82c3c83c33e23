package io.odoosync.benchmarks.million;

import io.odoosync.benchmarks.OdooSite;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** An Odoo and a PostgreSQL, each in a process of its own, and hosts between them. */
final class Surroundings implements AutoCloseable {

  /** What the testkit's Odoo needs by itself, and for each contact. */
  private static final int ODOO_MEBIBYTES = 512;

  private static final int ODOO_CONTACTS_PER_MEBIBYTE = 110;

  private final EmbeddedPostgres postgres;
  private final ChildProcess odoo;
  private final OdooSite integration;
  private final OdooSite person;

  private Surroundings(EmbeddedPostgres postgres, ChildProcess odoo, String[] address) {
    this.postgres = postgres;
    this.odoo = odoo;
    this.integration = new OdooSite(address[0], address[1], address[2], address[3]);
    this.person = new OdooSite(address[0], address[1], address[4], address[5]);
  }

  /** Starts both, with room for so many contacts. */
  static Surroundings start(int contacts) {
    ChildProcess odoo = ChildProcess.start(OdooProcess.class, odooHeap(contacts), List.of());
    try {
      String address = odoo.line().orElseThrow(() -> new IllegalStateException("Odoo ended"));
      return new Surroundings(EmbeddedPostgres.start(), odoo, address.split(" ", -1));
    } catch (IOException e) {
      odoo.close();
      throw new UncheckedIOException(e);
    }
  }

  private static String odooHeap(int contacts) {
    return ODOO_MEBIBYTES + contacts / ODOO_CONTACTS_PER_MEBIBYTE + "m";
  }

  OdooSite integration() {
    return integration;
  }

  LinkTable links() {
    return new LinkTable(postgres.getPostgresDatabase());
  }

  /** Starts a host. */
  ChildProcess host(Load load, List<Step> steps) {
    String jdbcUrl = postgres.getJdbcUrl("postgres", "postgres");
    HostOrder order =
        new HostOrder(integration, person, jdbcUrl, load.contacts(), load.callsAtOnce(), steps);
    return ChildProcess.start(HostProcess.class, load.heap(), order.arguments());
  }

  @Override
  public void close() {
    odoo.close();
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
