package io.odoosync.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odoosync.testkit.OdooRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An exchange with a real server. */
public record Recording(String name, JsonNode content) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those that stand alone: a file each, in {@code recordings}. */
  public static Stream<Recording> alone() {
    return files("/recordings").map(Recording::ofFile);
  }

  /** Those that go together: a line each, in a file per server in {@code recorded-sessions}. */
  public static Stream<Recording> inSessions() {
    return files("/recorded-sessions").flatMap(file -> lines(file).stream()).map(Recording::of);
  }

  /** All recordings there are. */
  public static Stream<Recording> all() {
    return Stream.concat(alone(), inSessions());
  }

  private static Stream<Path> files(String folder) {
    URL url = Objects.requireNonNull(Recording.class.getResource(folder), folder);
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recording ofFile(Path file) {
    return new Recording(
        file.getFileName().toString().replace(".json", ""), parsed(String.join("\n", lines(file))));
  }

  private static Recording of(String line) {
    JsonNode content = parsed(line);
    return new Recording(content.path("name").asText(), content);
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The release that answered. */
  public OdooRelease release() {
    return OdooRelease.valueOf("V" + major());
  }

  /** The first number of the release. */
  int major() {
    return Integer.parseInt(content.path("odoo").asText().substring(0, 2));
  }

  /** The name without transport and release: what the same exchange is called on each release. */
  public String topic() {
    return name.replaceFirst("^(json2|jsonrpc|version)_\\d\\d_", "");
  }

  /** The transport and the release, such as {@code json2_20}: who was asked, and how. */
  String server() {
    return name.substring(0, name.length() - topic().length() - 1);
  }

  /** Whether it went to {@code /json/2}. */
  public boolean isJson2() {
    return name.startsWith("json2_");
  }

  /** What was sent. */
  public JsonNode request() {
    return content.path("request");
  }

  /** What came back. */
  public JsonNode response() {
    return content.path("response");
  }

  /** The model of the call; empty if it is not one. */
  public String model() {
    return isJson2() ? path(3) : callArguments().path(3).asText("");
  }

  /** The method of the call; empty if it is not one. */
  public String method() {
    return isJson2() ? path(4) : callArguments().path(4).asText("");
  }

  private String path(int index) {
    String[] parts = request().path("path").asText().split("/", -1);
    return index < parts.length ? parts[index] : "";
  }

  /** The arguments of a JSON-RPC call: database, user, secret, model, method and what it takes. */
  public JsonNode callArguments() {
    return request().path("body").path("params").path("args");
  }

  @Override
  public String toString() {
    return name;
  }
}
