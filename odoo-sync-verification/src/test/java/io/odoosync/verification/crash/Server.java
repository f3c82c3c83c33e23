package io.odoosync.verification.crash;

import io.odoosync.odoo.OdooConnection.Transport;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.verification.odoo.Share;
import java.util.List;
import java.util.stream.Stream;

/** A release of the in-process Odoo, and the transport that is spoken with it. */
record Server(OdooRelease release, Transport transport) {

  /** Each release by each transport that it has. */
  static List<Server> all() {
    return Stream.of(OdooRelease.values()).flatMap(Server::of).toList();
  }

  private static Stream<Server> of(OdooRelease release) {
    Stream<Transport> transports =
        release.hasJson2()
            ? Stream.of(Transport.JSON2, Transport.JSON_RPC)
            : Stream.of(Transport.JSON_RPC);
    return transports.map(transport -> new Server(release, transport));
  }

  /** Those of the cases that are tried on this server. */
  <T> List<T> tried(Share share, List<T> cases) {
    return share.of(cases, all().indexOf(this), all().size());
  }

  InProcessOdoo start() {
    return InProcessOdoo.start(release);
  }

  OdooSite site(InProcessOdoo odoo) {
    return OdooSite.of(odoo).by(transport);
  }

  @Override
  public String toString() {
    return release + " by " + transport;
  }
}
