package io.odoosync.spring.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.odoosync.SyncEngine;
import io.odoosync.spring.school.Enrolment;
import io.odoosync.spring.school.SchoolApplication;
import io.odoosync.spring.school.Teacher;
import io.odoosync.spring.school.Teachers;
import io.odoosync.spring.test.OdooSyncTest;
import io.odoosync.testkit.InProcessOdoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What Prometheus reads of the application, and what the dashboard and the alerts ask for. */
@OdooSyncTest(
    classes = SchoolApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.prometheus.metrics.export.enabled=true")
class MonitoringTest {

  private static final Pattern METRIC = Pattern.compile("odoo_sync_[a-z_]+");

  @Autowired private SyncEngine engine;
  @Autowired private Enrolment enrolment;
  @Autowired private Teachers teachers;
  @Autowired private InProcessOdoo odoo;
  @Autowired private MeterRegistry registry;

  @Value("${local.server.port}")
  private int port;

  /** A run with a conflict that a person is to settle would be too much to ask of each test. */
  private static final Set<String> NEEDS_A_CONFLICT = Set.of("odoo_sync_conflicts_total");

  private static Set<String> metrics(String text) {
    return METRIC
        .matcher(text)
        .results()
        .map(result -> result.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String scraped() throws IOException, InterruptedException {
    Teacher nameless = enrolment.save(new Teacher(""));
    enrolment.save(new Teacher("Ada"));
    engine.runAll();
    teachers.delete(nameless);
    return new Http(port).get("/actuator/prometheus").body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grafana-dashboard.json", "alerts.yml"})
  void files_everyMetricThatTheyName_isThere(String file) throws Exception {
    Set<String> named = metrics(Files.readString(Path.of("../docs/monitoring", file)));
    named.removeAll(NEEDS_A_CONFLICT);

    assertThat(named).isNotEmpty();
    assertThat(metrics(scraped())).containsAll(named);
  }

  @Test
  void scrape_afterARun_hasNoSecretAndNoName() throws Exception {
    String text = scraped();

    assertThat(text)
        .contains("odoo_sync_call_seconds_count{")
        .contains("model=\"res.partner\"")
        .doesNotContain(odoo.apiKey())
        .doesNotContain("Ada");
    assertThat(registry.get("odoo.sync.last.completed.age").timeGauge().value())
        .isGreaterThanOrEqualTo(0);
  }
}
