package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever shares a client with the harness must not find a connection that Odoo 14 has closed. */
class MortalHttpTest {

  private static final byte[] ANSWER =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":7}".getBytes(StandardCharsets.UTF_8);

  private final List<InetSocketAddress> connections = new CopyOnWriteArrayList<>();
  private HttpServer silentAboutConnections;

  @BeforeEach
  void serve() throws IOException {
    silentAboutConnections =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    silentAboutConnections.createContext(
        "/",
        exchange -> {
          connections.add(exchange.getRemoteAddress());
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, ANSWER.length);
          exchange.getResponseBody().write(ANSWER);
          exchange.close();
        });
    silentAboutConnections.start();
  }

  @AfterEach
  void stop() {
    silentAboutConnections.stop(0);
  }

  @Test
  void call_serverSilentAboutConnection_leavesNoneToUseAgain() {
    OdooClient client =
        OdooClient.connect(
            OdooConnection.builder()
                .url(url())
                .database("test")
                .login("sync")
                .apiKey("key")
                .transport(OdooConnection.Transport.JSON_RPC)
                .retry(RetryPolicy.NEVER)
                .httpClient(
                    new MortalHttp(HttpClient.newHttpClient(), Life.unending(), new Undelivered()))
                .build());

    for (int i = 0; i < 5; i++) {
      assertThat(client.searchCount("res.partner", Domain.all())).isEqualTo(7);
    }

    assertThat(connections).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void deliver_serverSilentAboutConnection_leavesNoneToUseAgain() {
    Undelivered undelivered = new Undelivered();
    for (int i = 0; i < 5; i++) {
      undelivered.keep(
          Undelivered.Until.NEXT_WRITE,
          HttpRequest.newBuilder(URI.create(url() + "/jsonrpc"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build());
    }

    assertThat(undelivered.deliver(Undelivered.Until.NEXT_WRITE)).isTrue();
    assertThat(connections).hasSize(5).doesNotHaveDuplicates();
  }

  private String url() {
    return "http://127.0.0.1:" + silentAboutConnections.getAddress().getPort();
  }
}
