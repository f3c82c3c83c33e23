package io.odoosync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19);
  private final OdooClientForTests client = new OdooClientForTests(odoo);

  @AfterEach
  void stop() {
    odoo.close();
  }

  @Test
  void closeBefore_create_nothingHappened() {
    odoo.faults().on("res.partner", "create").once(Fault.closeBefore());

    assertThatThrownBy(() -> create("A")).isInstanceOf(IOException.class);

    assertThat(partnersNamed("A")).isEmpty();
    assertThat(odoo.requests()).singleElement().satisfies(e -> assertThat(e.status()).isZero());
    assertThat(odoo.writes()).isEmpty();
  }

  @Test
  void closeAfterCommit_create_recordIsThere() {
    odoo.faults().on("res.partner", "create").once(Fault.closeAfterCommit());

    assertThatThrownBy(() -> create("A")).isInstanceOf(IOException.class);

    assertThat(partnersNamed("A")).hasSize(1);
    assertThat(odoo.writes()).hasSize(1);
  }

  @Test
  void tooManyRequests_once_saysWhenToRetryAndThenWorks() throws IOException {
    odoo.faults().everywhere().once(Fault.tooManyRequests(Duration.ofSeconds(3)));

    HttpResponse<String> refused = create("A");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("3");
    assertThat(create("A").statusCode()).isEqualTo(200);
    assertThat(partnersNamed("A")).hasSize(1);
  }

  @Test
  void status_threeTimesAfterOne_hitsTheSecondToFourth() throws IOException {
    odoo.faults().onMethod("create").after(1).times(3, Fault.status(503));
    List<Integer> statuses = new ArrayList<>();

    for (int i = 0; i < 5; i++) {
      statuses.add(create("A").statusCode());
    }

    assertThat(statuses).containsExactly(200, 503, 503, 503, 200);
  }

  @Test
  void statusAfterCommit_create_recordIsThere() throws IOException {
    odoo.faults().onMethod("create").once(Fault.statusAfterCommit(504));

    assertThat(create("A").statusCode()).isEqualTo(504);

    assertThat(partnersNamed("A")).hasSize(1);
  }

  @Test
  void serializationFailure_load_isAMessage() {
    odoo.faults().onMethod("load").once(Fault.serializationFailure());

    JsonNode result =
        client.result(
            "res.partner", "load", List.of("id", "name"), List.of(List.of("__x__.a", "A")));

    assertThat(result.path("ids").asBoolean()).isFalse();
    assertThat(result.path("messages").path(0).path("message").asText())
        .isEqualTo("could not serialize access due to concurrent update\n");
    assertThat(partnersNamed("A")).isEmpty();
  }

  @Test
  void serializationFailure_write_isAnError() {
    odoo.faults().onMethod("write").once(Fault.serializationFailure());

    assertThat(client.error("res.partner", "write", List.of(1), Map.of("ref", "x")))
        .isEqualTo("psycopg2.errors.SerializationFailure");
  }

  @Test
  void truncatedBody_search_endsInTheMiddle() {
    odoo.faults().onMethod("search").once(Fault.truncatedBody());

    assertThatThrownBy(() -> client.exchange("res.partner", "search", List.of(List.of()), Map.of()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void htmlBody_create_takesEffectButIsNoJson() throws IOException {
    odoo.faults().onMethod("create").once(Fault.htmlBody());

    HttpResponse<String> answer = create("A");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("<html>");
    assertThat(partnersNamed("A")).hasSize(1);
  }

  @Test
  void oversizedBody_search_hasTheSize() throws IOException {
    odoo.faults().onMethod("search").once(Fault.oversizedBody(1_000_000));

    HttpResponse<String> answer =
        client.exchange("res.partner", "search", List.of(List.of()), Map.of());

    assertThat(answer.body()).hasSize(1_000_000);
  }

  @Test
  void hooks_runBeforeAndAfterTheTransaction() throws IOException {
    AtomicInteger before = new AtomicInteger(-1);
    AtomicInteger after = new AtomicInteger(-1);
    odoo.faults().onMethod("create").once(Fault.before(r -> before.set(partnersNamed("A").size())));
    create("A");
    odoo.faults()
        .onMethod("create")
        .once(Fault.afterCommit(r -> after.set(partnersNamed("A").size())));
    create("A");

    assertThat(before).hasValue(0);
    assertThat(after).hasValue(2);
  }

  @Test
  void storm_sameSeed_sameFaults() throws IOException {
    assertThat(stormyStatuses(5)).isEqualTo(stormyStatuses(5)).contains(200, 502);
    assertThat(stormyStatuses(5)).isNotEqualTo(stormyStatuses(6));
  }

  private List<Integer> stormyStatuses(long seed) throws IOException {
    odoo.faults().clear();
    odoo.faults().everywhere().storm(seed, 0.5, Fault.status(502), Fault.status(503));
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      statuses.add(create("A").statusCode());
    }
    return statuses;
  }

  private HttpResponse<String> create(String name) throws IOException {
    return client.exchange("res.partner", "create", List.of(Map.of("name", name)), Map.of());
  }

  private List<StoredRecord> partnersNamed(String name) {
    return odoo.records("res.partner").stream()
        .filter(partner -> partner.text("name").equals(name))
        .toList();
  }
}
