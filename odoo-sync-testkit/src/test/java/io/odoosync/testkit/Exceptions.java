package io.odoosync.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The recordings that the in-process Odoo is not held to, and why: {@code
 * recordings-not-covered.txt}, by name; a star stands for any text.
 */
record Exceptions(Map<String, String> reasonsByPattern) {
  static final Exceptions ALL = read();

  private static Exceptions read() {
    try (InputStream table =
        Objects.requireNonNull(
            Exceptions.class.getResourceAsStream("/recordings-not-covered.txt"))) {
      Map<String, String> reasons = new LinkedHashMap<>();
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(":", 2))
          .forEach(
              parts ->
                  reasons.put(pattern(parts[0].strip()), parts.length > 1 ? parts[1].strip() : ""));
      return new Exceptions(reasons);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pattern(String name) {
    return name.replace("*", ".*");
  }

  boolean contains(String recording) {
    return reasonsByPattern.keySet().stream().anyMatch(recording::matches);
  }

  Collection<String> reasons() {
    return reasonsByPattern.values();
  }

  List<String> withoutRecordingOf(List<String> names) {
    return reasonsByPattern.keySet().stream()
        .filter(pattern -> names.stream().noneMatch(name -> name.matches(pattern)))
        .toList();
  }
}
