package io.odoosync.spring.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code blocks of pages are regions of classes that run. */
class PagesTest {

  private static final Path SOURCES =
      Path.of("../odoo-sync-spring-boot-tests/src/test/java/io/odoosync/spring");
  private static final Path SCHOOL = SOURCES.resolve("school");
  private static final int MOST_LINES = 60;

  /** The lines of a region, indented as its first line is not. */
  private static List<String> region(Path file, String name) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> stripped = lines.stream().map(String::strip).toList();
    int start = stripped.indexOf("// region " + name);
    assertThat(start).as("region %s of %s", name, file).isNotNegative();
    int end = start + stripped.subList(start, lines.size()).indexOf("// endregion");
    int indent = lines.get(start).indexOf('/');
    return lines.subList(start + 1, end).stream()
        .map(line -> line.isBlank() ? "" : line.substring(indent))
        .toList();
  }

  private static List<List<String>> integration() throws IOException {
    return List.of(
        region(SCHOOL.resolve("TeacherSource.java"), "source"),
        region(SCHOOL.resolve("Teachers.java"), "page"),
        region(SCHOOL.resolve("Teacher.java"), "mirror"),
        region(SCHOOL.resolve("OdooConfiguration.java"), "configuration"),
        region(SCHOOL.resolve("Enrolment.java"), "outbox"));
  }

  /** The Java blocks of a page. */
  private static List<List<String>> blocks(Path page) throws IOException {
    List<List<String>> blocks = new ArrayList<>();
    List<String> block = null;
    for (String line : Files.readAllLines(page)) {
      if (block != null && line.equals("```")) {
        blocks.add(block);
        block = null;
      } else if (block != null) {
        block.add(line);
      } else if (line.equals("```java")) {
        block = new ArrayList<>();
      }
    }
    return blocks;
  }

  @Test
  void jpaPage_itsBlocks_areTheApplicationsCode() throws IOException {
    assertThat(blocks(Path.of("../docs/jpa.md"))).containsExactlyElementsOf(integration());
  }

  @Test
  void jpaPage_linesOfTheIntegration_areFewAndCountedRight() throws IOException {
    long lines =
        integration().stream().flatMap(List::stream).filter(line -> !line.isBlank()).count();

    assertThat(lines).isLessThanOrEqualTo(MOST_LINES);
    assertThat(Files.readString(Path.of("../docs/jpa.md"))).contains("it is " + lines + " lines");
  }

  @Test
  void springPage_itsBlock_isATestThatRuns() throws IOException {
    assertThat(blocks(Path.of("../docs/spring.md")))
        .containsExactly(region(SCHOOL.resolve("TeacherSyncTest.java"), "test"));
  }

  @Test
  void readme_itsBlockOnSpring_isCodeThatRuns() throws IOException {
    List<String> readme = Files.readAllLines(Path.of("../README.md"));
    List<String> source = region(SOURCES.resolve("readme/ReadmeApplication.java"), "source");

    assertThat(Collections.indexOfSubList(readme, source)).isPositive();
  }
}
