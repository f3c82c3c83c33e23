package io.odoosync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys that end, and keys that users make and revoke themselves. */
class ApiKeysTest {
  private static final String KEYS = "res.users.apikeys";
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final String NEXT_MONTH = "2026-12-26 10:00:00";

  private final SteppedClock clock = new SteppedClock(NOW);

  private InProcessOdoo.Builder odoo() {
    return InProcessOdoo.builder(OdooRelease.V19).clock(clock);
  }

  @Test
  void generate_settingOff_refusesAll() {
    try (InProcessOdoo odoo = odoo().programmaticApiKeys(false).start()) {
      JsonNode error = generated(odoo, odoo.apiKey(), NEXT_MONTH).path("error").path("data");

      assertThat(error.path("name").asText()).isEqualTo("odoo.exceptions.UserError");
      assertThat(error.path("message").asText()).isEqualTo("Programmatic API keys are not enabled");
    }
  }

  @Test
  void generate_byDefaultOn19_doesNotExist() {
    try (InProcessOdoo odoo = odoo().start()) {
      assertThat(new OdooClientForTests(odoo).error(KEYS, "generate", "a", false, "b", false))
          .isEqualTo("builtins.AttributeError");
    }
  }

  @Test
  void programmaticApiKeys_releaseThatNeverHadThem_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> InProcessOdoo.builder(OdooRelease.V18).programmaticApiKeys(true));
  }

  @Test
  void generate_ownKey_newKeyOpensUntilItsEnd() throws IOException {
    try (InProcessOdoo odoo = odoo().programmaticApiKeys(true).start()) {
      String key = generated(odoo, odoo.apiKey(), NEXT_MONTH).path("result").asText();

      assertThat(key).hasSize(40).isNotEqualTo(odoo.apiKey());
      assertThat(status(odoo, key)).isEqualTo(200);
      clock.pass(Duration.between(NOW, Instant.parse("2026-12-26T10:00:01Z")));
      assertThat(status(odoo, key)).isEqualTo(401);
      assertThat(status(odoo, odoo.apiKey())).isEqualTo(200);
    }
  }

  @Test
  void revoke_newKey_opensNothingAnyMore() throws IOException {
    try (InProcessOdoo odoo = odoo().programmaticApiKeys(true).start()) {
      String key = generated(odoo, odoo.apiKey(), NEXT_MONTH).path("result").asText();
      OdooClientForTests client = new OdooClientForTests(odoo);

      assertThat(client.result(KEYS, "revoke", key).asBoolean()).isTrue();

      assertThat(status(odoo, key)).isEqualTo(401);
      assertThat(client.error(KEYS, "revoke", key)).isEqualTo("odoo.exceptions.AccessDenied");
    }
  }

  @Test
  void generate_endsTooLateOrNever_isRefused() {
    try (InProcessOdoo odoo = odoo().programmaticApiKeys(true).start()) {
      assertThat(message(generated(odoo, odoo.apiKey(), "2027-02-24 10:00:01")))
          .isEqualTo("You cannot exceed 90.0 days.");
      assertThat(message(generated(odoo, odoo.apiKey(), false)))
          .isEqualTo("The API key must have an expiration date");
      assertThat(message(generated(odoo, odoo.apiKey(), "soon")))
          .isEqualTo("time data 'soon' does not match format '%Y-%m-%d %H:%M:%S'");
    }
  }

  @Test
  void generate_keyOfSomebodyElseOrEnded_isDenied() {
    try (InProcessOdoo odoo = odoo().programmaticApiKeys(true).start()) {
      for (String key : List.of(odoo.plainUser().apiKey(), odoo.expiredApiKey(), "wrong")) {
        assertThat(message(generated(odoo, key, NEXT_MONTH)))
            .isEqualTo("The provided API key is invalid or does not belong to the current user.");
      }
    }
  }

  @Test
  void generate_moreThanTenKeys_isRefusedUntilOneIsRevoked() {
    try (InProcessOdoo odoo = odoo().programmaticApiKeys(true).start()) {
      String key = "";
      for (int i = 1; i < 10; i++) {
        key = generated(odoo, odoo.apiKey(), NEXT_MONTH).path("result").asText();
      }
      assertThat(message(generated(odoo, odoo.apiKey(), NEXT_MONTH)))
          .isEqualTo("Limit of 10 API keys is reached for programmatic creation");

      new OdooClientForTests(odoo).result(KEYS, "revoke", key);

      assertThat(generated(odoo, odoo.apiKey(), NEXT_MONTH).has("result")).isTrue();
    }
  }

  @Test
  void searchRead_keys_showsOwnOnesAndTheirEnd() {
    try (InProcessOdoo odoo = odoo().apiKeyEnd(NOW.plus(Duration.ofDays(7))).start()) {
      JsonNode keys =
          new OdooClientForTests(odoo)
              .result(KEYS, "search_read", List.of(), List.of("user_id", "expiration_date"));

      assertThat(keys).hasSize(1);
      assertThat(keys.path(0).path("user_id").path(0).asInt())
          .isEqualTo(odoo.integrationUser().id());
      assertThat(keys.path(0).path("expiration_date").asText()).isEqualTo("2026-12-03 10:00:00");
    }
  }

  @Test
  void apiKeyEnd_isOver_keyIsRefused() throws IOException {
    try (InProcessOdoo odoo = odoo().apiKeyEnd(NOW.plusSeconds(60)).start()) {
      assertThat(status(odoo, odoo.apiKey())).isEqualTo(200);
      clock.pass(Duration.ofSeconds(61));
      assertThat(status(odoo, odoo.apiKey())).isEqualTo(401);
    }
  }

  private static JsonNode generated(InProcessOdoo odoo, String key, Object end) {
    Map<String, Object> named = new HashMap<>();
    named.put("key", key);
    named.put("scope", "rpc");
    named.put("name", "odoo-sync");
    named.put("expiration_date", end);
    return new OdooClientForTests(odoo).call(KEYS, "generate", List.of(), named);
  }

  private static String message(JsonNode answer) {
    return answer.path("error").path("data").path("message").asText();
  }

  private static int status(InProcessOdoo odoo, String key) throws IOException {
    String body = new ObjectMapper().writeValueAsString(Map.of("domain", List.of()));
    HttpResponse<String> answer =
        new OdooClientForTests(odoo).post("/json/2/res.partner/search_count", body, key);
    return answer.statusCode();
  }
}
