package io.odoosync.testkit.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.odoosync.testkit.Exchange;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.OdooRequest;
import io.odoosync.testkit.internal.rpc.Server;
import io.odoosync.testkit.internal.schema.Json;
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
  private final Way way;
  private final AtomicInteger count = new AtomicInteger();

  public Front(
      Server server,
      Function<OdooRequest, Optional<Fault>> faults,
      Consumer<Exchange> log,
      Way way) {
    this.server = server;
    this.faults = faults;
    this.log = log;
    this.way = way;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    way.travel();
    arrived(exchange, server.snapshot());
  }

  private void arrived(HttpExchange exchange, long snapshot) throws IOException {
    try (exchange) {
      if (isTooLarge(exchange)) {
        refuse(exchange, Request.unread(exchange, snapshot));
        return;
      }
      Request request = Request.of(exchange, snapshot);
      OdooRequest asked = Requests.of(count.incrementAndGet(), request);
      Optional<Fault> fault = faults.apply(asked);
      if (fault.isPresent()) {
        new FaultyAnswer(
                server, asked, JsonRpc.id(request), fault.get(), () -> work(asked, request), log)
            .send(exchange);
      } else {
        finish(exchange, asked, work(asked, request));
      }
    }
  }

  /** The length that a body says that it has; chunked ones say nothing and are let through. */
  private boolean isTooLarge(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    return length != null && Long.parseLong(length) > server.largestBody();
  }

  /** The connection is closed while the client still sends, which it may see as a reset. */
  private void refuse(HttpExchange exchange, Request request) throws IOException {
    finish(exchange, Requests.of(count.incrementAndGet(), request), Pages.tooLarge());
  }

  private Reply work(OdooRequest asked, Request request) {
    return way.work(asked, () -> answer(request));
  }

  /** By the release that the server has now. */
  private Reply answer(Request request) {
    try {
      return new Router(server).answer(request);
    } catch (Json.UnwritableException e) {
      return Reply.none();
    }
  }

  private void finish(HttpExchange exchange, OdooRequest asked, Reply reply) throws IOException {
    log.accept(logged(asked, reply, reply.status()));
    send(exchange, reply);
  }

  static Exchange logged(OdooRequest request, Reply reply, int status) {
    return new Exchange(request, reply.login(), status, reply.error(), reply.wrote());
  }

  static void send(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.isNone()) {
      return;
    }
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
