package io.odoosync.examples.secrets;

import com.sun.net.httpserver.HttpServer;
import io.odoosync.report.AdminNotifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Where reports are posted to, at an address with a token in it. */
final class Webhook implements AutoCloseable {

  private final HttpServer server;
  private final URI address;
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  Webhook(String token) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook/" + token);
  }

  AdminNotifier notifier() {
    return AdminNotifier.webhook(address);
  }

  Stream<String> bodies() {
    return bodies.stream();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
