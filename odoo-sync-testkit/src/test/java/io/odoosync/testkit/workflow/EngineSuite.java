package io.odoosync.testkit.workflow;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.TaxMapping;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** An engine against one Odoo. Each test has a namespace, hence records, of its own. */
abstract class EngineSuite {

  private static final Set<String> WRITING =
      Set.of(
          "load",
          "write",
          "web_save_multi",
          "create",
          "unlink",
          "action_set_won",
          "action_set_lost");

  /** Finds the French chart's normal rate on Odoo 15 and later, and on Odoo 14. */
  static final TaxMapping TAXES =
      TaxMapping.byRate()
          .with(
              "TVA20",
              OdooReference.externalId("account.1_tva_normale"),
              OdooReference.externalId("l10n_fr.1_tva_normale"));

  final InMemorySyncLogStore log = new InMemorySyncLogStore();
  private final List<String> writes = new ArrayList<>();
  private final String namespace = "__t" + UUID.randomUUID().toString().replace("-", "") + "__";
  private final InMemoryStateStore state = new InMemoryStateStore();
  private InMemoryIdStore ids = new InMemoryIdStore();

  abstract OdooUnderTest odoo();

  SyncEngineBuilder engine(SchoolTravel host) {
    return engine(host, client());
  }

  SyncEngineBuilder engine(SchoolTravel host, OdooClient client) {
    return SyncEngine.builder(client.observedBy(this::noteWrite))
        .contacts(host.contacts())
        .travels(host.travels())
        .invoices(host.invoices())
        .idStore(ids)
        .stateStore(state)
        .syncLog(log)
        .namespace(namespace)
        .taxes(TAXES);
  }

  private void noteWrite(CallObserver.Attempt attempt) {
    if (WRITING.contains(attempt.method())) {
      writes.add(attempt.model() + "." + attempt.method());
    }
  }

  List<String> writes() {
    return writes;
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
