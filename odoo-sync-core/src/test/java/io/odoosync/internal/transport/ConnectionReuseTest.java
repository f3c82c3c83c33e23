package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.RetryPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A server like Odoo 14's: HTTP/1.0, no Connection header, and it closes after each answer. */
class ConnectionReuseTest {

  @Test
  void call_serverSilentAboutConnection_usesNoConnectionTwice() throws IOException {
    try (SilentServer server = new SilentServer("")) {
      OdooClient client = client(server);
      for (int i = 0; i < 20; i++) {
        assertThat(client.searchCount("res.partner", Domain.all())).isEqualTo(7);
      }
      assertThat(server.requestsByConnection).hasSize(21).containsOnly(1);
    }
  }

  @Test
  void call_serverOffersKeepAlive_usesConnectionAgain() throws IOException {
    try (SilentServer server = new SilentServer("Connection: keep-alive\r\n")) {
      OdooClient client = client(server);
      for (int i = 0; i < 20; i++) {
        assertThat(client.searchCount("res.partner", Domain.all())).isEqualTo(7);
      }
      assertThat(server.requestsByConnection).hasSizeLessThan(21);
    }
  }

  private static OdooClient client(SilentServer server) {
    return OdooClient.connect(
        OdooConnection.builder()
            .url("http://127.0.0.1:" + server.socket.getLocalPort())
            .database("test")
            .login("sync")
            .apiKey("key")
            .transport(OdooConnection.Transport.JSON_RPC)
            .retry(RetryPolicy.NEVER)
            .build());
  }

  /** Keeps connections open, so that a client which wants to use one again can. */
  private static final class SilentServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Integer> requestsByConnection = new CopyOnWriteArrayList<>();
    private final String header;

    private SilentServer(String header) throws IOException {
      this.header = header;
      Thread acceptor = new Thread(this::accept, "silent-server");
      acceptor.setDaemon(true);
      acceptor.start();
    }

    private void accept() {
      while (!socket.isClosed()) {
        try {
          Socket connection = socket.accept();
          int number = requestsByConnection.size();
          requestsByConnection.add(0);
          Thread handler = new Thread(() -> serve(connection, number), "connection-" + number);
          handler.setDaemon(true);
          handler.start();
        } catch (IOException e) {
          return;
        }
      }
    }

    private void serve(Socket connection, int number) {
      try (connection;
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(
                      connection.getInputStream(), StandardCharsets.ISO_8859_1))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          int length = 0;
          for (; line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
              length = Integer.parseInt(line.substring(15).strip());
            }
          }
          in.skip(length);
          requestsByConnection.set(number, requestsByConnection.get(number) + 1);
          answer(connection);
        }
      } catch (IOException e) {
        // The client closed the connection: that is what the test is about.
        assertThat(connection.isClosed()).isTrue();
      }
    }

    private void answer(Socket connection) throws IOException {
      String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":7}";
      String head =
          "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n"
              + header
              + "Content-Length: "
              + body.length()
              + "\r\n\r\n";
      connection.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
      connection.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
