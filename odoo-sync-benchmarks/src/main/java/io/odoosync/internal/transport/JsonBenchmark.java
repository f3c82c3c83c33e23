package io.odoosync.internal.transport;

import io.odoosync.odoo.OdooValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A page of 200 contacts as JSON; in this package because nothing else sees how it is read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {

  private static final int PAGE = 200;

  private final OdooValue page =
      OdooValue.of(IntStream.range(0, PAGE).mapToObj(JsonBenchmark::contact).toList());
  private final byte[] body = OdooJson.bytes(page);

  private static Map<String, Object> contact(int number) {
    return Map.of(
        "id",
        number,
        "name",
        "Guest " + number,
        "email",
        "guest" + number + "@example.com",
        "phone",
        "+33 1 99 00 10 10",
        "street",
        number + " rue Haute",
        "zip",
        "75001",
        "city",
        "Paris",
        "country_id",
        List.of(75, "France"),
        "is_company",
        false,
        "write_date",
        "2026-11-25 10:00:00");
  }

  /**
   * An answer.
   *
   * @throws IOException never: it is well-formed
   */
  @Benchmark
  public OdooValue read() throws IOException {
    return OdooJson.parse(body);
  }

  /** A request. */
  @Benchmark
  public byte[] written() {
    return OdooJson.bytes(page);
  }
}
