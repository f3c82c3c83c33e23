package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.RetryPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Even a server that echoes the API key does not get it into a log. */
@Timeout(20)
class ApiKeySecrecyTest {

  private static final String KEY = StubOdoo.KEY;

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  @ParameterizedTest
  @MethodSource("echoes")
  void failure_keyEchoedOverJson2_showsNothingOfIt(ResponseDefinitionBuilder echo) {
    ODOO.answersAs19();
    ODOO.onJson2("res.partner", "create", echo);
    assertSecret(failureOfCreate(ODOO.connection()));
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void failure_keyEchoedOverJsonRpc_showsNothingOfIt(ResponseDefinitionBuilder echo) {
    ODOO.answersAs18();
    ODOO.letsIn();
    ODOO.onExecute("create", echo);
    assertSecret(failureOfCreate(ODOO.connection()));
  }

  static Stream<ResponseDefinitionBuilder> echoes() {
    String error = "{\"name\":\"odoo." + KEY + "\",\"message\":\"no " + KEY + " here\"}";
    return Stream.of(
        okJson(error).withStatus(422),
        okJson("{\"jsonrpc\":\"2.0\",\"error\":{\"data\":" + error + "}}"),
        okJson("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":\"" + KEY + "\"}}"),
        okJson(KEY),
        okJson("{\"a\": " + KEY),
        okJson("{\"a\": x" + KEY),
        html(200, "<h1>Hello " + KEY),
        html(401, "Bearer " + KEY),
        html(403, "Bearer " + KEY),
        html(500, "Bearer " + KEY),
        // Cut in the middle of the key: 200 characters is the length of an excerpt.
        html(500, "x".repeat(180) + KEY),
        html(500, " ".repeat(4 * 1024 - 20) + KEY),
        aResponse().withStatus(301).withHeader("Location", "https://" + KEY + "@h.example/" + KEY),
        aResponse().withStatus(301).withHeader("Location", "ht tp://" + KEY),
        aResponse().withStatus(301).withHeader("Location", "https://" + KEY + ".example.com/"),
        aResponse().withHeader("Content-Type", "text/" + KEY).withBody("x"));
  }

  private static ResponseDefinitionBuilder html(int status, String body) {
    return aResponse().withStatus(status).withHeader("Content-Type", "text/html").withBody(body);
  }

  /** The JDK quotes a status line that it can't read. */
  @Test
  void failure_keyEchoedInTheStatusLine_showsNothingOfIt() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      FutureTask<Socket> answered = new FutureTask<>(() -> answer(server, KEY + " 200\r\n\r\n"));
      new Thread(answered, "echo").start();
      OdooException failure =
          failureOfCreate(
              ODOO.connection()
                  .url("http://127.0.0.1:" + server.getLocalPort())
                  .retry(RetryPolicy.NEVER)
                  .transport(OdooConnection.Transport.JSON2));
      answered.get().close();
      assertThat(failure).isInstanceOf(OdooOutcomeUnknownException.class);
      assertSecret(failure);
    }
  }

  @Test
  void failure_serverUnreachable_showsNothingOfTheKey() {
    assertSecret(
        failureOfCreate(
            ODOO.connection().url("https://no-such-host.invalid").retry(RetryPolicy.NEVER)));
  }

  /** The JDK quotes a header that it refuses: up to Odoo 18 a password may stand for the key. */
  @Test
  void failure_passwordThatIsNoHeader_showsNothingOfIt() {
    String password = "пароль-" + KEY;
    Throwable failure =
        catchThrowable(
            () ->
                OdooClient.connect(
                        ODOO.connection()
                            .apiKey(password)
                            .transport(OdooConnection.Transport.JSON2)
                            .build())
                    .verify());
    assertThat(failure)
        .isInstanceOf(OdooConfigurationException.class)
        .hasMessageContaining("apiKey");
    assertSecret(failure);
  }

  private static final String PASSWORD = "pa\"ss\\wo/rd&<x> +1";

  static Stream<String> forms() {
    return Stream.of(
        PASSWORD,
        "pa\\\"ss\\\\wo/rd&<x> +1",
        "pa\\\"ss\\\\wo\\/rd\\u0026\\u003Cx\\u003e +1",
        "pa%22ss%5cwo%2frd%26%3cx%3e+%2b1",
        "pa%22ss%5Cwo%2Frd%26%3Cx%3E%20%2B1",
        "pa&quot;ss\\wo/rd&amp;&lt;x&gt; +1",
        base64(PASSWORD),
        base64("sync@example.com:" + PASSWORD),
        base64("me:" + PASSWORD));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Up to Odoo 18 a password may stand for the key. */
  @ParameterizedTest
  @MethodSource("forms")
  void failure_passwordEchoedInAnyForm_showsNothingOfIt(String form) {
    ODOO.answersAs18();
    ODOO.letsIn();
    for (ResponseDefinitionBuilder echo :
        List.of(
            html(500, "your request was " + form),
            html(401, "x".repeat(180) + form),
            html(502, " ".repeat(4 * 1024 - 20) + form))) {
      ODOO.onExecute("create", echo);
      OdooException failure =
          failureOfCreate(
              ODOO.connection()
                  .apiKey(PASSWORD)
                  .retry(RetryPolicy.NEVER)
                  .transport(OdooConnection.Transport.JSON_RPC));
      assertThat(String.valueOf(failure.getMessage()))
          .contains("HTTP")
          .doesNotContain(form)
          .doesNotContain("pa\\\"")
          .doesNotContain("pa%22")
          .doesNotContain("pa&quot");
    }
  }

  @Test
  void message_odoosWordsOnSeveralLines_isOneOnWhichNothingHides() {
    ODOO.answersAs19();
    ODOO.onJson2(
        "res.partner",
        "create",
        okJson("{\"name\":\"odoo.exceptions.UserError\",\"message\":\"a\\nb\\u001b[31m\\u202e\"}")
            .withStatus(422));
    assertThat(failureOfCreate(ODOO.connection())).hasMessageContaining("a\\nb\\u001b[31m\\u202e");
  }

  @Test
  void redact_keyInATextOfTheHosts_isHidden() {
    assertThat(ODOO.connection().build().redact("Basic " + base64("me:" + KEY) + ", " + KEY))
        .startsWith("Basic ")
        .endsWith(", ***")
        .doesNotContain(base64("me:" + KEY));
  }

  private static OdooException failureOfCreate(OdooConnection.Builder connection) {
    OdooClient client = OdooClient.connect(connection.build());
    return catchThrowableOfType(
        OdooException.class, () -> client.create("res.partner", List.of(Map.of("name", "x"))));
  }

  private static void assertSecret(Throwable failure) {
    StringWriter log = new StringWriter();
    failure.printStackTrace(new PrintWriter(log, true));
    if (failure instanceof OdooException odoo) {
      log.append(odoo.errorName()).append(odoo.advice());
    }
    assertThat(log.toString())
        .contains("Odoo")
        .doesNotContain(KEY)
        .doesNotContain(KEY.substring(0, 12));
  }

  /** The socket stays open, since a close could reset the connection before the client has read. */
  private static Socket answer(ServerSocket server, String reply) throws IOException {
    Socket socket = server.accept();
    socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
    socket.shutdownOutput();
    return socket;
  }
}
