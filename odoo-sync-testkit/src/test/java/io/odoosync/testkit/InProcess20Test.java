package io.odoosync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client of 20 meets whatever it asks for: versions, limits, errors. */
class InProcess20Test {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WIZARD = "base.partner.merge.automatic.wizard";

  private static InProcessOdoo.Builder odoo() {
    return InProcessOdoo.builder(OdooRelease.V20);
  }

  private static JsonNode result(InProcessOdoo odoo, String path, String body) throws IOException {
    return JSON.readTree(new OdooClientForTests(odoo).post(path, body).body()).path("result");
  }

  private static String version(InProcessOdoo odoo) throws IOException {
    String body =
        "{\"params\":{\"service\":\"common\",\"method\":\"version\",\"args\":[]},\"id\":1}";
    return result(odoo, "/jsonrpc", body).toString();
  }

  @Test
  void version_20_isTheMeasuredOne() throws IOException {
    try (InProcessOdoo odoo = odoo().start()) {
      assertThat(version(odoo))
          .isEqualTo(
              "{\"server_version\":\"20.0\",\"server_version_info\":[20,0,0,\"final\",0,\"\"],"
                  + "\"server_serie\":\"saas~19.4\",\"protocol_version\":1}");
      assertThat(result(odoo, "/web/webclient/version_info", "{}").has("protocol_version"))
          .isFalse();
    }
  }

  @Test
  void serverVersion_intermediateRelease_beginsWithAText() throws IOException {
    try (InProcessOdoo odoo = odoo().serverVersion("saas~19.4").start()) {
      assertThat(version(odoo))
          .isEqualTo(
              "{\"server_version\":\"saas~19.4\","
                  + "\"server_version_info\":[\"saas~19\",4,0,\"final\",0,\"\"],"
                  + "\"server_serie\":\"saas~19.4\",\"protocol_version\":1}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "saas-19.4", "twenty.0"})
  void serverVersion_nothingThatAServerSays_isRefused(String version) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> odoo().serverVersion(version))
        .withMessage("serverVersion: must be like 20.0, 18.0-20250506 or saas~19.4");
  }

  @ParameterizedTest
  @EnumSource(OdooRelease.class)
  void error_object_saysWhenFrom20(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      JsonNode error =
          new OdooClientForTests(odoo)
              .call("res.partner", "nothing", List.of(), Map.of())
              .path("error")
              .path("data");

      assertThat(error.path("name").asText()).isEqualTo("builtins.AttributeError");
      assertThat(error.path("timestamp").isIntegralNumber())
          .isEqualTo(release.has(Fact.ERRORS_HAVE_TIME));
    }
  }

  @Test
  void largestBody_larger_isRefusedUnread() throws IOException {
    try (InProcessOdoo odoo = odoo().largestBody(1_000).start()) {
      OdooClientForTests client = new OdooClientForTests(odoo);

      HttpResponse<String> answer =
          client.exchange("res.partner", "name_create", List.of("x".repeat(1_000)), Map.of());

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(odoo.writes()).isEmpty();
      assertThat(client.result("res.partner", "name_create", "small")).hasSize(2);
      assertThat(odoo.requests()).extracting(Exchange::status).containsExactly(413, 200);
    }
  }

  @Test
  void defaultGet_bytes_closesTheConnection() {
    try (InProcessOdoo odoo = odoo().start()) {
      OdooClientForTests client = new OdooClientForTests(odoo);

      assertThatThrownBy(
              () ->
                  client.exchange("res.company", "default_get", List.of(List.of("logo")), Map.of()))
          .isInstanceOf(IOException.class);
      assertThat(client.result("res.company", "default_get", List.of("active")).toString())
          .isEqualTo("{\"active\":true}");
    }
  }

  @Test
  void apiKeys_byDefault_areThereAndOff() {
    try (InProcessOdoo odoo = odoo().start()) {
      String end = Person.moment(Instant.now().plusSeconds(60));
      OdooClientForTests client = new OdooClientForTests(odoo);

      assertThat(client.error("res.users.apikeys", "generate", odoo.apiKey(), "rpc", "n", end))
          .isEqualTo("odoo.exceptions.UserError");
    }
  }

  @Test
  void mergePartners_overJsonRpc_isDoneAndAnswersAnError() {
    try (InProcessOdoo odoo = odoo().start()) {
      OdooClientForTests client = new OdooClientForTests(odoo);
      int one = client.loadPartner("__x__.one", "One");
      int two = client.loadPartner("__x__.two", "Two");
      Object both = List.of(List.of(6, 0, List.of(one, two)));
      Map<String, Object> values = Map.of("partner_ids", both, "dst_partner_id", two);
      int wizard = client.result(WIZARD, "create", values).asInt();

      String error = client.error(WIZARD, "action_merge", List.of(wizard));

      assertThat(error).isEqualTo("psycopg2.InterfaceError");
      assertThat(odoo.person().record("res.partner", one)).isEmpty();
      assertThat(odoo.person().recordOf("__x__.one").orElseThrow().id()).isEqualTo(two);
    }
  }
}
