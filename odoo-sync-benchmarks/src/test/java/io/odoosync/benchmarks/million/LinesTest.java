package io.odoosync.benchmarks.million;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.benchmarks.OdooSite;
import io.odoosync.report.RunStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What parent and child process tell each other arrives as it was. */
class LinesTest {

  @Test
  void stepReport_toLine_isParsed() {
    StepReport report =
        new StepReport(
            Step.ONE_EACH,
            RunStatus.COMPLETED,
            new StepReport.Counts(1, 2, 3, 4, 5),
            6,
            Duration.ofMillis(7),
            new HeapWatch.Peak(8, 9),
            10);
    assertThat(StepReport.parse(report.toLine())).isEqualTo(report);
  }

  @Test
  void hostOrder_arguments_areParsed() {
    OdooSite odoo = new OdooSite("http://127.0.0.1:1", "db", "sync", "key");
    OdooSite person = new OdooSite("http://127.0.0.1:1", "db", "person", "other");
    HostOrder order =
        new HostOrder(odoo, person, "jdbc:x", 10, 2, List.of(Step.FIRST_LOAD, Step.IDLE));
    assertThat(HostOrder.parse(order.arguments().toArray(String[]::new))).isEqualTo(order);
  }

  @Test
  void site_toString_hidesTheKey() {
    assertThat(new OdooSite("http://127.0.0.1:1", "db", "sync", "secret-key").toString())
        .doesNotContain("secret-key");
  }
}
