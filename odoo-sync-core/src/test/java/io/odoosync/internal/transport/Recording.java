package io.odoosync.internal.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What a real Odoo once answered: a file in {@code src/test/resources/recordings}. */
record Recording(JsonNode response) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Recording named(String name) {
    try (InputStream file = Recording.class.getResourceAsStream("/recordings/" + name + ".json")) {
      return new Recording(JSON.readTree(Objects.requireNonNull(file, name)).path("response"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ResponseDefinitionBuilder replayed() {
    ResponseDefinitionBuilder answer =
        WireMock.aResponse().withStatus(response.path("status").intValue());
    response
        .path("headers")
        .properties()
        .forEach(header -> answer.withHeader(header.getKey(), header.getValue().textValue()));
    JsonNode body = response.path("body");
    return answer.withBody(body.isTextual() ? body.textValue() : body.toString());
  }
}
