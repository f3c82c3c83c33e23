package io.odoosync.verification.crash;

import io.odoosync.odoo.OdooConnection.Transport;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.verification.odoo.Share;
import java.util.List;
import java.util.stream.Stream;

/**
 * A release of the in-process Odoo, the transport that is spoken with it, and how many calls are
 * made at once.
 */
record Server(OdooRelease release, Transport transport, int callsAtOnce) {

  private static final int SEVERAL = 4;

  /** Each release by each transport that it has, with one call at a time. */
  static List<Server> all() {
    return Stream.of(OdooRelease.values()).flatMap(Server::of).toList();
  }

  private static Stream<Server> of(OdooRelease release) {
    Stream<Transport> transports =
        release.hasJson2()
            ? Stream.of(Transport.JSON2, Transport.JSON_RPC)
            : Stream.of(Transport.JSON_RPC);
    return transports.map(transport -> new Server(release, transport, 1));
  }

  /**
   * The same server with one call at a time for every second number, else with several. A failure
   * is found by either; together they take no longer than one.
   */
  Server alternating(int number) {
    return new Server(release, transport, number % 2 == 0 ? 1 : SEVERAL);
  }

  /** Which of all it is, from 0. */
  int number() {
    return all().indexOf(alternating(0));
  }

  /** Those of the cases that are tried on this server. */
  <T> List<T> tried(Share share, List<T> cases) {
    return share.of(cases, number(), all().size());
  }

  InProcessOdoo start() {
    return InProcessOdoo.builder(release).clock(new TickingClock()).start();
  }

  OdooSite site(InProcessOdoo odoo) {
    return OdooSite.of(odoo).by(transport).atOnce(callsAtOnce);
  }

  @Override
  public String toString() {
    return release + " by " + transport + (callsAtOnce == 1 ? "" : ", several calls at once");
  }
}
