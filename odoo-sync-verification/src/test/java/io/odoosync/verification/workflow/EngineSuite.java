package io.odoosync.verification.workflow;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.verification.odoo.FrenchChart;
import io.odoosync.verification.odoo.WriteLog;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An engine against one Odoo. Each test has a namespace, hence records, of its own. */
abstract class EngineSuite {

  final InMemorySyncLogStore log = new InMemorySyncLogStore();
  private final WriteLog writes = new WriteLog();
  private final String namespace = "__t" + UUID.randomUUID().toString().replace("-", "") + "__";
  private final InMemoryStateStore state = new InMemoryStateStore();
  private InMemoryIdStore ids = new InMemoryIdStore();

  abstract OdooUnderTest odoo();

  SyncEngineBuilder engine(SchoolTravel host) {
    return engine(host, client());
  }

  SyncEngineBuilder engine(SchoolTravel host, OdooClient client) {
    return SyncEngine.builder(client.observedBy(writes))
        .contacts(host.contacts())
        .travels(host.travels())
        .invoices(host.invoices())
        .idStore(ids)
        .stateStore(state)
        .syncLog(log)
        .namespace(namespace)
        .taxes(FrenchChart.TAXES);
  }

  /** The engines' calls that may have written, such as {@code res.partner.load}. May be cleared. */
  List<String> writes() {
    return writes.calls();
  }

  /** What the sync log tells of one kind of event. */
  List<SyncLogEntry> told(SyncEvent event) {
    return log.find(SyncLogQuery.all().withEvent(event));
  }

  OdooClient client() {
    return odoo().client();
  }

  long id(EntityType type, LocalKey key) {
    Link link = Objects.requireNonNull(ids.find(type, List.of(key)).get(key), key.toString());
    return Objects.requireNonNull(link.odooId());
  }

  OdooRecord read(EntityType type, LocalKey key, String... fields) {
    return client().read(type.model(), List.of(id(type, key)), List.of(fields)).get(0);
  }

  /** As after a disk failure without a backup. */
  void loseIdStore() {
    ids = new InMemoryIdStore();
  }

  String namespace() {
    return namespace;
  }

  InMemoryStateStore state() {
    return state;
  }

  InMemoryIdStore ids() {
    return ids;
  }

  static StageReport stage(SyncReport report, EntityType type) {
    return report.stage(type).orElseThrow();
  }
}
