package io.odoosync.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.report.AdminNews.Item;
import io.odoosync.report.AdminNews.Place;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookNotifierTest {

  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
  private static final SyncReport REPORT = SyncReport.builder("r", SINCE).build();
  private static final AdminNews NEWS =
      new AdminNews(
          REPORT,
          List.of(
              new Item(
                  Place.RECORDS,
                  EntityType.CONTACT,
                  FailureCause.REFUSED_BY_ODOO,
                  Failure.of(FailureCause.REFUSED_BY_ODOO, "no such VAT number", "Correct it."),
                  1,
                  List.of(LocalKey.of("guest", 7)),
                  SINCE,
                  1)),
          List.of(),
          List.of(
              new Item(
                  Place.RUN, null, FailureCause.UNREACHABLE_SERVER, null, 0, List.of(), SINCE, 3)));

  private final RawServer server = new RawServer();
  private final WebhookNotifier notifier =
      new WebhookNotifier(server.address("/hook"), Duration.ofSeconds(5));

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void notify_news_postsTheReportWithTheNews() throws Exception {
    server.answer("HTTP/1.1 204 No Content\r\n\r\n");

    notifier.notifyAdministrator(NEWS);

    String request = server.requests().get(0);
    assertThat(request).startsWith("POST /hook HTTP/1.1\r\n").contains("application/json");
    JsonNode json = new ObjectMapper().readTree(request.substring(request.indexOf("\r\n\r\n")));
    assertThat(json.path("runId").asText()).isEqualTo("r");
    assertThat(json.path("text").asText())
        .isEqualTo(
            "new: CONTACT guest/7, REFUSED_BY_ODOO: no such VAT number. Correct it.\n"
                + "over: the run, UNREACHABLE_SERVER (3 runs, since 2026-01-01T00:00:00Z)");
    assertThat(json.at("/news/started/0/cause").asText()).isEqualTo("REFUSED_BY_ODOO");
    assertThat(json.at("/news/started/0/keys/0").asText()).isEqualTo("guest/7");
    assertThat(json.at("/news/started/0/failure/advice").asText()).isEqualTo("Correct it.");
    assertThat(json.at("/news/lasting").size()).isZero();
    assertThat(json.at("/news/recovered/0/runs").asInt()).isEqualTo(3);
    assertThat(json.at("/news/recovered/0/failure").isNull()).isTrue();
  }

  @Test
  void notify_report_postsIt() throws Exception {
    server.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

    notifier.notifyAdministrator(REPORT);

    assertThat(server.requests().get(0)).endsWith(REPORT.toJson());
  }

  @Test
  void notify_answerDripsItsBody_isTold() throws Exception {
    server.drip("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n");

    notifier.notifyAdministrator(NEWS);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void notify_answerDripsItsHeaders_failsInTime() {
    server.drip("HTTP/1.1 200 OK\r\n", "X-More: x\r\n");

    assertThatIOException()
        .isThrownBy(
            () ->
                new WebhookNotifier(server.address("/hook"), Duration.ofMillis(300))
                    .notifyAdministrator(NEWS))
        .withMessage("the webhook did not answer within 0.3 s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"302 Found\r\nLocation: /elsewhere", "404 Not Found", "500 Internal Server Error"})
  void notify_anotherStatus_fails(String status) {
    server.answer("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");

    assertThatIOException()
        .isThrownBy(() -> notifier.notifyAdministrator(NEWS))
        .withMessage("the webhook answered HTTP " + status.substring(0, 3));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void notify_nobodyThere_fails() throws IOException {
    server.close();

    assertThatIOException()
        .isThrownBy(() -> notifier.notifyAdministrator(NEWS))
        .withMessageStartingWith("the webhook could not be reached");
  }

  @Test
  void notify_threadIsInterrupted_endsAtOnce() {
    server.drip("HTTP/1.1 200 OK\r\n", "X-More: x\r\n");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> notifier.notifyAdministrator(NEWS))
        .isInstanceOf(InterruptedException.class);
  }
}
