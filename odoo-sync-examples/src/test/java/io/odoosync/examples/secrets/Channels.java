package io.odoosync.examples.secrets;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.Outcome;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.testkit.InProcessOdoo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All ways in which texts leave one engine, but for the log and a webhook. */
final class Channels {

  private final InMemoryIdStore ids = new InMemoryIdStore();
  private final InMemoryStateStore state = new InMemoryStateStore();
  private final InMemorySyncLogStore log = new InMemorySyncLogStore();
  private final List<String> texts = new ArrayList<>();
  private final InProcessOdoo odoo;
  private final String namespace;

  Channels(InProcessOdoo odoo, String namespace) {
    this.odoo = odoo;
    this.namespace = namespace;
  }

  SyncEngineBuilder engine(Teachers teachers) {
    OdooConnection connection =
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(odoo.login())
            .apiKey(odoo.apiKey())
            .build();
    return SyncEngine.builder(OdooClient.connect(connection))
        .namespace(namespace)
        .contacts(teachers)
        .idStore(ids)
        .stateStore(state)
        .syncLog(log)
        .listener(new Listening());
  }

  int partner(LocalKey key) {
    return Math.toIntExact(
        Objects.requireNonNull(
            Objects.requireNonNull(ids.find(EntityType.CONTACT, List.of(key)).get(key)).odooId()));
  }

  /** Asks an engine for all that it has to say. */
  void drain(SyncEngine engine) {
    SyncPlan plan = engine.plan();
    SyncReport report = engine.runAll();
    texts.addAll(List.of(plan.toString(), plan.toJson(), report.toString(), report.toJson()));
    report.stages().forEach(stage -> texts.add(stage + " " + stage.failures()));
    texts.add(engine.check().toString());
    thrown(engine::rebuildLinks);
    thrown(() -> texts.add(engine.quarantined().toString()));
    thrown(() -> texts.add(engine.history(EntityType.CONTACT, Teachers.KEY).toString()));
    thrown(() -> engine.forget(EntityType.CONTACT, Teachers.KEY));
  }

  private void thrown(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      texts.add(trace.toString());
    }
  }

  Stream<String> texts() {
    log.find(SyncLogQuery.all())
        .forEach(entry -> texts.add(entry.message() + entry.advice() + entry.report()));
    texts.addAll(state.page("", null, 100).values());
    return texts.stream();
  }

  private final class Listening implements SyncListener {
    @Override
    public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
      texts.add(outcome.toString());
    }

    @Override
    public void onStageFinished(StageReport report) {
      texts.add(report + " " + report.failures());
    }
  }
}
