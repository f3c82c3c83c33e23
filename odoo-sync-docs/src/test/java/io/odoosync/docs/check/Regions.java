package io.odoosync.docs.check;

import io.odoosync.docs.page.CodeBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The regions of Java code that the build compiles: lines between {@code // region name} and {@code
 * // endregion}.
 */
final class Regions {

  private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");

  private final Set<String> codes;

  private Regions(Set<String> codes) {
    this.codes = codes;
  }

  /** Those of all modules that a checkout's POM names. */
  static Regions ofModules(Path root) {
    try {
      Set<String> codes = new HashSet<>();
      Matcher modules = MODULE.matcher(Files.readString(root.resolve("pom.xml")));
      while (modules.find()) {
        Path sources = root.resolve(modules.group(1)).resolve("src");
        for (String part : List.of("main/java", "test/java")) {
          if (Files.isDirectory(sources.resolve(part))) {
            codes.addAll(ofFolder(sources.resolve(part)));
          }
        }
      }
      return new Regions(codes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> ofFolder(Path folder) throws IOException {
    Set<String> codes = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(any -> any.toString().endsWith(".java")).toList()) {
        codes.addAll(of(Files.readAllLines(file)).codes);
      }
    }
    return codes;
  }

  /** Those of a file. */
  static Regions of(List<String> lines) {
    Set<String> codes = new HashSet<>();
    List<String> region = null;
    for (String line : lines) {
      if (line.strip().startsWith("// region ")) {
        region = new ArrayList<>();
      } else if (region != null && line.strip().equals("// endregion")) {
        codes.add(code(String.join("\n", region)));
        region = null;
      } else if (region != null) {
        region.add(line);
      }
    }
    return new Regions(codes);
  }

  /** Whether one of them is what a page shows, but for how far all of it is indented. */
  boolean has(CodeBlock block) {
    return codes.contains(code(block.text()));
  }

  /** A blank line at the end would count as one without indentation. */
  private static String code(String text) {
    return text.stripTrailing().stripIndent().strip();
  }
}
