package io.odoosync.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Compares what is around the body: status, media type, and that the connection ends. */
final class Envelope {
  private Envelope() {}

  static List<String> differences(JsonNode recorded, HttpResponse<String> answer) {
    List<String> differences = new ArrayList<>();
    check(differences, "status", recorded.path("status").asText(), "" + answer.statusCode());
    check(
        differences,
        "media type",
        mediaType(recorded.path("headers").path("Content-Type").asText()),
        mediaType(answer.headers().firstValue("Content-Type").orElse("")));
    check(
        differences,
        "connection",
        "close",
        answer.headers().firstValue("Connection").orElse("kept"));
    return differences;
  }

  private static void check(List<String> differences, String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      differences.add("%s: recorded <%s> but was <%s>".formatted(what, expected, actual));
    }
  }

  private static String mediaType(String contentType) {
    return contentType.replaceFirst(";.*", "");
  }
}
