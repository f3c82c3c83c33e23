package io.odoosync.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.odoosync.testkit.Account;
import io.odoosync.testkit.InProcessOdoo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Sends recorded requests with the names and secrets of the in-process Odoo. */
final class Sender {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String NO_DATABASE = "nodb";

  private final InProcessOdoo odoo;

  Sender(InProcessOdoo odoo) {
    this.odoo = odoo;
  }

  /** Sends a request, whose parts it exchanges in place. */
  HttpResponse<String> send(Recording recording) {
    JsonNode request = recording.request();
    String body = body(recording, request.path("body"));
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(odoo.url() + request.path("path").asText()))
            .method(
                request.path("method").asText(),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    request
        .path("headers")
        .properties()
        .forEach(header -> builder.header(header.getKey(), header(recording, header)));
    try {
      return HTTP.send(builder.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(recording.name(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String header(Recording recording, Map.Entry<String, JsonNode> header) {
    String value = header.getValue().asText();
    if (header.getKey().equals("X-Odoo-Database")) {
      return value.equals(NO_DATABASE) ? value : odoo.database();
    }
    return value.replace("KEY", key(recording.topic(), Role.of(recording.topic()).account(odoo)));
  }

  private String key(String topic, Account account) {
    if (topic.startsWith("expired_key")) {
      return odoo.expiredApiKey();
    }
    return topic.contains("wrong_key") || topic.contains("wrong_password")
        ? "wrong"
        : account.apiKey();
  }

  private String body(Recording recording, JsonNode body) {
    if (body.isNull() || body.isMissingNode()) {
      return "";
    }
    if (recording.callArguments() instanceof ArrayNode arguments && arguments.size() > 2) {
      authenticate(recording, arguments);
    }
    return body.isTextual() ? body.asText() : body.toString();
  }

  /** The arguments begin with the database, the user or the login, and the secret. */
  private void authenticate(Recording recording, ArrayNode arguments) {
    if (!arguments.path(0).asText().equals(NO_DATABASE)) {
      arguments.set(0, odoo.database());
    }
    Role role = role(recording, arguments.path(1));
    Account account = role.account(odoo);
    if (arguments.path(1).isTextual()) {
      arguments.set(1, TextNode.valueOf(account.login()));
    } else if (arguments.path(1).asInt() == role.recorded(recording.major())) {
      arguments.set(1, IntNode.valueOf(account.id()));
    }
    arguments.set(2, TextNode.valueOf(key(recording.topic(), account)));
  }

  private static Role role(Recording recording, JsonNode user) {
    if (user.isTextual()) {
      return user.asText().equals("admin") ? Role.ADMIN : Role.SYNC;
    }
    return Role.of(user.asInt(), recording.major());
  }
}
