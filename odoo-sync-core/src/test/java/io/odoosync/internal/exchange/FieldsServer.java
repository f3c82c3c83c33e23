package io.odoosync.internal.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A server over JSON-2 that says which fields its models have, and nothing else. */
final class FieldsServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Set<String>> models;
  private final HttpServer server;
  private final AtomicInteger questions = new AtomicInteger();

  FieldsServer(Map<String, Set<String>> models) throws IOException {
    this.models = models;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/json/2/", this::answer);
    server.start();
  }

  OdooClient client() {
    return OdooClient.connect(
        OdooConnection.builder()
            .url("http://127.0.0.1:" + server.getAddress().getPort())
            .database("db")
            .apiKey("key")
            .transport(OdooConnection.Transport.JSON2)
            .build());
  }

  int questions() {
    return questions.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    questions.incrementAndGet();
    String model = exchange.getRequestURI().getPath().split("/")[3];
    JsonNode asked = JSON.readTree(exchange.getRequestBody()).path("allfields");
    ObjectNode fields = JSON.createObjectNode();
    for (String field : models.get(model)) {
      if (asked.isEmpty() || asked.toString().contains("\"" + field + "\"")) {
        boolean lines = field.equals("line_ids");
        ObjectNode definition = fields.putObject(field);
        definition.put("type", lines ? "one2many" : "char");
        definition.put("relation", lines ? "account.move.line" : null);
      }
    }
    byte[] body = JSON.writeValueAsBytes(fields);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
