package io.odoosync.tool;

import io.odoosync.EntityType;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.CheckReport;
import io.odoosync.source.ContactSource;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.TravelSource;
import io.odoosync.store.InMemoryStores;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The preflight of a connection, as an engine without records makes it. */
@Command(
    name = "check",
    description = {
      "Finds out whether a sync could work with this Odoo: address, database, key and how long it"
          + " is valid, rights, fields, currency, taxes and stages. Reads only.",
      "Exit code 0 if it could, 1 if not."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ConnectionOptions connection;

  @Option(
      names = "--kinds",
      paramLabel = "KIND",
      split = ",",
      description = "What is to be synced: ${COMPLETION-CANDIDATES}. All of them by default.")
  private Set<EntityType> kinds = EnumSet.allOf(EntityType.class);

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      defaultValue = "__odoo_sync_tool__",
      description = "The application's name in Odoo. Default: ${DEFAULT-VALUE}.")
  private String namespace = "";

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.connection = new ConnectionOptions(surroundings);
  }

  @Override
  public Integer call() {
    CheckReport report = engine(OdooClient.connect(connection.connection())).check();
    surroundings.out().println(report.isReady() ? "ready" : "not ready");
    report
        .findings()
        .forEach(
            finding ->
                surroundings.out().println("  " + surroundings.redacted(finding.toString())));
    return report.isReady() ? Main.WELL : Main.NOT_WELL;
  }

  private SyncEngine engine(OdooClient odoo) {
    SyncEngineBuilder engine =
        SyncEngine.builder(odoo).namespace(namespace).stores(new InMemoryStores());
    for (EntityType kind : kinds) {
      switch (kind) {
        case CONTACT -> engine.contacts(ContactSource.of(List.of()));
        case TRAVEL -> engine.travels(TravelSource.of(List.of()));
        case INVOICE -> engine.invoices(InvoiceSource.of(List.of()));
      }
    }
    return engine.build();
  }
}
