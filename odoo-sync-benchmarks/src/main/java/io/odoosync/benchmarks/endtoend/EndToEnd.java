package io.odoosync.benchmarks.endtoend;

import io.odoosync.benchmarks.OdooSite;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures against a real Odoo, which the environment names. */
@Command(
    name = "end-to-end",
    description = {
      "Brings contacts, leads and invoices into the Odoo that ODOO_URL, ODOO_DB, ODOO_LOGIN and",
      "ODOO_API_KEY name: by this library, by batches written by hand, by OdooRPC, in turn.",
      "Prints tables of medians. What it creates there, it leaves there, under names of its own."
    })
public final class EndToEnd implements Callable<Integer> {

  @Mixin private final Measurement measurement = new Measurement();

  @Option(names = "--no-peers", description = "without those that write one by one")
  private boolean noPeers;

  @Option(
      names = "--label",
      defaultValue = "",
      description = "what else to say of this server, such as its number of workers")
  private String label = "";

  @Override
  public Integer call() throws IOException {
    OdooSite site = OdooSite.of(System.getenv());
    measurement.run(site, contenders(site), label.isEmpty() ? Map.of() : Map.of("server", label));
    return 0;
  }

  private List<Contender> contenders(OdooSite site) {
    Contenders contenders =
        new Contenders(site, BatchSizes.DEFAULT, measurement.tracking())
            .engines(measurement.calls())
            .byHand();
    if (noPeers) {
      return contenders.list();
    }
    if (!OdooRpcApi.isInstalled()) {
      measurement
          .progress()
          .println("OdooRPC does not take part: apt-get install python3-odoorpc brings it.");
    }
    return contenders.oneByOne().odooRpc().list();
  }
}
