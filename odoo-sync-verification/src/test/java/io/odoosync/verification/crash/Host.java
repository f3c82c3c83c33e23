package io.odoosync.verification.crash;

import io.odoosync.EntityType;
import io.odoosync.InvoicingOptions;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.SyncReport;
import io.odoosync.verification.odoo.FrenchChart;

/**
 * A process of the host application: an engine over the host's records, its stores and an Odoo.
 * Each run is by a new engine with a new client, as after a restart.
 *
 * @param undelivered what dead processes have left on its way
 */
record Host(OdooSite odoo, Stores stores, Workload workload, Undelivered undelivered) {

  /** Small, so that each kind of record takes several batches. */
  private static final int BATCH = 2;

  /** Runs all stages in a process that lives as long as this. */
  SyncReport run(Life life) {
    return run(life, attempt -> {});
  }

  /** The same, with somebody who listens to the calls. */
  SyncReport run(Life life, CallObserver observer) {
    return run(life, life, observer);
  }

  /** The same; what ends the use of the stores may be another thing than what ends the calls. */
  SyncReport run(Life ofStores, Life ofCalls, CallObserver observer) {
    return engine(ofStores, odoo.client(ofCalls, undelivered).observedBy(observer)).runAll();
  }

  private SyncEngine engine(Life life, OdooClient client) {
    Stores mortal = stores.during(life);
    return SyncEngine.builder(client)
        .contacts(workload.contacts())
        .travels(workload.travels())
        .invoices(workload.invoices())
        .idStore(mortal.ids())
        .syncLog(mortal.log())
        .stateStore(mortal.state())
        .lock(mortal.lock())
        .namespace(workload.namespace())
        .taxes(FrenchChart.TAXES)
        .invoicing(InvoicingOptions.builder().posting().build())
        .callsAtOnce(odoo.callsAtOnce())
        .batchSize(EntityType.CONTACT, BATCH)
        .batchSize(EntityType.TRAVEL, BATCH)
        .batchSize(EntityType.INVOICE, BATCH)
        .build();
  }

  /** The same process with other stores. */
  Host with(Stores others) {
    return new Host(odoo, others, workload, undelivered);
  }
}
