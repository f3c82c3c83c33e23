package io.odoosync.verification.crash;

import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooConnection.Transport;
import io.odoosync.odoo.RetryPolicy;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.verification.odoo.Login;
import io.odoosync.verification.odoo.RealOdoo;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * An Odoo, and who may log in there.
 *
 * @param integration whom the engine works as
 * @param transport how the engine speaks with it; the person speaks as the server offers it
 * @param person somebody with the same rights, who works in Odoo's screens meanwhile
 * @param timeout how long the engine waits for an answer
 * @param retry how the engine repeats calls
 * @param wire what the engine's requests go through
 * @param callsAtOnce how many calls the engine makes at once
 */
record OdooSite(
    String url,
    String database,
    Transport transport,
    Login integration,
    Login person,
    Duration timeout,
    RetryPolicy retry,
    HttpClient wire,
    int callsAtOnce) {

  /** Hardly any waiting: these servers are in the process. */
  private static final RetryPolicy HURRIED =
      new RetryPolicy(3, Duration.ofMillis(1), Duration.ofSeconds(1));

  /** For servers on which two hosts post into one journal all the time. */
  static final RetryPolicy PATIENT =
      new RetryPolicy(8, Duration.ofMillis(200), Duration.ofSeconds(3));

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static final int MAX_RESPONSE_BYTES = 200_000;

  /** One for all tests: each has threads of its own. */
  static final HttpClient HTTP = HttpClient.newHttpClient();

  static OdooSite of(InProcessOdoo odoo) {
    return new OdooSite(
        odoo.url(),
        odoo.database(),
        Transport.AUTOMATIC,
        Login.of(odoo.integrationUser()),
        Login.of(odoo.personUser()),
        PATIENCE,
        HURRIED,
        HTTP,
        1);
  }

  /** The real one; skips the test if there is none. */
  static OdooSite fromEnvironment() {
    RealOdoo odoo = RealOdoo.assumed();
    return new OdooSite(
        odoo.url(),
        odoo.database(),
        Transport.AUTOMATIC,
        odoo.integration(),
        odoo.person(),
        PATIENCE,
        PATIENT,
        HTTP,
        1);
  }

  /** The same server behind another address. */
  OdooSite at(String otherUrl) {
    return new OdooSite(
        otherUrl, database, transport, integration, person, timeout, retry, wire, callsAtOnce);
  }

  /** The same server, spoken with in this way. */
  OdooSite by(Transport another) {
    return new OdooSite(
        url, database, another, integration, person, timeout, retry, wire, callsAtOnce);
  }

  /** The same server, asked by an engine that is in a hurry. */
  OdooSite within(Duration limit) {
    return new OdooSite(
        url, database, transport, integration, person, limit, retry, wire, callsAtOnce);
  }

  /** The same server; something happens to the engine's requests on their way. */
  OdooSite through(HttpClient otherWire) {
    return new OdooSite(
        url, database, transport, integration, person, timeout, retry, otherWire, callsAtOnce);
  }

  /** The same server, asked by an engine that makes so many calls at once. */
  OdooSite atOnce(int calls) {
    return new OdooSite(url, database, transport, integration, person, timeout, retry, wire, calls);
  }

  /** The engine's client; its calls end with the life. */
  OdooClient client(Life life, Undelivered undelivered) {
    return OdooClient.connect(
        connection(integration)
            .transport(transport)
            .requestTimeout(timeout)
            .httpClient(new MortalHttp(wire, life, undelivered))
            .build());
  }

  /** A person's client, whom no fault of the engine's process concerns. */
  OdooClient personClient() {
    return OdooClient.connect(connection(person).httpClient(HTTP).build());
  }

  private OdooConnection.Builder connection(Login user) {
    return OdooConnection.builder()
        .url(url)
        .database(database)
        .login(user.login())
        .apiKey(user.apiKey())
        .maxResponseBytes(MAX_RESPONSE_BYTES)
        .retry(retry);
  }
}
