package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.RetryPolicy;
import io.odoosync.odoo.ServerInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServerProbeTest {

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  @Test
  void verify_odoo19_usesJson2() {
    ODOO.onJson2("res.users", "context_get", okJson("{}"));
    assertThat(ODOO.json2().verify())
        .isEqualTo(new ServerInfo("19.0", OdooConnection.Transport.JSON2));
    assertThat(ODOO.requests("/jsonrpc")).isEmpty();
  }

  @Test
  void verify_odoo18_usesJsonRpc() {
    ODOO.onExecute("context_get", StubOdoo.result("{}"));
    assertThat(ODOO.jsonRpc().verify())
        .isEqualTo(new ServerInfo("18.0+e-20241005", OdooConnection.Transport.JSON_RPC));
  }

  @Test
  void verify_odoo14_usesJsonRpc() {
    ODOO.on(get("/web/version"), Recording.named("version_14_web_version").replayed());
    ODOO.onRpc("version", Recording.named("jsonrpc_14_version").replayed());
    ODOO.letsIn();
    ODOO.onExecute("context_get", StubOdoo.result("{}"));
    assertThat(client().verify())
        .isEqualTo(new ServerInfo("14.0", OdooConnection.Transport.JSON_RPC));
  }

  @ParameterizedTest
  @CsvSource({"/web/login?redirect=%2Fweb%2Fversion", "/fr/web/version", "/web/database/selector"})
  void verify_versionPageRedirectsWithinOdoo_asksByJsonRpc(String location) {
    ODOO.answersAs18();
    ODOO.letsIn();
    ODOO.on(get("/web/version"), aResponse().withStatus(303).withHeader("Location", location));
    ODOO.onExecute("context_get", StubOdoo.result("{}"));
    assertThat(client().verify().transport()).isEqualTo(OdooConnection.Transport.JSON_RPC);
  }

  @ParameterizedTest
  @CsvSource({
    "'[19, 0]', JSON2",
    "'[\"saas~19\", 2]', JSON2",
    "'[20, 0]', JSON2",
    "'[18, 0]', JSON_RPC",
    "'[\"saas~18\", 2]', JSON_RPC",
    "'[]', JSON_RPC",
    "'\"19\"', JSON_RPC",
    "'[\"99999999999999999999\"]', JSON_RPC"
  })
  void verify_versionInfo_isReadWhateverItsForm(
      String versionInfo, OdooConnection.Transport transport) {
    ODOO.answersAs18();
    ODOO.letsIn();
    ODOO.onExecute("context_get", StubOdoo.result("{}"));
    ODOO.onJson2("res.users", "context_get", okJson("{}"));
    ODOO.on(
        get("/web/version"),
        okJson("{\"version_info\": " + versionInfo + ", \"version\": \"of the future\"}"));
    assertThat(client().verify().transport()).isEqualTo(transport);
  }

  @ParameterizedTest
  @MethodSource
  void verify_serverIsNoOdoo_saysSo(ResponseDefinitionBuilder answer, int status) {
    ODOO.onAnything(answer);
    assertThatThrownBy(client()::verify)
        .isInstanceOf(OdooConfigurationException.class)
        .hasMessageContaining(ODOO.url() + " does not answer like an Odoo server")
        .hasMessageContaining("HTTP " + status);
  }

  static Stream<Arguments> verify_serverIsNoOdoo_saysSo() {
    return Stream.of(
        Arguments.of(
            aResponse().withHeader("Content-Type", "text/html").withBody("<h1>Welcome"), 200),
        Arguments.of(StubOdoo.status(404), 404),
        Arguments.of(okJson("{\"version\": \"3\"}"), 200),
        Arguments.of(okJson("[1, 2]"), 200),
        Arguments.of(okJson("{not json"), 200),
        Arguments.of(okJson(""), 200),
        Arguments.of(StubOdoo.status(405), 405));
  }

  @Test
  void verify_redirectToHttps_namesTheAddressToSet() {
    ODOO.onAnything(
        aResponse().withStatus(301).withHeader("Location", "https://erp.example.com/web/version"));
    OdooException failure = catchThrowableOfType(OdooException.class, client()::verify);
    assertThat(failure)
        .isInstanceOf(OdooConfigurationException.class)
        .hasMessageEndingWith(ODOO.url() + " redirects to https://erp.example.com");
    assertThat(failure.advice())
        .isEqualTo("Give the address at which Odoo answers without a redirect.");
    assertThat(ODOO.allRequests()).isNotEmpty().allMatch(r -> r.getHeader("Authorization") == null);
  }

  /** What users have in their browser: the address of a page, not of the server. */
  @ParameterizedTest
  @CsvSource({"/odoo, 303", "/web, 404", "/odoo/contacts, 200"})
  void verify_addressOfAPage_isAdvisedToBeCut(String path, int status) {
    ODOO.onAnything(aResponse().withStatus(status).withHeader("Location", "/web/login"));
    OdooClient client = OdooClient.connect(ODOO.connection().url(ODOO.url() + path).build());
    OdooException failure = catchThrowableOfType(OdooException.class, client::verify);
    assertThat(failure).isInstanceOf(OdooConfigurationException.class);
    assertThat(failure.advice())
        .endsWith(" Odoo answers at the root of its host, so leave " + path + " out of the url.");
  }

  @ParameterizedTest
  @CsvSource({"429", "502", "503", "504"})
  void call_probeMeetsATransientFault_isRepeatedEvenIfUnsafe(int status) {
    ODOO.onJson2("res.partner", "write", okJson("true"));
    ODOO.on(
        get("/web/version")
            .inScenario("start")
            .willReturn(StubOdoo.status(status))
            .willSetStateTo("up"));
    ODOO.on(
        get("/web/version")
            .inScenario("start")
            .whenScenarioStateIs("up")
            .willReturn(Recording.named("version_19_web_version").replayed()));
    client().write("res.partner", List.of(1L), Map.of("name", "x"));
    assertThat(ODOO.requests("/json/2/res.partner/write")).hasSize(1);
  }

  @Test
  void call_probeBreaksOff_certainlyDidNothing() {
    ODOO.on(get("/web/version"), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    OdooException failure = failureOfWrite();
    assertThat(failure).isInstanceOf(OdooConnectionException.class);
    assertThat(failure.outcome()).isEqualTo(CallOutcome.NOT_DONE);
    assertThat(failure.attempts()).isEqualTo(StubOdoo.QUICK.maxAttempts());
  }

  @Test
  void call_logInBreaksOff_certainlyDidNothing() {
    ODOO.answersAs18();
    ODOO.onRpc("authenticate", aResponse().withFault(Fault.EMPTY_RESPONSE));
    OdooException failure = failureOfWrite();
    assertThat(failure).isInstanceOf(OdooConnectionException.class);
    assertThat(failure.outcome()).isEqualTo(CallOutcome.NOT_DONE);
    assertThat(ODOO.rpcArguments("authenticate")).hasSize(StubOdoo.QUICK.maxAttempts());
  }

  @Test
  void call_probeFailedBefore_isAskedAgain() {
    ODOO.onAnything(StubOdoo.status(404));
    OdooClient client = client();
    assertThatThrownBy(client::verify).isInstanceOf(OdooConfigurationException.class);
    ODOO.answersAs19();
    ODOO.onJson2("res.users", "context_get", okJson("{}"));
    assertThat(client.verify().transport()).isEqualTo(OdooConnection.Transport.JSON2);
  }

  @Test
  void verify_transportForced_asksForNoVersion() {
    ODOO.onJson2("res.users", "context_get", okJson("{}"));
    OdooClient client =
        OdooClient.connect(ODOO.connection().transport(OdooConnection.Transport.JSON2).build());
    assertThat(client.verify().transport()).isEqualTo(OdooConnection.Transport.JSON2);
    assertThat(ODOO.allRequests()).hasSize(1);
  }

  @Test
  void connect_serverDown_sendsNothing() {
    client();
    assertThat(ODOO.allRequests()).isEmpty();
  }

  @Test
  void verify_versionPageNeverEnds_timesOut() {
    ODOO.on(
        get("/web/version")
            .inScenario("stall")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(okJson("{}").withFixedDelay(5_000)));
    OdooClient client =
        OdooClient.connect(
            ODOO.connection()
                .requestTimeout(Duration.ofMillis(200))
                .retry(RetryPolicy.NEVER)
                .build());
    assertThatThrownBy(client::verify)
        .isInstanceOf(OdooConnectionException.class)
        .hasMessageContaining("no complete answer within 0.2 s");
  }

  private static OdooException failureOfWrite() {
    return catchThrowableOfType(
        OdooException.class, () -> client().write("res.partner", List.of(1L), Map.of("name", "x")));
  }

  private static OdooClient client() {
    return OdooClient.connect(ODOO.connection().build());
  }
}
