package io.odoosync.verification.schema;

import io.odoosync.CrmOptions;
import io.odoosync.EntityType;
import io.odoosync.InvoicingOptions;
import io.odoosync.SyncEngine;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.internal.compare.Base;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.RetryPolicy;
import io.odoosync.report.SyncReport;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.Link;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.verification.odoo.FrenchChart;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An Odoo that belongs to one test, a host with its stores, and records of others. Odoo wins all
 * conflicts, so that whatever looks like an edit there comes to the host.
 */
final class Site implements AutoCloseable {

  static final String NAMESPACE = "__school__";

  private static final int MANY = 1_000;

  private static final RetryPolicy RETRY =
      new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(5));

  private final InProcessOdoo odoo;
  private final School school;
  private final InMemoryIdStore ids = new InMemoryIdStore();
  private final InMemoryStateStore state = new InMemoryStateStore();
  private final InMemorySyncLogStore log = new InMemorySyncLogStore();
  private final OdooClient client;
  private final SyncEngine engine;

  Site(OdooRelease release) {
    this(release, School.begun());
  }

  Site(OdooRelease release, School school) {
    this.school = school;
    this.odoo = InProcessOdoo.start(release);
    this.client =
        OdooClient.connect(
            OdooConnection.builder()
                .url(odoo.url())
                .database(odoo.database())
                .login(odoo.login())
                .apiKey(odoo.apiKey())
                .retry(RETRY)
                .build());
    this.engine = newEngine();
    strangers();
  }

  /** Records that the sync has nothing to do with. */
  private void strangers() {
    int partner =
        odoo.person()
            .create(
                "res.partner",
                Map.of("name", "Stranger", "email", "stranger@example.org", "city", "Lyon"));
    odoo.person().create("crm.lead", Map.of("name", "Rome 1", "partner_id", partner));
    odoo.person().create("account.move", Map.of("move_type", "out_invoice", "partner_id", partner));
  }

  InProcessOdoo odoo() {
    return odoo;
  }

  School school() {
    return school;
  }

  InMemorySyncLogStore log() {
    return log;
  }

  InMemoryIdStore ids() {
    return ids;
  }

  OdooClient client() {
    return client;
  }

  SyncEngine engine() {
    return engine;
  }

  private SyncEngine newEngine() {
    return SyncEngine.builder(client)
        .contacts(school.contacts())
        .travels(school.travels())
        .invoices(school.invoices())
        .idStore(ids)
        .stateStore(state)
        .syncLog(log)
        .namespace(NAMESPACE)
        .conflictPolicy(ConflictPolicy.odooWins())
        .crm(
            CrmOptions.builder()
                .createMissingTags()
                .lostReason(io.odoosync.OdooReference.name("Too expensive"))
                .build())
        .invoicing(InvoicingOptions.builder().posting().build())
        .taxes(FrenchChart.TAXES)
        .build();
  }

  SyncReport run() {
    return engine.runAll();
  }

  /** The fields that the engine remembers of its records, with their external ids. */
  Set<String> keptInStep() {
    Set<String> fields = new TreeSet<>();
    for (EntityType type : EntityType.values()) {
      for (Link link : ids.page(type, null, MANY)) {
        String name =
            NAMESPACE
                + "."
                + type.model().replace('.', '_')
                + "_"
                + link.key().kind()
                + "_"
                + link.key().id();
        Base.parse(link.base()).fields().forEach(field -> fields.add(name + "." + field));
      }
    }
    return fields;
  }

  @Override
  public void close() {
    odoo.close();
  }
}
