package io.odoosync.spring.tests;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.report.RunStatus;
import io.odoosync.spring.school.SchoolApplication;
import io.odoosync.spring.school.Teacher;
import io.odoosync.spring.school.Teachers;
import io.odoosync.spring.test.OdooSyncTest;
import io.odoosync.store.RunLock;
import io.odoosync.store.Stores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.StoredRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

/** What an operator sees and does over HTTP. */
@OdooSyncTest(
    classes = SchoolApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "MY_KEY_OF_ANOTHER_NAME=${odoo.sync.api-key}")
class OperatorTest {

  @Autowired private SyncEngine engine;
  @Autowired private InProcessOdoo odoo;
  @Autowired private Teachers teachers;
  @Autowired private Stores stores;

  @Value("${local.server.port}")
  private int port;

  private Http http;

  @BeforeEach
  void connect() {
    http = new Http(port);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.get(path);
  }

  @Test
  void health_afterARun_isUpWithItsEnd() throws Exception {
    engine.runAll();

    HttpResponse<String> health = get("/actuator/health/odooSync");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("\"status\":\"UP\"", "lastCompleted", "COMPLETED");
  }

  @Test
  void health_anotherNodeRuns_staysUp() throws Exception {
    engine.runAll();
    RunLock.Lease another = stores.runLock().tryAcquire("odoo-sync:__school__").orElseThrow();
    try (another) {
      assertThat(engine.runAll().status()).isEqualTo(RunStatus.ALREADY_RUNNING);
      assertThat(get("/actuator/health/odooSync").statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DirtiesContext
  void health_lastRunWasStopped_isDownWithItsWords() throws Exception {
    odoo.expireApiKey();
    engine.runAll();
    HttpResponse<String> health = get("/actuator/health/odooSync");

    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("\"status\":\"DOWN\"", "STOPPED", "summary");
  }

  @Test
  void info_tellsWhichOdoo() throws Exception {
    assertThat(get("/actuator/info").body())
        .contains("odooSync", odoo.url(), odoo.database(), "__school__");
  }

  @Test
  void env_showingAllValues_showsNoSecret() throws Exception {
    for (String path : new String[] {"/actuator/env", "/actuator/configprops"}) {
      assertThat(get(path).body())
          .contains("odoo.sync")
          .contains(odoo.url())
          .doesNotContain(odoo.apiKey())
          .doesNotContain("a-secret-of-the-webhook");
    }
  }

  @Test
  void endpoint_recordFails_tellsCauseAndRemedy() throws Exception {
    Teacher nameless = teachers.save(new Teacher(""));
    engine.runAll();

    assertThat(get("/actuator/odoosync").body())
        .contains("INVALID_RECORD", "teacher/" + nameless.id(), "\"runs\"", "\"quarantine\"");
    assertThat(get("/actuator/odoosync/runs?limit=1").body()).containsOnlyOnce("runId");
    assertThat(get("/actuator/odoosync/failures").body()).contains("advice");
    assertThat(get("/actuator/odoosync/history?type=contact&key=teacher/" + nameless.id()).body())
        .contains("RECORD_FAILED");
    assertThat(get("/actuator/odoosync/conflicts").body()).contains("conflicts");
    assertThat(get("/actuator/odoosync/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/actuator/odoosync/history?type=dog&key=teacher/1").statusCode())
        .isEqualTo(400);
    assertThat(get("/actuator/odoosync/history?type=contact&key=1").statusCode()).isEqualTo(400);
    teachers.delete(nameless);
  }

  @Test
  void reportEndpoint_recordFails_isAPageWithItsKeyAndRemedy() throws Exception {
    Teacher nameless = teachers.save(new Teacher(""));
    String runId = engine.runAll().runId();

    HttpResponse<String> page = get("/actuator/odoosyncreport");

    assertThat(page.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    assertThat(page.body())
        .startsWith("<!DOCTYPE html>")
        .contains(runId, "teacher/" + nameless.id(), "default-src &#39;none&#39;");
    assertThat(get("/actuator/odoosyncreport/" + runId).body()).contains(runId);
    assertThat(get("/actuator/odoosyncreport/nobody").statusCode()).isEqualTo(404);
    teachers.delete(nameless);
  }

  @Test
  void endpoint_check_asksOdoo() throws Exception {
    assertThat(get("/actuator/odoosync/check").body()).contains("ready", "findings");
  }

  @Test
  void endpoint_release_letsTheNextRunTryAgain() throws Exception {
    Teacher nameless = teachers.save(new Teacher(""));
    while (engine.quarantined().isEmpty()) {
      engine.runAll();
    }

    HttpResponse<String> answer =
        http.post(
            "/actuator/odoosync/release",
            "{\"type\": \"CONTACT\", \"key\": \"teacher/" + nameless.id() + "\"}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(engine.quarantined()).isEmpty();
    teachers.delete(nameless);
  }

  @Test
  void webhook_ofALinkedPartner_isNoted() throws Exception {
    Teacher ada = teachers.save(new Teacher("Ada"));
    engine.sync(CONTACT, LocalKey.of("teacher", ada.id()));
    StoredRecord partner =
        odoo.records("res.partner").stream()
            .filter(record -> record.text("name").equals("Ada"))
            .findFirst()
            .orElseThrow();
    String body = "{\"_model\": \"res.partner\", \"_id\": " + partner.id() + "}";

    assertThat(http.post("/odoo/changed/another-secret-than-that", body).statusCode())
        .isEqualTo(404);
    assertThat(http.post("/odoo/changed/a-secret-of-the-webhook", "[]").statusCode())
        .isEqualTo(400);
    long before = stores.outbox().size();
    assertThat(http.post("/odoo/changed/a-secret-of-the-webhook", body).statusCode())
        .isEqualTo(204);
    assertThat(stores.outbox().size()).isEqualTo(before + 1);
  }
}
