package io.odoosync.benchmarks.million;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.Page;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import java.util.List;
import java.util.Map;

/** A host with many contacts: it syncs them once for each step, and says what that took. */
final class HostProcess implements AutoCloseable {

  private final int size;
  private final OdooClient person;
  private final HikariDataSource database;
  private final SyncEngine engine;
  private final Forecast forecast = new Forecast();
  private Step step = Step.FIRST_LOAD;

  private HostProcess(HostOrder order) {
    this.size = order.contacts();
    this.person = order.person().client();
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(order.jdbcUrl());
    this.database = new HikariDataSource(pool);
    this.engine =
        SyncEngine.builder(order.odoo().client())
            .namespace(Crowd.NAMESPACE)
            .contacts(Crowd.source(() -> new Crowd(size, step)))
            .stores(JdbcStores.builder(database).createTables().build())
            .callsAtOnce(order.callsAtOnce())
            .listener(forecast)
            .build();
  }

  /**
   * Carries out an order, and prints a line for each of its steps.
   *
   * @param arguments see {@link HostOrder#arguments}
   */
  public static void main(String[] arguments) {
    HostOrder order = HostOrder.parse(arguments);
    try (HostProcess host = new HostProcess(order);
        HeapWatch heap = new HeapWatch()) {
      for (Step step : order.steps()) {
        System.out.println(host.run(step, heap).toLine());
      }
    }
  }

  private StepReport run(Step next, HeapWatch heap) {
    step = next;
    if (step == Step.ONE_EACH) {
      changeOneInOdoo();
    }
    SyncReport report = step.isOfChanges() ? engine.runChanges() : engine.runAll();
    return report(report, heap.peak());
  }

  private void changeOneInOdoo() {
    Domain first = Domain.field("name").isEqualTo(Crowd.name(1));
    List<Long> ids = person.search("res.partner", first, Page.first(1));
    person.write("res.partner", ids, Map.of("city", "Lyon"));
  }

  private StepReport report(SyncReport report, HeapWatch.Peak peak) {
    if (report.stopped() != null) {
      throw new IllegalStateException(step.words() + ": " + report);
    }
    StepReport.Counts counts =
        report.stages().stream()
            .findFirst()
            .map(HostProcess::counts)
            .orElse(new StepReport.Counts(0, 0, 0, 0, 0));
    return new StepReport(
        step,
        report.status(),
        counts,
        report.traffic().calls(),
        report.duration(),
        peak,
        forecast.percentOff());
  }

  private static StepReport.Counts counts(StageReport stage) {
    return new StepReport.Counts(
        stage.read(), stage.created(), stage.updated(), stage.unchanged(), stage.failed());
  }

  @Override
  public void close() {
    database.close();
  }
}
