package io.odoosync.testkit.internal.http;

import com.sun.net.httpserver.HttpExchange;
import io.odoosync.testkit.Exchange;
import io.odoosync.testkit.Fact;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.OdooRequest;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.rpc.Server;
import io.odoosync.testkit.internal.schema.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An answer to a request that something goes wrong with. */
final class FaultyAnswer {
  private static final String JSON = "application/json; charset=utf-8";
  private static final int BLOCK = 8192;

  private final Server server;
  private final OdooRequest request;
  private final Object id;
  private final Fault fault;
  private final Supplier<Reply> work;
  private final Consumer<Exchange> log;

  FaultyAnswer(
      Server server,
      OdooRequest request,
      Object id,
      Fault fault,
      Supplier<Reply> work,
      Consumer<Exchange> log) {
    this.server = server;
    this.request = request;
    this.id = id;
    this.fault = fault;
    this.work = work;
    this.log = log;
  }

  void send(HttpExchange exchange) throws IOException {
    if (fault instanceof Fault.CloseBefore) {
      closed(Reply.none());
    } else if (fault instanceof Fault.CloseAfterCommit) {
      closed(work.get());
    } else if (fault instanceof Fault.TruncatedBody) {
      truncated(exchange, work.get());
    } else if (fault instanceof Fault.OversizedBody oversized) {
      padded(exchange, work.get(), oversized.bytes());
    } else {
      Reply reply = reply();
      log.accept(Front.logged(request, reply, reply.status()));
      Front.send(exchange, reply);
    }
  }

  private void closed(Reply reply) {
    log.accept(Front.logged(request, reply, 0));
  }

  private Reply reply() {
    if (fault instanceof Fault.Status status) {
      Reply page = Pages.proxy(status.status());
      return status.retryAfter().isEmpty() ? page : page.with("Retry-After", status.retryAfter());
    }
    if (fault instanceof Fault.StatusAfterCommit status) {
      return instead(work.get(), Pages.proxy(status.status()));
    }
    if (fault instanceof Fault.HtmlBody) {
      return instead(work.get(), Pages.proxy(200));
    }
    return fault instanceof Fault.SerializationFailure ? notSerialized() : late();
  }

  private static Reply instead(Reply real, Reply shown) {
    return shown.wrote(real.wrote()).by(real.login());
  }

  private Reply late() {
    if (fault instanceof Fault.Delay delay) {
      Way.await(delay.delay().toNanos());
    }
    if (fault instanceof Fault.Hook hook) {
      hook.before().accept(request);
    }
    Reply reply = work.get();
    if (fault instanceof Fault.SlowAnswer slow) {
      Way.await(slow.delay().toNanos());
    }
    if (fault instanceof Fault.Hook hook) {
      hook.afterCommit().accept(request);
    }
    return reply;
  }

  private Reply notSerialized() {
    boolean json2 = request.path().startsWith("/json/2");
    if (request.method().equals("load")) {
      Map<String, Object> refusal =
          refusal(hidesConflicts() ? OdooError.withoutAccount() : OdooError.serialization());
      return Reply.json(200, JSON, Json.text(json2 ? refusal : result(refusal)));
    }
    OdooError error = OdooError.serialization();
    Map<String, Object> body = Errors.object(error, server);
    return Reply.json(json2 ? 500 : 200, JSON, Json.text(json2 ? body : error(body)))
        .failed(error.name());
  }

  /** Odoo 14 tries invoices once more, with what the first try has left of their values. */
  private boolean hidesConflicts() {
    return server.release().has(Fact.LOAD_TRIES_SPOILT_ROWS)
        && request.model().equals("account.move");
  }

  private static Map<String, Object> refusal(OdooError error) {
    Map<String, Object> message =
        Map.of(
            "rows",
            Map.of("from", 0, "to", 0),
            "record",
            0,
            "type",
            "error",
            "message",
            error.text());
    return Map.of("ids", false, "messages", List.of(message), "nextrow", 0);
  }

  private Map<String, Object> result(Object result) {
    return Map.of("jsonrpc", "2.0", "id", id, "result", result);
  }

  private Map<String, Object> error(Object data) {
    Map<String, Object> error = Map.of("code", 200, "message", "Odoo Server Error", "data", data);
    return Map.of("jsonrpc", "2.0", "id", id, "error", error);
  }

  private void truncated(HttpExchange exchange, Reply reply) throws IOException {
    log.accept(Front.logged(request, reply, reply.status()));
    Front.start(exchange, reply, reply.bytes().length);
    OutputStream body = exchange.getResponseBody();
    body.write(reply.bytes(), 0, reply.bytes().length / 2);
    body.flush();
  }

  private void padded(HttpExchange exchange, Reply reply, long size) throws IOException {
    log.accept(Front.logged(request, reply, reply.status()));
    long total = Math.max(size, reply.bytes().length);
    Front.start(exchange, reply, total);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(reply.bytes());
      byte[] blanks = new byte[BLOCK];
      Arrays.fill(blanks, (byte) ' ');
      for (long left = total - reply.bytes().length; left > 0; left -= BLOCK) {
        body.write(blanks, 0, (int) Math.min(BLOCK, left));
      }
    }
  }
}
