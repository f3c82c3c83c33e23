package io.odoosync.benchmarks.endtoend;

import io.odoosync.benchmarks.OdooSite;
import io.odoosync.testkit.Distance;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures against the testkit's Odoo, made to seem far away. */
@Command(
    name = "distance",
    description = {
      "As end-to-end, against the testkit's Odoo 19 with a latency of each call, and at the cost of",
      "each row that was measured on a real one. What one call at a time leaves unused shows here."
    })
public final class Far implements Callable<Integer> {

  @Mixin private final Measurement measurement = new Measurement();

  @Option(
      names = "--latency",
      defaultValue = "50",
      description = "milliseconds that each call waits on its way: ${DEFAULT-VALUE}")
  private long latency;

  @Option(
      names = "--workers",
      defaultValue = "4",
      description = "calls that this Odoo works on at once: ${DEFAULT-VALUE}")
  private int workers;

  @Override
  public Integer call() throws IOException {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      odoo.distance(Distance.of(Duration.ofMillis(latency)).asMeasured().workers(workers));
      OdooSite site = OdooSite.of(odoo);
      Contenders contenders =
          new Contenders(site, BatchSizes.DEFAULT, measurement.tracking())
              .engines(measurement.calls())
              .byHand();
      String about = "the testkit's, " + latency + " ms away, " + workers + " workers";
      measurement.run(site, contenders.list(), Map.of("server", about));
    }
    return 0;
  }
}
