package io.odoosync.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.plan.PlannedField;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.SyncReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

  private static final SyncPlan PLAN =
      SyncPlan.builder("__test__", Instant.EPOCH)
          .types(List.of(EntityType.CONTACT))
          .records(
              List.of(
                  PlannedRecord.builder(
                          EntityType.CONTACT,
                          LocalKey.of("teacher", 1),
                          PlannedRecord.Action.UPDATE)
                      .fields(
                          List.of(
                              PlannedField.builder("city").local("Rome").toOdoo("Rome").build()))
                      .build()))
          .build();

  @TempDir Path directory;

  @Test
  void plan_saved_isShownAsADiffOrAPage() throws IOException {
    Path file = Files.writeString(directory.resolve("plan.json"), PLAN.toJson());
    Path page = directory.resolve("plan.html");

    ToolRun.Ending text = new ToolRun().run("plan", file.toString());
    ToolRun.Ending html =
        new ToolRun().run("plan", "--html", "-o", page.toString(), file.toString());
    ToolRun.Ending piped = new ToolRun().input(PLAN.toJson()).run("plan", "-");

    assertThat(text.out()).isEqualToIgnoringNewLines(PLAN + "\n");
    assertThat(piped.out()).isEqualTo(text.out());
    assertThat(page).hasContent(PLAN.toHtml());
    assertThat(html.out()).isEmpty();
    assertThat(text.status() + html.status() + piped.status()).isZero();
  }

  @Test
  void plan_thatEndsEarly_isNotWell() {
    SyncPlan stopped = PLAN.toBuilder().stopped("the key is refused").build();

    ToolRun.Ending ending = new ToolRun().input(stopped.toJson()).run("plan", "-");

    assertThat(ending.status()).isEqualTo(Main.NOT_WELL);
    assertThat(ending.out()).contains("STOPPED: the key is refused");
  }

  @Test
  void plan_thatIsNone_saysWhy() {
    ToolRun.Ending broken = new ToolRun().input("{").run("plan", "-");
    ToolRun.Ending absent = new ToolRun().run("plan", directory.resolve("none").toString());

    assertThat(broken.status()).isEqualTo(Main.NOT_FOUND_OUT);
    assertThat(broken.err()).startsWith("json is not a saved plan: ");
    assertThat(absent.status()).isEqualTo(Main.NOT_FOUND_OUT);
    assertThat(absent.err()).contains("can't be read");
  }

  @Test
  void report_saved_isShownWithoutADatabase() throws IOException {
    SyncReport report = SyncReport.builder("run-7", Instant.EPOCH).build();
    Path file = Files.writeString(directory.resolve("report.json"), report.toJson());

    assertThat(new ToolRun().run("report", "--file", file.toString()).out()).contains("run run-7");
    assertThat(new ToolRun().run("report", "--html", "--file", file.toString()).out())
        .startsWith("<!DOCTYPE html>");
    Files.writeString(file, "{}");
    assertThat(new ToolRun().run("report", "--file", file.toString()).status())
        .isEqualTo(Main.NOT_FOUND_OUT);
  }
}
