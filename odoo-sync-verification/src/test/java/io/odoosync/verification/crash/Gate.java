package io.odoosync.verification.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * What a {@link Node} reaches the world through: a proxy in front of Odoo, where the node also
 * announces its use of the stores. It counts the boundaries and says when it is the node's last.
 */
final class Gate implements AutoCloseable {

  /** Where boundaries are announced. */
  static final String PATH = "/gate";

  /** The status that says that the node lives on. */
  static final int GO = 204;

  private static final Set<String> PASSED_ON =
      Set.of("authorization", "content-type", "x-odoo-database", "accept", "user-agent");

  private final String odoo;
  private final int last;
  private final Consumer<String> killer;
  private final boolean goesOn;
  private final List<String> reached = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /**
   * Opens a gate.
   *
   * @param odoo the address of the server behind it
   * @param last the number of the boundary at which the node dies, from 1
   * @param killer kills the node; returns when it is dead
   */
  Gate(String odoo, int last, Consumer<String> killer) {
    this(odoo, last, killer, false);
  }

  /**
   * Opens a gate at which a node pauses once.
   *
   * @param boundary the number of the boundary at which it does, from 1
   * @param pause stops the node, and returns when it is under way again
   */
  static Gate pausing(String odoo, int boundary, Consumer<String> pause) {
    return new Gate(odoo, boundary, pause, true);
  }

  private Gate(String odoo, int last, Consumer<String> killer, boolean goesOn) {
    this.goesOn = goesOn;
    this.odoo = odoo;
    this.last = last;
    this.killer = killer;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::forward);
    server.createContext(PATH, this::announced);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The boundaries that were reached, in their order. */
  synchronized List<String> reached() {
    return List.copyOf(reached);
  }

  private void announced(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (passes(exchange.getRequestURI().getQuery())) {
        exchange.sendResponseHeaders(GO, -1);
      }
    }
  }

  private void forward(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String call = RpcName.of(exchange.getRequestURI().getPath(), body);
    try (exchange) {
      if (!passes("before " + call)) {
        return;
      }
      boolean late = !RpcName.reads(call) && !passes("on its way " + call);
      OwnConnection.Answer answer = OwnConnection.send(passedOn(exchange, odoo, body));
      if (late || !passes("done, not answered " + call)) {
        return;
      }
      answer(exchange, answer, call);
    }
  }

  /** The last boundary of a call is counted before its answer is sent: the node is quick. */
  private void answer(HttpExchange exchange, OwnConnection.Answer answer, String call)
      throws IOException {
    boolean dies = count("after " + call) == last;
    if (answer.type() != null) {
      exchange.getResponseHeaders().set("Content-Type", answer.type());
    }
    byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
    if (dies) {
      killer.accept("after " + call);
    }
  }

  private static HttpRequest passedOn(HttpExchange exchange, String odoo, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(odoo + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.get(0));
              }
            });
    return request.build();
  }

  private boolean passes(String boundary) {
    int number = count(boundary);
    if (number == last) {
      killer.accept(boundary);
    }
    return goesOn || number < last;
  }

  private synchronized int count(String boundary) {
    reached.add(reached.size() + 1 + " " + boundary);
    return reached.size();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
