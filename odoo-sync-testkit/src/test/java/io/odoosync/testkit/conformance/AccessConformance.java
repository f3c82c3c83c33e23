package io.odoosync.testkit.conformance;

import static io.odoosync.testkit.conformance.OdooUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.testkit.Fact;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is let in, and how a call is refused. */
interface AccessConformance {

  OdooUnderTest odoo();

  @Test
  default void verify_validKey_letsIn() {
    assertThatCode(() -> odoo().client().verify()).doesNotThrowAnyException();
  }

  @Test
  default void verify_wrongKey_isRefused() {
    assertThat(failure(verify(odoo().connection().apiKey("0".repeat(40)))))
        .isInstanceOf(OdooAuthenticationException.class);
  }

  @Test
  default void verify_keyOfAnotherUser_isRefused() {
    assumeTrue(!odoo().usesJson2(), "JSON-2 sends no login that the key could differ from");
    assertThat(failure(verify(odoo().connection().apiKey(odoo().access().plainApiKey()))))
        .isInstanceOf(OdooAuthenticationException.class);
  }

  @Test
  default void verify_expiredKey_isRefused() {
    String expired = odoo().access().expiredApiKey();
    assumeTrue(expired != null, "keys of this server do not expire");
    assertThat(failure(verify(odoo().connection().apiKey(expired))))
        .isInstanceOf(OdooAuthenticationException.class);
  }

  @Test
  default void verify_wrongLogin_isRefused() {
    assumeTrue(!odoo().usesJson2(), "JSON-2 sends no login");
    assertThat(failure(verify(odoo().connection().login("nobody@example.test"))))
        .isInstanceOf(OdooAuthenticationException.class);
  }

  @Test
  default void verify_wrongDatabase_isNamed() {
    assertThat(failure(verify(odoo().connection().database("no_such_database"))))
        .isInstanceOf(OdooConfigurationException.class)
        .hasMessageContaining("has no database 'no_such_database'");
  }

  @Test
  default void create_userWithoutTheRight_isRefused() {
    OdooException failure =
        failure(() -> odoo().plain().create("res.partner", List.of(Map.of("name", "x"))));
    assertThat(failure).isInstanceOf(OdooPermissionException.class);
    assertThat(failure.errorName()).isEqualTo("odoo.exceptions.AccessError");
  }

  @Test
  default void searchCount_modelHiddenFromTheUser_isRefused() {
    assertThat(failure(() -> odoo().plain().searchCount("account.move", Domain.all())))
        .isInstanceOf(OdooPermissionException.class);
  }

  /** Up to 15 every employee may look external ids up; later only administrators may. */
  @Test
  default void searchCount_externalIds_areForAdministratorsFromSixteenOn() {
    Domain own = Domain.field("module").isEqualTo(odoo().module());
    if (odoo().has(Fact.EXTERNAL_IDS_READABLE)) {
      assertThat(odoo().client().searchCount("ir.model.data", own)).isNotNegative();
    } else {
      assertThat(failure(() -> odoo().client().searchCount("ir.model.data", own)))
          .isInstanceOf(OdooPermissionException.class);
    }
  }

  @Test
  default void call_unknownModel_isRefused() {
    assertThat(failure(() -> odoo().client().searchCount("no.such.model", Domain.all())))
        .isInstanceOf(OdooRequestException.class)
        .hasMessageContaining("no.such.model");
  }

  @Test
  default void call_unknownMethod_isRefused() {
    MethodCall call = MethodCall.of("res.partner", "no_such_method");
    assertThat(failure(() -> odoo().client().call(call)))
        .isInstanceOf(OdooRequestException.class)
        .hasMessageContaining("no_such_method");
  }

  @Test
  default void webVersion_asked_answersJsonWhereJson2Is() throws Exception {
    HttpResponse<String> answer = exchange(request("/web/version").GET().build());
    if (odoo().has(Fact.WEB_VERSION)) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/json");
    } else {
      assertThat(answer.statusCode()).isEqualTo(404);
    }
  }

  /** Why the client always sends an object, and its length. */
  @Test
  default void json2_bodyThatIsNoObject_isReadAsNoArguments() throws Exception {
    assumeTrue(odoo().usesJson2(), "JSON-2 only");
    HttpRequest.Builder request =
        request("/json/2/res.partner/search_count")
            .header("Authorization", "Bearer " + odoo().access().apiKey())
            .header("X-Odoo-Database", odoo().access().database())
            .header("Content-Type", "application/json");
    HttpResponse<String> answer =
        exchange(request.POST(HttpRequest.BodyPublishers.ofString("[[]]")).build());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("missing a required argument: 'domain'");
  }

  @Test
  default void jsonRpc_bodyThatIsNoJson_isNoJsonAnswer() throws Exception {
    HttpRequest.Builder request = request("/jsonrpc").header("Content-Type", "application/json");
    HttpResponse<String> answer =
        exchange(request.POST(HttpRequest.BodyPublishers.ofString("no json")).build());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(odoo().access().url() + path))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private static HttpResponse<String> exchange(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static org.assertj.core.api.ThrowableAssert.ThrowingCallable verify(
      OdooConnection.Builder connection) {
    return () -> OdooClient.connect(connection.build()).verify();
  }
}
