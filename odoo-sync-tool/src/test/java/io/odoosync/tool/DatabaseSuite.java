package io.odoosync.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.report.SyncReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Reports and histories of an application's runs, read from its database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseSuite {

  private List<SyncReport> reports = List.of();

  abstract DataSource database();

  /** The tool with the database's address, user and password. */
  abstract ToolRun tool();

  @BeforeAll
  void runs() {
    reports = PastRuns.in(database());
  }

  @Test
  void report_withoutARun_isThatOfTheLastWithItsFailures() {
    ToolRun.Ending ending = tool().run("report");

    assertThat(ending.err()).isEmpty();
    assertThat(ending.out())
        .contains("run " + reports.get(1).runId(), "created 0", "failed 1", "teacher/3 FAILED");
    assertThat(ending.status()).isEqualTo(Main.NOT_WELL);
  }

  @Test
  void report_ofARunThatWasWell_endsWell() {
    ToolRun.Ending ending = tool().run("report", reports.get(0).runId());

    assertThat(ending.out()).contains("created 2");
    assertThat(ending.status()).isZero();
  }

  @Test
  void report_asAPage_hasFailuresAndTheLastRuns(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("report.html");

    tool().run("report", "--html", "--output", file.toString());

    assertThat(Files.readString(file))
        .contains("Not all in step", "teacher/3", "The last runs", "in step", "(this one)");
  }

  @Test
  void report_unknownRun_isNotFoundOut() {
    ToolRun.Ending ending = tool().run("report", "none");

    assertThat(ending.status()).isEqualTo(Main.NOT_FOUND_OUT);
    assertThat(ending.err()).contains("the log has no report of run none");
  }

  @Test
  void history_withoutARecord_listsTheRunsNewestFirst() {
    ToolRun.Ending ending = tool().run("history");

    assertThat(ending.out().lines())
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).contains("NOT ALL IN STEP", reports.get(1).runId()),
            line -> assertThat(line).contains("  IN STEP", reports.get(0).runId()));
    assertThat(tool().run("history", "--limit", "1").out().lines()).hasSize(1);
    assertThat(ending.status()).isZero();
  }

  @Test
  void history_ofARecord_tellsItsLife() {
    assertThat(tool().run("history", "CONTACT", "teacher/1").out()).contains("RECORD_CREATED");
    assertThat(tool().run("history", "CONTACT", "teacher/3").out())
        .contains("RECORD_FAILED", "XX", "To do: ");
    assertThat(tool().run("history", "CONTACT", "teacher/9").err()).contains("nothing to tell");
  }

  @Test
  void history_ofHalfARecord_isAUsageError() {
    assertThat(tool().run("history", "CONTACT").status()).isEqualTo(Main.USAGE);
    assertThat(tool().run("history", "CONTACT", "teacher").status()).isEqualTo(Main.USAGE);
    assertThat(tool().run("history", "--limit", "0").status()).isEqualTo(Main.USAGE);
  }

  @Test
  void report_tableThatIsNotThere_isNotFoundOutAndMakesNone() {
    ToolRun.Ending ending = tool().run("report", "--log-table", "no_such_table");

    assertThat(ending.status()).isEqualTo(Main.NOT_FOUND_OUT);
    assertThat(ending.err()).containsIgnoringCase("no_such_table");
    assertThat(tool().run("report", "--log-table", "no_such_table").status())
        .isEqualTo(Main.NOT_FOUND_OUT);
  }
}
