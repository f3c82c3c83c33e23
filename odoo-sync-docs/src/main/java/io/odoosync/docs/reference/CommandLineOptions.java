package io.odoosync.docs.reference;

import io.odoosync.tool.Main;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Commands, options and exit codes of the command line, from picocli's model of it. */
final class CommandLineOptions {

  private CommandLineOptions() {}

  static String section() {
    CommandSpec program = Main.description();
    return "## Command line\n\n"
        + sentences(program.usageMessage().description())
        + "\n\n"
        + Table.of(
            List.of("exit code", "means"),
            program.usageMessage().exitCodeList().entrySet().stream()
                .map(CommandLineOptions::exitCode)
                .toList())
        + sentences(program.usageMessage().footer())
        + "\n\n"
        + program.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .map(CommandLineOptions::command)
            .collect(Collectors.joining());
  }

  private static List<String> exitCode(Map.Entry<String, String> code) {
    return List.of(code.getKey(), code.getValue());
  }

  private static String command(CommandSpec command) {
    List<List<String>> rows =
        Stream.concat(
                command.positionalParameters().stream().map(CommandLineOptions::row),
                command.options().stream().map(CommandLineOptions::row))
            .toList();
    return "### `"
        + command.name()
        + "`\n\n"
        + sentences(command.usageMessage().description())
        + "\n\n"
        + Table.of(List.of("option", "what it does"), rows);
  }

  private static List<String> row(PositionalParamSpec parameter) {
    return List.of("`" + parameter.paramLabel() + "`", described(parameter));
  }

  private static List<String> row(OptionSpec option) {
    String value = option.typeInfo().isBoolean() ? "" : " " + option.paramLabel();
    return List.of("`" + String.join(", ", option.names()) + value + "`", described(option));
  }

  private static String described(ArgSpec argument) {
    String default_ = Objects.toString(argument.defaultValue(), "");
    return sentences(argument.description())
        .replace("${DEFAULT-VALUE}", "`" + default_ + "`")
        .replace("${COMPLETION-CANDIDATES}", candidates(argument));
  }

  private static String candidates(ArgSpec argument) {
    return argument.completionCandidates() == null
        ? ""
        : Stream.of(argument.completionCandidates())
            .flatMap(all -> java.util.stream.StreamSupport.stream(all.spliterator(), false))
            .map(value -> "`" + value + "`")
            .collect(Collectors.joining(", "));
  }

  private static String sentences(String... lines) {
    return String.join(" ", lines).strip();
  }
}
