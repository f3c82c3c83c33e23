package io.odoosync.tool;

import io.odoosync.internal.text.Redaction;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a command has around it, and the secrets that it was told, which no line of it shows. */
final class Surroundings {

  private final Map<String, String> environment;
  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Function<String, @Nullable String> prompt;
  private final List<String> secrets = new ArrayList<>();

  Surroundings(
      Map<String, String> environment,
      InputStream in,
      PrintWriter out,
      PrintWriter err,
      Function<String, @Nullable String> prompt) {
    this.environment = Map.copyOf(environment);
    this.in = in;
    this.out = out;
    this.err = err;
    this.prompt = prompt;
  }

  static Surroundings ofProcess() {
    Console console = System.console();

    return new Surroundings(
        System.getenv(),
        System.in,
        new PrintWriter(System.out, false, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        question -> asked(console, question));
  }

  private static @Nullable String asked(@Nullable Console console, String question) {
    char[] answer = console == null ? null : console.readPassword("%s: ", question);
    return answer == null ? null : new String(answer);
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** An option, else a variable of the environment. */
  String required(@Nullable String option, String optionName, String variable) {
    return Optional.ofNullable(option)
        .or(() -> variable(variable))
        .orElseThrow(
            () -> ToolException.usage("missing: give " + optionName + ", or set " + variable));
  }

  /** All of the standard input. */
  String input() {
    try {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw ToolException.notFoundOut("the standard input can't be read: " + e.getMessage(), e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw ToolException.notFoundOut("the file " + file + " can't be read: " + e, e);
    }
  }

  /** A secret, which is remembered so that no line shows it; without the line end of a file. */
  String secret(String text) {
    String secret = text.strip();
    secrets.add(secret);
    return secret;
  }

  Optional<String> prompted(String question) {
    return Optional.ofNullable(prompt.apply(question)).map(this::secret);
  }

  /** A line without secrets, in which nothing hides. */
  String redacted(String line) {
    return Redaction.of(secrets).line(line);
  }

  Throwable safe(Throwable thrown) {
    return Redaction.of(secrets).safe(thrown);
  }
}
