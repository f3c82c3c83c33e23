package io.odoosync.testkit.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.odoosync.testkit.Exchange;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.OdooRequest;
import io.odoosync.testkit.internal.rpc.Server;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a request, lets the router answer it, and does to it what the faults say. */
public final class Front implements HttpHandler {
  private final Server server;
  private final Function<OdooRequest, Optional<Fault>> faults;
  private final Consumer<Exchange> log;
  private final AtomicInteger count = new AtomicInteger();

  public Front(
      Server server, Function<OdooRequest, Optional<Fault>> faults, Consumer<Exchange> log) {
    this.server = server;
    this.faults = faults;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long snapshot = server.snapshot();
    try (exchange) {
      Request request = Request.of(exchange, snapshot);
      OdooRequest asked = Requests.of(count.incrementAndGet(), request);
      Optional<Fault> fault = faults.apply(asked);
      if (fault.isPresent()) {
        new FaultyAnswer(
                server.release(),
                asked,
                JsonRpc.id(request),
                fault.get(),
                () -> answer(request),
                log)
            .send(exchange);
      } else {
        Reply reply = answer(request);
        log.accept(logged(asked, reply, reply.status()));
        send(exchange, reply);
      }
    }
  }

  /** By the release that the server has now. */
  private Reply answer(Request request) {
    return new Router(server).answer(request);
  }

  static Exchange logged(OdooRequest request, Reply reply, int status) {
    return new Exchange(request, reply.login(), status, reply.error(), reply.wrote());
  }

  static void send(HttpExchange exchange, Reply reply) throws IOException {
    start(exchange, reply, reply.bytes().length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(reply.bytes());
    }
  }

  /** Sends status and headers. Odoo closes every connection after its answer. */
  static void start(HttpExchange exchange, Reply reply, long length) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange.getResponseHeaders().set("Connection", "close");
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
  }
}
