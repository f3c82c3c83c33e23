package io.odoosync.benchmarks.micro;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the JMH benchmarks. */
@NullMarked
@Command(
    name = "micro",
    description =
        "Times the library's own work by JMH: mapping, planning, JSON, external ids, HTML.")
public final class Micro implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      defaultValue = "Benchmark",
      description = "a regular expression of names; all by default")
  private String names = "Benchmark";

  @Option(
      names = "--forks",
      defaultValue = "3",
      description = "JVMs for each benchmark: ${DEFAULT-VALUE}")
  private int forks;

  @Option(
      names = "--iterations",
      defaultValue = "5",
      description = "seconds of warming up, and of measuring, in each JVM: ${DEFAULT-VALUE}")
  private int iterations;

  @Option(names = "--json", description = "a file for JMH's own JSON")
  private @Nullable Path json;

  @Override
  public Integer call() throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(names)
            .forks(forks)
            .warmupIterations(iterations)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true);
    if (json != null) {
      options.resultFormat(ResultFormatType.JSON).result(json.toString());
    }
    new Runner(options.build()).run();
    return 0;
  }
}
