package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real HTTP server that gives prepared answers, and forgets them before each test. */
final class StubOdoo implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  static final String KEY = "0123456789abcdef0123456789abcdef01234567";
  static final RetryPolicy QUICK =
      new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1_500));

  private static final ObjectMapper JSON = new ObjectMapper();

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  @Override
  public void beforeAll(ExtensionContext context) {
    server.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server.resetAll();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.stop();
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  OdooConnection.Builder connection() {
    return OdooConnection.builder()
        .url(url())
        .database("prod")
        .login("sync@example.com")
        .apiKey(KEY)
        .retry(QUICK);
  }

  /** A client of a server that answers like Odoo 19. */
  OdooClient json2() {
    answersAs19();
    return OdooClient.connect(connection().build());
  }

  /** A client of a server that answers like Odoo 18 and lets user 7 in. */
  OdooClient jsonRpc() {
    answersAs18();
    letsIn();
    return OdooClient.connect(connection().build());
  }

  void answersAs19() {
    on(get("/web/version"), Recording.named("version_19_web_version").replayed());
  }

  void answersAs18() {
    on(get("/web/version"), Recording.named("version_18_web_version").replayed());
    onRpc("version", Recording.named("jsonrpc_18_version").replayed());
  }

  void letsIn() {
    onRpc("authenticate", okJson("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":7}"));
  }

  void on(MappingBuilder request, ResponseDefinitionBuilder answer) {
    server.stubFor(request.willReturn(answer));
  }

  void on(MappingBuilder request) {
    server.stubFor(request);
  }

  void onAnything(ResponseDefinitionBuilder answer) {
    on(any(anyUrl()), answer);
  }

  void onJson2(String model, String method, ResponseDefinitionBuilder answer) {
    on(post("/json/2/" + model + "/" + method), answer);
  }

  /** Answers a method of one of JSON-RPC's services. */
  void onRpc(String serviceMethod, ResponseDefinitionBuilder answer) {
    on(rpc(serviceMethod), answer);
  }

  /** Answers a method of a model, over JSON-RPC. */
  void onExecute(String method, ResponseDefinitionBuilder answer) {
    on(execute(method), answer);
  }

  static MappingBuilder rpc(String serviceMethod) {
    return post("/jsonrpc")
        .withRequestBody(matchingJsonPath("$.params[?(@.method == '" + serviceMethod + "')]"));
  }

  static MappingBuilder execute(String method) {
    return post("/jsonrpc")
        .withRequestBody(matchingJsonPath("$.params[?(@.args[4] == '" + method + "')]"));
  }

  static ResponseDefinitionBuilder status(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "text/html")
        .withBody("<h1>no");
  }

  static ResponseDefinitionBuilder result(String json) {
    return okJson("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + json + "}");
  }

  int port() {
    return server.port();
  }

  /** The requests to a path, oldest first. */
  List<LoggedRequest> requests(String path) {
    return server.findAll(postRequestedFor(urlEqualTo(path)));
  }

  List<LoggedRequest> allRequests() {
    return server.getAllServeEvents().stream()
        .map(event -> LoggedRequest.createFrom(event.getRequest()))
        .toList();
  }

  /** The {@code args} of the JSON-RPC calls of a service's method, oldest first. */
  List<JsonNode> rpcArguments(String serviceMethod) {
    return requests("/jsonrpc").stream()
        .map(request -> json(request).path("params"))
        .filter(params -> params.path("method").asText().equals(serviceMethod))
        .map(params -> params.path("args"))
        .toList();
  }

  static JsonNode json(LoggedRequest request) {
    return json(request.getBodyAsString());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
