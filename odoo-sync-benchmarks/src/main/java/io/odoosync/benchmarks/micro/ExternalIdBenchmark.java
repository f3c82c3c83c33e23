package io.odoosync.benchmarks.micro;

import io.odoosync.LocalKey;
import io.odoosync.internal.field.ExternalId;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A key as an external id, and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExternalIdBenchmark {

  private static final String NAMESPACE = "__school_travel__";
  private static final String MODEL = "res.partner";

  private final LocalKey number = LocalKey.of("guest", 123_456);
  private final LocalKey odd = LocalKey.of("guest", "Žofie/12 b");
  private final String name = ExternalId.of(NAMESPACE, MODEL, odd).name();

  /** A number. */
  @Benchmark
  public String number() {
    return ExternalId.of(NAMESPACE, MODEL, number).toString();
  }

  /** A text that has to be escaped. */
  @Benchmark
  public String escaped() {
    return ExternalId.of(NAMESPACE, MODEL, odd).toString();
  }

  /** Back. */
  @Benchmark
  public Optional<LocalKey> parsed() {
    return ExternalId.parse(NAMESPACE, MODEL, name);
  }
}
