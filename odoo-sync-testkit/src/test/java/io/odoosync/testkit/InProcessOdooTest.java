package io.odoosync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InProcessOdooTest {

  @ParameterizedTest
  @EnumSource(OdooRelease.class)
  void load_sameExternalIdTwice_updatesOneRecord(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      OdooClientForTests client = new OdooClientForTests(odoo);

      int first = client.loadPartner("__x__.res_partner_1", "A");
      int second = client.loadPartner("__x__.res_partner_1", "B");

      assertThat(second).isEqualTo(first);
      assertThat(odoo.person().recordOf("__x__.res_partner_1"))
          .hasValueSatisfying(partner -> assertThat(partner.text("name")).isEqualTo("B"));
    }
  }

  @ParameterizedTest
  @EnumSource(OdooRelease.class)
  void load_invoiceLinesWithExternalIdsTwice_doublesThemOn14Only(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      OdooClientForTests client = new OdooClientForTests(odoo);

      loadInvoice(client);
      loadInvoice(client);

      int expected = release.has(Fact.LINE_EXTERNAL_IDS) ? 2 : 4;
      assertThat(odoo.records("account.move.line")).hasSize(expected);
    }
  }

  private static void loadInvoice(OdooClientForTests client) {
    List<String> columns =
        List.of(
            "id",
            "move_type",
            "partner_id/.id",
            "invoice_line_ids/id",
            "invoice_line_ids/name",
            "invoice_line_ids/price_unit");
    List<List<String>> rows =
        List.of(
            List.of("__x__.m1", "out_invoice", "1", "__x__.l1", "One", "1"),
            List.of("", "", "", "__x__.l2", "Two", "2"));
    assertThat(client.result("account.move", "load", columns, rows).path("ids")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(OdooRelease.class)
  void transaction_secondRecordBad_keepsNothing(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      OdooClientForTests client = new OdooClientForTests(odoo);
      int before = odoo.records("res.partner").size();

      String error =
          client.error(
              "res.partner", "create", List.of(Map.of("name", "A"), Map.of("email", "x@y.z")));

      assertThat(error).isEqualTo("odoo.exceptions.ValidationError");
      assertThat(odoo.records("res.partner")).hasSize(before);
      assertThat(odoo.writes()).isEmpty();
    }
  }

  @Test
  void write_equalValues_countsAsAWriteAndMovesTheDate() {
    SteppedClock clock = new SteppedClock(Instant.parse("2026-11-23T10:00:00.123456Z"));
    try (InProcessOdoo odoo = InProcessOdoo.builder(OdooRelease.V19).clock(clock).start()) {
      OdooClientForTests client = new OdooClientForTests(odoo);
      int id = client.loadPartner("__x__.a", "A");
      odoo.forgetRequests();
      clock.pass(Duration.ofSeconds(5));

      client.result("res.partner", "write", List.of(id), Map.of("name", "A"));

      assertThat(odoo.writes()).hasSize(1);
      assertThat(
              client
                  .result("res.partner", "read", List.of(id), List.of("write_date"))
                  .path(0)
                  .path("write_date")
                  .asText())
          .isEqualTo(Person.moment(clock.instant()));
    }
  }

  @Test
  void requests_read_isNotAWrite() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V18)) {
      new OdooClientForTests(odoo).result("res.partner", "read", List.of(1), List.of("name"));

      Exchange exchange = odoo.requests().get(0);
      assertThat(exchange.wrote()).isFalse();
      assertThat(exchange.login()).isEmpty();
      assertThat(exchange.request().calls("res.partner", "read")).isTrue();
      assertThat(exchange.request().ids()).containsExactly(1);
    }
  }

  @ParameterizedTest
  @EnumSource(OdooRelease.class)
  void mergePartners_externalIdsFollowTheSurvivor(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      OdooClientForTests client = new OdooClientForTests(odoo);
      int survivor = client.loadPartner("__x__.a", "A");
      int other = client.loadPartner("__x__.b", "B");

      odoo.person().mergePartners(survivor, other);

      JsonNode target = client.result("ir.model.data", "check_object_reference", "__x__", "b");
      assertThat(target.path(1).asInt()).isEqualTo(survivor);
      assertThat(odoo.person().record("res.partner", other)).isEmpty();
    }
  }

  @Test
  void json2_chunkedBody_runsTheMethodWithoutArguments() throws IOException {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      String answer =
          raw(
              odoo,
              """
              POST /json/2/res.partner/search HTTP/1.1\r
              Host: localhost\r
              Authorization: Bearer %s\r
              Content-Type: application/json\r
              Transfer-Encoding: chunked\r
              \r
              d\r
              {"domain": []}\r
              0\r
              \r
              """
                  .formatted(odoo.apiKey())
                  .replace("d\r\n{\"domain\": []}", "e\r\n{\"domain\": []}"));

      assertThat(answer).contains("422").contains("missing a required argument: 'domain'");
    }
  }

  private static String raw(InProcessOdoo odoo, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), odoo.uri().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void expireApiKey_next_isUnauthorized() throws IOException {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      OdooClientForTests client = new OdooClientForTests(odoo);
      odoo.expireApiKey();

      assertThat(client.post("/json/2/res.partner/search", "{\"domain\": []}").statusCode())
          .isEqualTo(401);
      assertThat(client.error("res.partner", "search", List.of()))
          .isEqualTo("odoo.exceptions.AccessDenied");
    }
  }

  @Test
  void load_manyClientsOneExternalId_oneRecord() throws InterruptedException {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      OdooClientForTests client = new OdooClientForTests(odoo);
      Set<Integer> ids = ConcurrentHashMap.newKeySet();

      inParallel(8, () -> ids.add(client.loadPartner("__x__.race", "R")));

      assertThat(ids).hasSize(1);
    }
  }

  @Test
  void failLostRaces_loadsThatOverlap_oneWinsAndTheOtherIsTold() throws InterruptedException {
    try (InProcessOdoo odoo = InProcessOdoo.builder(OdooRelease.V19).failLostRaces().start()) {
      OdooClientForTests client = new OdooClientForTests(odoo);
      CountDownLatch bothArrived = new CountDownLatch(2);
      odoo.faults().onMethod("load").times(2, Fault.before(r -> meet(bothArrived)));
      Set<String> outcomes = ConcurrentHashMap.newKeySet();

      inParallel(2, () -> outcomes.add(outcome(client)));

      assertThat(outcomes)
          .containsExactlyInAnyOrder("", "could not serialize access due to concurrent update\n");
    }
  }

  private static String outcome(OdooClientForTests client) {
    return client
        .result("res.partner", "load", List.of("id", "name"), List.of(List.of("__x__.race", "R")))
        .path("messages")
        .path(0)
        .path("message")
        .asText("");
  }

  private static void meet(CountDownLatch latch) {
    latch.countDown();
    try {
      latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void inParallel(int threads, Runnable work) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      pool.execute(work);
    }
    pool.shutdown();
    assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }
}
