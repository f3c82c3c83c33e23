package io.odoosync;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.CheckFinding;
import io.odoosync.report.CheckFinding.Severity;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a check says of keys that end. Odoo 19 answers like this; 14 has no such field. */
class KeyExpiryTest {

  private static final WireMockServer ODOO =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
  private static final String KEYS = "/json/2/res.users.apikeys/";
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  @BeforeAll
  static void start() {
    ODOO.start();
  }

  @AfterAll
  static void stop() {
    ODOO.stop();
  }

  @BeforeEach
  void answer() {
    ODOO.resetAll();
    answers("/json/2/res.users/context_get", okJson("{}"));
    answers(
        KEYS + "fields_get",
        okJson("{\"expiration_date\":{\"type\":\"datetime\",\"string\":\"End\"}}"));
  }

  private static void answers(String path, ResponseDefinitionBuilder answer) {
    ODOO.stubFor(post(path).willReturn(answer));
  }

  private static void keysEnd(String... ends) {
    answers(
        KEYS + "search_read",
        okJson(
            IntStream.range(0, ends.length)
                .mapToObj(i -> "{\"id\":%d,\"expiration_date\":\"%s\"}".formatted(i + 5, ends[i]))
                .collect(Collectors.joining(",", "[", "]"))));
  }

  private static List<CheckFinding> findings() {
    OdooConnection connection =
        OdooConnection.builder()
            .url("http://127.0.0.1:" + ODOO.port())
            .transport(OdooConnection.Transport.JSON2)
            .database("prod")
            .login("sync@example.com")
            .apiKey("0123456789abcdef0123456789abcdef01234567")
            .build();
    ContactSource none = Stream::<Contact>empty;
    return SyncEngine.builder(OdooClient.connect(connection))
        .namespace("__app__")
        .contacts(none)
        .stores(new InMemoryStores())
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .build()
        .check()
        .findings()
        .stream()
        .filter(finding -> finding.what().contains("API key"))
        .toList();
  }

  @Test
  void check_keyEndsWithinTwoWeeks_warnsWithWhatToDo() {
    keysEnd("2026-12-20 10:00:00", "2026-12-10 10:00:00", "2026-12-15 10:00:00");
    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.cause()).isEqualTo(FailureCause.REFUSED_KEY);
              assertThat(finding.what())
                  .isEqualTo(
                      "an API key of the integration user expires at 2026-12-10T10:00:00Z,"
                          + " in 14 days");
              assertThat(finding.advice())
                  .contains("the first to end of 3 keys", "create a new one before");
            });
  }

  @Test
  void check_keyEndsLater_saysWhen() {
    keysEnd("2026-12-10 10:00:01");
    assertThat(findings())
        .containsExactly(
            CheckFinding.info(
                "an API key of the integration user expires at 2026-12-10T10:00:01Z, in 14 days"));
  }

  @Test
  void check_keysThatEndedBefore_areNotAskedFor() {
    keysEnd();
    assertThat(findings()).isEmpty();
    assertThat(ODOO.findAll(postRequestedFor(urlEqualTo(KEYS + "search_read"))))
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.getBodyAsString())
                    .contains("[\"expiration_date\",\">\",\"2026-11-26 10:00:00\"]"));
  }

  @Test
  void check_keysOfThisReleaseDoNotEnd_saysNothing() {
    answers(KEYS + "fields_get", okJson("{}"));
    assertThat(findings()).isEmpty();
    assertThat(ODOO.findAll(postRequestedFor(urlEqualTo(KEYS + "search_read")))).isEmpty();
  }

  @Test
  void check_keysMustNotBeRead_saysNothing() {
    answers(
        KEYS + "search_read",
        jsonResponse("{\"name\":\"odoo.exceptions.AccessError\",\"message\":\"no\"}", 403));
    assertThat(findings()).isEmpty();
  }
}
