package io.odoosync.testkit.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What happened in which order: {@code recorded-sessions.txt} explains it. */
final class SessionTable {

  /** A line of the table. */
  sealed interface Step permits Exchange, Given, Before, Call, Later {}

  /** A recorded exchange, by its topic. */
  record Exchange(String topic) implements Step {}

  /** A record that was there although no recording made it. */
  record Given(String name, String model, String values) implements Step {}

  /** A record that was there and that no recording names. */
  record Before(String name, String model, String values) implements Step {}

  /** A method called on a record, although no recording did. */
  record Call(String name, String model, String method) implements Step {}

  /** A second passes. */
  record Later() implements Step {}

  private SessionTable() {}

  /** The steps by section. */
  static Map<String, List<Step>> sections() {
    Map<String, List<Step>> sections = new LinkedHashMap<>();
    List<Step> steps = new ArrayList<>();
    for (String line : lines().toList()) {
      if (line.startsWith("[")) {
        steps = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), steps);
      } else {
        steps.add(step(line.split("\\s+", 4)));
      }
    }
    return sections;
  }

  private static Step step(String[] words) {
    return switch (words[0]) {
      case "given" -> new Given(words[1], words[2], words[3]);
      case "before" -> new Before(words[1], words[2], words[3]);
      case "call" -> new Call(words[1], words[2], words[3]);
      case "later" -> new Later();
      default -> new Exchange(words[0]);
    };
  }

  private static Stream<String> lines() {
    try (InputStream table =
        Objects.requireNonNull(SessionTable.class.getResourceAsStream("/recorded-sessions.txt"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
