package io.odoosync.examples.schooltravel;

import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.SyncReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Syncs twice, then counts in Odoo. */
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
   * @param differences where the application and Odoo are not in step; empty if they are
   */
  record Result(
      SyncReport first, SyncReport second, OdooFigures figures, List<String> differences) {}

  Result run() {
    try (SchoolDatabase database = SchoolDatabase.open(databaseFile)) {
      JdbcStores stores = SchoolTravelSync.stores(database.dataSource());
      OdooClient odoo = OdooClient.connect(connection);
      SyncEngine engine =
          SchoolTravelSync.engine(
              odoo,
              database.dataSource(),
              stores,
              namespace,
              new StageProgress(print.out(), database::count));
      SyncReport first = sync("First run", engine);
      SyncReport second = sync("Second run: nothing has changed, nothing must happen", engine);
      OdooFigures figures = new ReadBack(odoo, stores.idStore(), namespace).figures();
      print.figures(figures, Comparison.localSum(database, figures));
      List<String> differences =
          new Comparison(database).run(first).idleRun(second).odoo(figures).differences();
      print.verdict(differences);
      return new Result(first, second, figures, differences);
    }
  }

  private SyncReport sync(String title, SyncEngine engine) {
    print.line("%s", title);
    SyncReport report = engine.runAll();
    print.report(report);
    return report;
  }
}
