package io.odoosync.examples.schooltravel;

import io.odoosync.plan.SyncPlan;
import io.odoosync.report.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a browser can show, in files beside the database. */
final class Pages {

  private final Path databaseFile;

  Pages(Path databaseFile) {
    this.databaseFile = databaseFile;
  }

  Path plan(SyncPlan plan) {
    return write("plan.html", plan.toHtml());
  }

  Path report(ReportPage page) {
    return write("report.html", page.toHtml());
  }

  private Path write(String name, String html) {
    try {
      return Files.writeString(databaseFile.resolveSibling(name), html);
    } catch (IOException e) {
      throw new DatabaseException(e);
    }
  }
}
