package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonBenchmarkTest {

  @Test
  void json_isAPageOf200() throws IOException {
    JsonBenchmark benchmark = new JsonBenchmark();
    assertThat(benchmark.read().asList()).hasSize(200);
    assertThat(benchmark.written()).hasSizeGreaterThan(30_000);
  }
}
