package io.odoosync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The README, whose code blocks are regions of classes that run. */
final class Readme {

  private static final Path FILE = Path.of("../README.md");
  private static final Path SOURCES = Path.of("src/main/java/io/odoosync/examples");

  private Readme() {}

  static List<String> lines() throws IOException {
    return Files.readAllLines(FILE);
  }

  /** The lines of a region, indented as in the README. */
  static List<String> region(String type, String name) throws IOException {
    List<String> lines = Files.readAllLines(SOURCES.resolve(type + ".java"));
    int start = lines.indexOf("    // region " + name);
    int end = lines.indexOf("    // endregion");
    assertThat(start).isPositive();
    return lines.subList(start + 1, end).stream()
        .map(line -> line.replaceFirst("^ {4}", ""))
        .toList();
  }
}
