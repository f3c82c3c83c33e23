package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.Page;
import io.odoosync.odoo.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a call when no usable answer came back. */
@Timeout(20)
class CallOutcomeTest {

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  @ParameterizedTest
  @MethodSource("unusableAnswers")
  void call_unusableAnswerOverJson2_leavesTheOutcomeOpenAndIsNotRepeated(
      String name, ResponseDefinitionBuilder answer) {
    ODOO.answersAs19();
    ODOO.onJson2("res.partner", "write", answer);
    assertOutcomeUnknown(failureOfWrite(), 1);
    assertThat(ODOO.requests("/json/2/res.partner/write")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("unusableAnswers")
  void call_unusableAnswerOverJsonRpc_leavesTheOutcomeOpenAndIsNotRepeated(
      String name, ResponseDefinitionBuilder answer) {
    ODOO.answersAs18();
    ODOO.letsIn();
    ODOO.onExecute("write", answer);
    assertOutcomeUnknown(failureOfWrite(), 1);
    assertThat(ODOO.rpcArguments("execute_kw")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("unusableAnswers")
  void call_unusableAnswerToAReadingCall_isRepeatedToTheLimit(
      String name, ResponseDefinitionBuilder answer) {
    ODOO.answersAs19();
    ODOO.onJson2("res.partner", "search_count", answer);
    OdooException failure =
        catchThrowableOfType(
            OdooException.class, () -> client().searchCount("res.partner", Domain.all()));
    assertOutcomeUnknown(failure, 3);
    assertThat(failure).hasMessageEndingWith("(tried 3 times)");
    assertThat(ODOO.requests("/json/2/res.partner/search_count")).hasSize(3);
  }

  static Stream<Arguments> unusableAnswers() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    return Stream.of(
        Arguments.of("headers late", okJson("true").withFixedDelay(3_000)),
        Arguments.of(
            "body stalls", okJson("\"" + "x".repeat(200) + "\"").withChunkedDribbleDelay(4, 8_000)),
        Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Arguments.of("no reply", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of("cut reply", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
        Arguments.of("cut JSON", okJson("{\"jsonrpc\": \"2.0\", \"result\": [1,")),
        Arguments.of("empty body", okJson("")),
        Arguments.of(
            "HTML", aResponse().withHeader("Content-Type", "text/html").withBody("<h1>Sign in")),
        Arguments.of("no content type", aResponse().withBody("true")),
        Arguments.of(
            "too large",
            okJson("{\"jsonrpc\": \"2.0\", \"result\": \"" + "x".repeat(9_000) + "\"}")),
        Arguments.of(
            "too large, length unknown",
            okJson("\"" + "x".repeat(9_000) + "\"").withChunkedDribbleDelay(3, 30)),
        Arguments.of(
            "too deep",
            okJson("{\"jsonrpc\": \"2.0\", \"result\": " + deep + "}").withStatus(200)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"ok\": true}", "\"7\"", "true", "[\"7\"]", "[{}]", "[7.5]"})
  void call_resultOfAnotherShape_leavesTheOutcomeOpen(String result) {
    ODOO.answersAs19();
    ODOO.onJson2("res.partner", "create", okJson(result));
    assertOutcomeUnknown(
        catchThrowableOfType(
            OdooException.class,
            () -> client().create("res.partner", List.of(Map.of("name", "x")))),
        1);
    ODOO.onJson2("res.partner", "load", okJson(result));
    assertOutcomeUnknown(
        catchThrowableOfType(
            OdooException.class,
            () -> client().load("res.partner", List.of("id"), List.of(List.of("a.b")), Map.of())),
        1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"ok\": true}", "\"7\"", "true", "[7]", "[{}]", "[{\"id\": false}]"})
  void searchRead_resultOfAnotherShape_isNoEmptyList(String result) {
    ODOO.answersAs19();
    ODOO.onJson2("res.partner", "search_read", okJson(result));
    OdooException failure =
        catchThrowableOfType(
            OdooException.class,
            () -> client().searchRead("res.partner", Domain.all(), List.of("name"), Page.first(1)));
    assertThat(failure)
        .isInstanceOf(OdooOutcomeUnknownException.class)
        .hasMessageContaining("res.partner.search_read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "false", "null", "[1]", "1.5"})
  void searchCount_resultOfAnotherShape_isNotZero(String result) {
    ODOO.answersAs19();
    ODOO.onJson2("res.partner", "search_count", okJson(result));
    assertThat(
            catchThrowableOfType(
                OdooException.class, () -> client().searchCount("res.partner", Domain.all())))
        .isInstanceOf(OdooOutcomeUnknownException.class);
  }

  @Test
  void load_nothingLoadedAndNoReason_leavesTheOutcomeOpen() {
    ODOO.answersAs19();
    ODOO.onJson2("res.partner", "load", okJson("{\"ids\": false, \"messages\": []}"));
    assertOutcomeUnknown(
        catchThrowableOfType(
            OdooException.class,
            () -> client().load("res.partner", List.of("id"), List.of(List.of("a.b")), Map.of())),
        1);
  }

  @Test
  void call_connectionRefused_certainlyDidNothingAndIsRepeated() throws IOException {
    OdooConnection nobody =
        ODOO.connection()
            .url("http://127.0.0.1:" + freePort())
            .transport(OdooConnection.Transport.JSON2)
            .build();
    OdooException failure =
        catchThrowableOfType(
            OdooException.class,
            () ->
                OdooClient.connect(nobody).write("res.partner", List.of(1L), Map.of("name", "x")));
    assertThat(failure)
        .isInstanceOf(OdooConnectionException.class)
        .hasMessageContaining(
            "res.partner.write: can't reach " + nobody.url() + ": connection refused")
        .hasCauseInstanceOf(java.net.ConnectException.class);
    assertThat(failure.outcome()).isEqualTo(CallOutcome.NOT_DONE);
    assertThat(failure.attempts()).isEqualTo(3);
  }

  @Test
  void call_hostUnknown_certainlyDidNothing() {
    OdooConnection nowhere =
        ODOO.connection()
            .url("https://no-such-host.invalid")
            .transport(OdooConnection.Transport.JSON2)
            .retry(RetryPolicy.NEVER)
            .build();
    assertThat(
            catchThrowableOfType(OdooException.class, () -> OdooClient.connect(nowhere).verify()))
        .isInstanceOf(OdooConnectionException.class)
        .hasMessageContaining("can't reach https://no-such-host.invalid: unknown host");
  }

  /** A server that accepts the connection and speaks no TLS got no request to carry out. */
  @Test
  void call_serverSpeaksNoTls_certainlyDidNothing() {
    OdooConnection plain =
        ODOO.connection().url("https://127.0.0.1:" + ODOO.port()).retry(RetryPolicy.NEVER).build();
    OdooException failure =
        catchThrowableOfType(OdooException.class, () -> OdooClient.connect(plain).verify());
    assertThat(failure)
        .isInstanceOfAny(OdooConfigurationException.class, OdooConnectionException.class);
    assertThat(failure.outcome()).isEqualTo(CallOutcome.NOT_DONE);
  }

  private static void assertOutcomeUnknown(OdooException failure, int attempts) {
    assertThat(failure)
        .isInstanceOf(OdooOutcomeUnknownException.class)
        .hasMessageStartingWith("res.partner.");
    assertThat(failure.outcome()).isEqualTo(CallOutcome.UNKNOWN);
    assertThat(failure.attempts()).isEqualTo(attempts);
  }

  private static OdooException failureOfWrite() {
    return catchThrowableOfType(
        OdooException.class, () -> client().write("res.partner", List.of(1L), Map.of("name", "x")));
  }

  private static OdooClient client() {
    return OdooClient.connect(
        ODOO.connection().requestTimeout(Duration.ofMillis(500)).maxResponseBytes(8_192).build());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
