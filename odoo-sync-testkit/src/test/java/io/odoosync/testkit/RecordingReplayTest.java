package io.odoosync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odoosync.testkit.replay.RecordedSession;
import io.odoosync.testkit.replay.Recording;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends each recorded request to the in-process Odoo, and compares the answer with the recorded
 * one: those that stand alone each to a server of its own, the others in sessions.
 */
class RecordingReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T22:26:43.381793Z"), ZoneOffset.UTC);

  static Stream<Recording> covered() {
    return Recording.alone().filter(recording -> !Exceptions.ALL.contains(recording.name()));
  }

  static Stream<RecordedSession> sessions() {
    return RecordedSession.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sessions")
  void replay_recordedSession_isAnsweredAlike(RecordedSession session) {
    Map<String, List<String>> differences = session.differences();

    List<String> wrong = new ArrayList<>();
    differences.forEach(
        (recording, found) -> {
          if (Exceptions.ALL.contains(recording) == found.isEmpty()) {
            wrong.add(recording + (found.isEmpty() ? " is no exception any more" : ": " + found));
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void sessions_everyRecording_isInOne() {
    List<String> replayed =
        sessions().flatMap(session -> session.recordings().stream()).map(Recording::name).toList();

    assertThat(replayed)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(Recording.inSessions().map(Recording::name).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("covered")
  void replay_recordedRequest_isAnsweredAlike(Recording recording) throws Exception {
    try (InProcessOdoo odoo = InProcessOdoo.builder(recording.release()).clock(CLOCK).start()) {
      Scene.prepare(odoo, recording);

      HttpResponse<String> answer = send(odoo, recording);

      JsonNode recorded = recording.response();
      assertThat(answer.statusCode())
          .as("%s: %s", recording, answer.body())
          .isEqualTo(recorded.path("status").asInt());
      assertThat(mediaType(answer.headers().firstValue("Content-Type").orElse("")))
          .isEqualTo(mediaType(recorded.path("headers").path("Content-Type").asText()));
      assertThat(answer.headers().firstValue("Connection")).contains("close");
      assertThat(body(recorded, answer.body())).as("%s: %s", recording, answer.body()).isEmpty();
    }
  }

  private static String mediaType(String contentType) {
    return contentType.replaceFirst(";.*", "");
  }

  private static List<String> body(JsonNode recorded, String answer)
      throws JsonProcessingException {
    JsonNode expected = recorded.path("body");
    if (expected.isTextual()) {
      return List.of();
    }
    return expected.toString().contains("trimmed ")
        ? List.of()
        : Likeness.differences(expected, JSON.readTree(answer));
  }

  private static HttpResponse<String> send(InProcessOdoo odoo, Recording recording)
      throws IOException, InterruptedException {
    JsonNode request = recording.request();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(odoo.url() + request.path("path").asText()));
    request
        .path("headers")
        .properties()
        .forEach(header -> builder.header(header.getKey(), header(odoo, recording, header)));
    String body = sentBody(odoo, recording);
    builder.method(
        request.path("method").asText(),
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return HTTP.send(builder.build(), BodyHandlers.ofString());
  }

  private static String header(
      InProcessOdoo odoo, Recording recording, Map.Entry<String, JsonNode> header) {
    String value = header.getValue().asText();
    if (header.getKey().equals("X-Odoo-Database")) {
      return value.equals("nodb") ? value : odoo.database();
    }
    return value.replace("KEY", key(odoo, recording));
  }

  /** JSON-2 recordings do not say whose key they used; only one was refused for its rights. */
  private static String key(InProcessOdoo odoo, Recording recording) {
    return switch (recording.topic()) {
      case "auth_wrong_key" -> "wrong";
      case "access_error" -> odoo.plainUser().apiKey();
      default -> odoo.administrator().apiKey();
    };
  }

  private static String sentBody(InProcessOdoo odoo, Recording recording) {
    JsonNode body = recording.request().path("body");
    if (body.isNull() || body instanceof MissingNode) {
      return "";
    }
    if (body.isTextual()) {
      return body.asText();
    }
    JsonNode sent = body.deepCopy();
    if (sent.path("params").path("args") instanceof ArrayNode arguments) {
      new Credentials(odoo, recording).putInto((ObjectNode) sent.path("params"), arguments);
    }
    return sent.toString();
  }

  /** Puts the names and secrets of the in-process Odoo where those of the recorded server stood. */
  private record Credentials(InProcessOdoo odoo, Recording recording) {
    void putInto(ObjectNode parameters, ArrayNode arguments) {
      if (arguments.isEmpty()) {
        return;
      }
      if (!arguments.path(0).asText().equals("nodb")) {
        arguments.set(0, odoo.database());
      }
      if (parameters.path("service").asText().equals("common")) {
        login(arguments);
      } else if (arguments.size() > 2) {
        execute(arguments);
      }
    }

    private void login(ArrayNode arguments) {
      Account account =
          arguments.path(1).asText().equals("sync") ? odoo.integrationUser() : odoo.administrator();
      arguments.set(1, account.login());
      arguments.set(2, secret(arguments.path(2).asText(), account));
    }

    private void execute(ArrayNode arguments) {
      Account account = account(arguments.path(1).asInt());
      arguments.set(2, secret(arguments.path(2).asText(), account));
      if (arguments.path(1).asInt() < 1000) {
        arguments.set(1, account.id());
      }
    }

    private String secret(String recorded, Account account) {
      return switch (recording.topic()) {
        case "execute_with_foreign_key" -> odoo.administrator().apiKey();
        case "execute_empty_password" -> "";
        case "execute_wrong_password", "auth_wrong_password" -> "wrong";
        default -> recorded.equals("admin") ? account.password() : account.apiKey();
      };
    }

    /** The recorded servers had their users in this order: admin 2, sync, plain. */
    private Account account(int recorded) {
      int sync = recording.release() == OdooRelease.V19 ? 5 : 6;
      if (recorded == sync) {
        return odoo.integrationUser();
      }
      return recorded == sync + 1 ? odoo.plainUser() : odoo.administrator();
    }
  }

  @Test
  void exceptions_each_isAboutARecordingAndHasAReason() {
    List<String> names = Recording.all().map(Recording::name).toList();

    assertThat(Exceptions.ALL.withoutRecordingOf(names)).isEmpty();
    assertThat(Exceptions.ALL.reasons()).noneMatch(String::isBlank);
  }
}
