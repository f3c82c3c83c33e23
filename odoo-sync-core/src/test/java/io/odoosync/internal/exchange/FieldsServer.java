package io.odoosync.internal.exchange;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** A server over JSON-2 that says which fields its models have, and nothing else. */
final class FieldsServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Set<String>> models;
  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

  FieldsServer(Map<String, Set<String>> models) {
    this.models = new ConcurrentHashMap<>(models);
    server.start();
    models.keySet().forEach(this::answer);
  }

  OdooClient client() {
    return OdooClient.connect(
        OdooConnection.builder()
            .url("http://127.0.0.1:" + server.port())
            .database("db")
            .apiKey("key")
            .transport(OdooConnection.Transport.JSON2)
            .build());
  }

  /** From now on a model has a field less. */
  void lose(String model, String field) {
    Set<String> rest = new TreeSet<>(models.getOrDefault(model, Set.of()));
    rest.remove(field);
    models.put(model, rest);
    answer(model);
  }

  int questions() {
    return server.getAllServeEvents().size();
  }

  private void answer(String model) {
    ObjectNode fields = JSON.createObjectNode();
    for (String field : models.getOrDefault(model, Set.of())) {
      boolean lines = field.equals("line_ids");
      ObjectNode definition = fields.putObject(field);
      definition.put("type", lines ? "one2many" : "char");
      definition.put("relation", lines ? "account.move.line" : null);
    }
    server.stubFor(post("/json/2/" + model + "/fields_get").willReturn(okJson(fields.toString())));
  }

  @Override
  public void close() {
    server.stop();
  }
}
