package io.odoosync.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** An exchange with a real server. */
record Recording(String name, JsonNode content) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Recording> all() {
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().map(Recording::of).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    URL folder = Objects.requireNonNull(Recording.class.getResource("/recordings"));
    try {
      return Path.of(folder.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Recording of(Path file) {
    try {
      String name = file.getFileName().toString().replace(".json", "");
      return new Recording(name, JSON.readTree(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  OdooRelease release() {
    String odoo = content.path("odoo").asText();
    return OdooRelease.valueOf("V" + odoo.substring(0, 2));
  }

  /** The name without transport and release: what the same exchange is called on each release. */
  String topic() {
    return name.replaceFirst("^(json2|jsonrpc|version)_\\d\\d_", "");
  }

  boolean isJson2() {
    return name.startsWith("json2_");
  }

  JsonNode request() {
    return content.path("request");
  }

  JsonNode response() {
    return content.path("response");
  }

  /** The model, the method and the arguments of the call; empty if it is not one. */
  String model() {
    return isJson2() ? path(3) : callArguments().path(3).asText("");
  }

  String method() {
    return isJson2() ? path(4) : callArguments().path(4).asText("");
  }

  private String path(int index) {
    String[] parts = request().path("path").asText().split("/", -1);
    return index < parts.length ? parts[index] : "";
  }

  JsonNode callArguments() {
    return request().path("body").path("params").path("args");
  }

  @Override
  public String toString() {
    return name;
  }
}
