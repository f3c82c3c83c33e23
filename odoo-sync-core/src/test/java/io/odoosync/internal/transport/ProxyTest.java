package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** A connection goes through the proxy that it is told to go through, and through no other. */
@Timeout(20)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ProxyTest {

  private final ProxySelector before = ProxySelector.getDefault();
  private RawServer proxy;

  @BeforeEach
  void start() throws IOException {
    proxy =
        RawServer.that(
            to -> {
              to.read();
              to.answer("{}");
            });
    ProxySelector.setDefault(selector());
  }

  @AfterEach
  void stop() throws IOException {
    ProxySelector.setDefault(before);
    proxy.close();
  }

  private ProxySelector selector() {
    return ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()));
  }

  @Test
  void call_proxyOfTheJvm_isNotUsedUnlessAskedFor() {
    failureOf(remote().allowPlainHttp());
    assertThat(proxy.heads()).isEmpty();
  }

  @Test
  void call_systemProxy_usesThatOfTheJvm() {
    call(remote().allowPlainHttp().systemProxy());
    assertThat(proxy.heads())
        .singleElement()
        .asString()
        .contains("http://odoo.invalid:8069/json/2");
  }

  @Test
  void call_proxyByHostAndPort_goesThroughIt() {
    ProxySelector.setDefault(null);
    call(remote().allowPlainHttp().proxy("127.0.0.1", proxy.port()));
    assertThat(proxy.heads()).hasSize(1);
  }

  @Test
  void call_proxyBySelector_goesThroughIt() {
    ProxySelector.setDefault(null);
    call(remote().allowPlainHttp().proxy(selector()));
    assertThat(proxy.heads()).hasSize(1);
  }

  /** The proxy is asked for a tunnel, and gives none here. */
  @Test
  void call_httpsThroughAProxy_showsItTheHostAndNothingElse() {
    failureOf(connection("https://odoo.invalid").proxy("127.0.0.1", proxy.port()));
    assertThat(proxy.heads())
        .singleElement()
        .asString()
        .startsWith("CONNECT odoo.invalid:443 ")
        .doesNotContain(StubOdoo.KEY)
        .doesNotContain("res.partner");
  }

  @Test
  void build_plainHttpThroughAProxy_isRefusedUnlessAllowed() {
    OdooConnection.Builder loopback = connection("http://127.0.0.1:8069");
    assertThatThrownBy(() -> loopback.proxy("127.0.0.1", proxy.port()).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the API key to the proxy in clear")
        .hasMessageContaining("allowPlainHttp()");
    assertThatThrownBy(() -> loopback.systemProxy().build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(loopback.allowPlainHttp().build()).isNotNull();
  }

  @Test
  void build_systemWithoutProxy_isAllowed() {
    ProxySelector.setDefault(HttpClient.Builder.NO_PROXY);
    assertThat(connection("http://127.0.0.1:8069").systemProxy().build()).isNotNull();
    ProxySelector.setDefault(null);
    assertThat(connection("http://127.0.0.1:8069").systemProxy().build()).isNotNull();
  }

  @Test
  void build_proxyBesidesAClientOfTheHosts_isRefused() {
    OdooConnection.Builder both =
        connection("https://odoo.invalid")
            .httpClient(HttpClient.newHttpClient())
            .proxy("127.0.0.1", proxy.port());
    assertThatThrownBy(both::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("httpClient");
  }

  @Test
  void proxy_noHostOrPort_isRefused() {
    OdooConnection.Builder builder = connection("https://odoo.invalid");
    for (int port : new int[] {-1, 0, 65_536}) {
      assertThatThrownBy(() -> builder.proxy("proxy", port))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("proxy must be");
    }
    assertThatThrownBy(() -> builder.proxy(" ", 80)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toString_names_theProxy() {
    assertThat(connection("https://odoo.invalid").build()).asString().contains("proxy=none");
    assertThat(connection("https://odoo.invalid").proxy("p", 80).build())
        .asString()
        .contains("proxy=p:80");
    assertThat(connection("https://odoo.invalid").systemProxy().build())
        .asString()
        .contains("proxy=the JVM's");
  }

  private static OdooConnection.Builder remote() {
    return connection("http://odoo.invalid:8069");
  }

  private static OdooConnection.Builder connection(String url) {
    return OdooConnection.builder()
        .url(url)
        .database("prod")
        .apiKey(StubOdoo.KEY)
        .transport(OdooConnection.Transport.JSON2)
        .retry(RetryPolicy.NEVER);
  }

  private static void call(OdooConnection.Builder connection) {
    OdooClient.connect(connection.build()).call(MethodCall.of("res.partner", "read"));
  }

  private static void failureOf(OdooConnection.Builder connection) {
    assertThat(catchThrowableOfType(OdooException.class, () -> call(connection))).isNotNull();
  }
}
