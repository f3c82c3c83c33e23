package io.odoosync.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which form, and to where. */
final class OutputOptions {

  private final Surroundings surroundings;

  @Option(names = "--html", description = "As a page for a browser, whole in one file.")
  private boolean html;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it; an existing file is replaced. Default: standard output.")
  private @Nullable Path file;

  OutputOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  boolean isHtml() {
    return html;
  }

  void write(String text) {
    if (file == null) {
      surroundings.out().println(text);
      return;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw ToolException.notFoundOut("the file " + file + " can't be written: " + e, e);
    }
  }
}
