package io.odoosync.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Calls the in-process Odoo as its integration user, over JSON-RPC. */
record OdooClientForTests(InProcessOdoo odoo) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** The result; the test fails if there is none. */
  JsonNode result(String model, String method, Object... arguments) {
    JsonNode answer = call(model, method, List.of(arguments), Map.of());
    if (answer.has("error")) {
      throw new AssertionError(answer.path("error").path("data").path("message").asText());
    }
    return answer.path("result");
  }

  /** The name of the error that the call ends with. */
  String error(String model, String method, Object... arguments) {
    return call(model, method, List.of(arguments), Map.of())
        .path("error")
        .path("data")
        .path("name")
        .asText();
  }

  JsonNode call(String model, String method, List<?> arguments, Map<String, ?> keywords) {
    try {
      return JSON.readTree(exchange(model, method, arguments, keywords).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> exchange(
      String model, String method, List<?> arguments, Map<String, ?> keywords) throws IOException {
    Account user = odoo.integrationUser();
    List<Object> positions =
        List.of(odoo.database(), user.id(), user.apiKey(), model, method, arguments, keywords);
    Map<String, Object> parameters =
        Map.of("service", "object", "method", "execute_kw", "args", positions);
    Map<String, Object> body =
        Map.of("jsonrpc", "2.0", "method", "call", "id", 7, "params", parameters);
    return post("/jsonrpc", JSON.writeValueAsString(body));
  }

  HttpResponse<String> post(String path, String body) throws IOException {
    return post(path, body, odoo.apiKey());
  }

  HttpResponse<String> post(String path, String body, String key) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(odoo.url() + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  int loadPartner(String externalId, String name) {
    return result("res.partner", "load", List.of("id", "name"), List.of(List.of(externalId, name)))
        .path("ids")
        .path(0)
        .asInt();
  }
}
