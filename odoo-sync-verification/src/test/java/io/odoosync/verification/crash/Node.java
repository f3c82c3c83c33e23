package io.odoosync.verification.crash;

import io.odoosync.odoo.OdooConnection.Transport;
import io.odoosync.report.SyncReport;
import io.odoosync.store.RunLock;
import io.odoosync.verification.odoo.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * A process of the host of its own, which may be killed at any moment: runs once and prints the
 * report. What it must know is in variables of its environment. Its calls to Odoo go through a
 * {@link Gate}, and it asks there before and after each use of a store.
 */
public final class Node {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Node() {}

  /**
   * Runs.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    Workload workload = Workload.marked(variable("NODE_MARK"));
    if (variable("NODE_SCENARIO").equals(Scenario.CHANGES.name())) {
      workload.change();
    }
    Stores stores = Stores.on(variable("NODE_JDBC_URL"), Duration.parse(variable("NODE_LEASE")));
    if (variable("NODE_LOCK").equals("none")) {
      stores = stores.withLock(RunLock.none());
    }
    Host host = new Host(odoo(), stores, workload, new Undelivered());
    SyncReport report = host.run(Node::announce, Life.unending(), attempt -> {});
    System.out.println(report.toJson());
  }

  private static OdooSite odoo() {
    Login user = new Login(variable("NODE_LOGIN"), variable("NODE_API_KEY"));
    Duration timeout = Duration.ofSeconds(60);
    return new OdooSite(
        variable("NODE_URL"),
        variable("NODE_DATABASE"),
        Transport.AUTOMATIC,
        user,
        user,
        timeout,
        OdooSite.PATIENT,
        HTTP,
        Integer.parseInt(variable("NODE_CALLS")));
  }

  /** Returns when it may go on. */
  private static boolean announce(String boundary) {
    String path = Gate.PATH + "?" + URLEncoder.encode(boundary, StandardCharsets.UTF_8);
    HttpRequest request = HttpRequest.newBuilder(URI.create(variable("NODE_URL") + path)).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == Gate.GO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String variable(String name) {
    return Objects.requireNonNull(System.getenv(name), name);
  }
}
