package io.odoosync.examples.schooltravel;

import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.SyncReport;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogQuery;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Syncs twice, lets people work on both sides, syncs again, then counts in Odoo. */
final class Demonstration {

  private final OdooConnection connection;
  private final String namespace;
  private final Path databaseFile;
  private final Printout print;

  /**
   * Prepares a demonstration.
   *
   * @param connection the Odoo to use
   * @param namespace of the external ids
   * @param databaseFile the application's database; made if it does not exist
   * @param out where to tell what happens
   */
  Demonstration(OdooConnection connection, String namespace, Path databaseFile, PrintStream out) {
    this.connection = connection;
    this.namespace = namespace;
    this.databaseFile = databaseFile;
    this.print = new Printout(out);
  }

  /**
   * What came of it.
   *
   * @param first everything is new
   * @param second nothing has changed
   * @param plan what is to be done after a day of work on both sides
   * @param dayLater the plan carried out
   * @param figures what was counted in Odoo
   * @param differences where the application and Odoo are not in step; empty if they are
   */
  record Result(
      SyncReport first,
      SyncReport second,
      SyncPlan plan,
      SyncReport dayLater,
      OdooFigures figures,
      List<String> differences) {}

  /**
   * Runs all of it.
   *
   * @throws IllegalStateException if the first run was stopped, for example because the key is
   *     refused; then nothing is changed here
   */
  Result run() {
    try (SchoolDatabase database = SchoolDatabase.open(databaseFile)) {
      JdbcStores stores = SchoolTravelSync.stores(database.dataSource());
      OdooClient odoo = OdooClient.connect(connection);
      SyncEngine engine =
          SchoolTravelSync.engine(
              odoo, database.dataSource(), stores, namespace, new ProgressBars(print.out()));
      SyncReport first = report("First run", engine::runAll);
      if (first.stopped() != null) {
        throw new IllegalStateException(first.stopped().toString());
      }
      SyncReport second =
          report("Second run: nothing has changed, nothing must happen", engine::runAll);
      print.line("A day later: people have worked here, in Odoo, and on both sides");
      new DayLater(database, odoo, stores.idStore()).passes();
      SyncPlan plan = engine.plan();
      print.plan(plan);
      SyncReport dayLater = report("The plan is carried out", () -> engine.apply(plan));
      print.conflicts(
          stores
              .syncLogStore()
              .find(
                  SyncLogQuery.all()
                      .withRun(dayLater.runId())
                      .withEvent(SyncEvent.CONFLICT_RESOLVED)));
      print.quarantine(engine.quarantined());
      Pages pages = new Pages(databaseFile);
      print.pages(pages.plan(plan), pages.report(engine.page(dayLater)));
      OdooFigures figures = new ReadBack(odoo, stores.idStore(), namespace).figures();
      print.figures(figures, Comparison.localSum(database, figures));
      List<String> differences =
          new Comparison(database)
              .run(first)
              .idleRun(second)
              .run(dayLater)
              .nothingLeft(engine.plan())
              .odoo(figures)
              .differences();
      print.verdict(differences);
      return new Result(first, second, plan, dayLater, figures, differences);
    }
  }

  private SyncReport report(String title, Supplier<SyncReport> run) {
    print.line("%s", title);
    SyncReport report = run.get();
    print.report(report);
    return report;
  }
}
