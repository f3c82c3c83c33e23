package io.odoosync.tool;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the tool's main class with its surroundings in the test's hands. */
final class ToolRun {

  private final Map<String, String> environment = new HashMap<>();
  private String input = "";
  private @Nullable String answer;

  /** What came of it. */
  record Ending(int status, String out, String err) {}

  ToolRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  ToolRun input(String text) {
    input = text;
    return this;
  }

  /** There is a terminal, at which somebody answers. */
  ToolRun answer(String text) {
    answer = text;
    return this;
  }

  Ending run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(
            new Surroundings(
                environment,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                question -> answer),
            arguments);
    return new Ending(status, out.toString(), err.toString());
  }
}
