package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdooConnectionTest {

  private static final String SECRET = "s3cret-and-long-enough";

  @Test
  void build_onlyWhatIsRequired_usesTheStatedDefaults() {
    OdooConnection connection = valid().build();
    assertThat(connection.url()).hasToString("https://erp.example.com");
    assertThat(connection.login()).isNull();
    assertThat(connection.transport()).isEqualTo(OdooConnection.Transport.AUTOMATIC);
    assertThat(connection.requestTimeout()).isEqualTo(Duration.ofSeconds(150));
    assertThat(connection.maxResponseBytes()).isEqualTo(4 * 1024 * 1024);
    assertThat(connection.retry()).isEqualTo(RetryPolicy.DEFAULT);
    assertThat(connection.httpClient().connectTimeout()).contains(Duration.ofSeconds(10));
    assertThat(connection.httpClient().followRedirects()).isEqualTo(HttpClient.Redirect.NEVER);
    assertThat(connection.httpClient().cookieHandler()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void builder_badValue_isRefusedByName(
      String name, Consumer<OdooConnection.Builder> bad, String words) {
    OdooConnection.Builder builder = valid();
    Throwable failure =
        catchThrowable(
            () -> {
              bad.accept(builder);
              builder.build();
            });
    assertThat(failure)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name)
        .hasMessageContaining(words);
    assertThat(failure.getMessage()).doesNotContain(SECRET);
  }

  static Stream<Arguments> builder_badValue_isRefusedByName() {
    HttpClient redirecting =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    HttpClient withCookies = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    return Stream.of(
        bad("url", b -> b.url(" "), "must be set"),
        bad("url", b -> b.url("erp.example.com"), "absolute https address"),
        bad("url", b -> b.url("ftp://erp.example.com"), "absolute https address"),
        bad("url", b -> b.url("https:///web"), "absolute https address"),
        bad("url", b -> b.url("https://erp.example.com/?db=x"), "no user, query or fragment"),
        bad("url", b -> b.url("https://erp.example.com/#x"), "no user, query or fragment"),
        bad("url", b -> b.url("https://me:" + SECRET + "@erp.example.com"), "no user"),
        bad("url", b -> b.url("https://me:" + SECRET + " @erp.example.com"), "position"),
        bad("url", b -> b.url("http://erp.example.com"), "plain http"),
        bad("database", b -> b.database(""), "must be set"),
        bad("database", b -> b.database("prod\n"), "control character"),
        bad("login", b -> b.login("sync\r@example.com"), "control character"),
        bad("apiKey", b -> b.apiKey("  "), "must be set"),
        bad("apiKey", b -> b.apiKey(SECRET + "\n"), "control character"),
        bad("connectTimeout", b -> b.connectTimeout(Duration.ZERO), "PT0S"),
        bad("connectTimeout", b -> b.connectTimeout(ChronoUnit.FOREVER.getDuration()), "a day"),
        bad("requestTimeout", b -> b.requestTimeout(Duration.ofMillis(-1)), "PT-0.001S"),
        bad("requestTimeout", b -> b.requestTimeout(Duration.ofDays(2)), "PT48H"),
        bad("maxResponseBytes", b -> b.maxResponseBytes(1023), "1023"),
        bad("httpClient", b -> b.httpClient(redirecting), "redirects"),
        bad("httpClient", b -> b.httpClient(withCookies), "cookies"));
  }

  private static Arguments bad(String name, Consumer<OdooConnection.Builder> setter, String words) {
    return Arguments.of(name, setter, words);
  }

  @ParameterizedTest
  @CsvSource({"url", "database", "apiKey"})
  void build_somethingRequiredMissing_isRefusedByName(String name) {
    OdooConnection.Builder builder = OdooConnection.builder();
    if (!name.equals("url")) {
      builder.url("https://erp.example.com");
    }
    if (!name.equals("database")) {
      builder.database("prod");
    }
    if (!name.equals("apiKey")) {
      builder.apiKey(SECRET);
    }
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(name + " must be set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8069",
        "http://LOCALHOST",
        "http://127.0.0.1:8069",
        "http://127.1.2.3",
        "http://[::1]:8069"
      })
  void build_plainHttpToLoopback_isAllowed(String url) {
    assertThat(valid().url(url).build().url()).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://0.0.0.0",
        "http://[2001:db8::1]",
        "HTTP://erp.example.com"
      })
  void build_plainHttpElsewhere_isRefusedUnlessAllowed(String url) {
    OdooConnection.Builder builder = valid().url(url);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowPlainHttp()");
    assertThat(builder.allowPlainHttp().build().url()).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource({
    "https://erp.example.com/, https://erp.example.com",
    "https://erp.example.com/odoo/, https://erp.example.com/odoo",
    "' https://erp.example.com ', https://erp.example.com"
  })
  void url_slashAtTheEnd_isLeftOut(String given, String used) {
    assertThat(valid().url(given).build().url()).hasToString(used);
  }

  @Test
  void toString_always_hidesTheKey() {
    OdooConnection connection = valid().login("sync@example.com").build();
    assertThat(connection.toString())
        .contains("https://erp.example.com", "prod", "sync@example.com", "apiKey=***")
        .contains("connectTimeout=PT10S", "requestTimeout=PT2M30S", "maxResponseBytes=4194304")
        .doesNotContain(SECRET);
    assertThat(OdooClient.connect(connection).toString()).doesNotContain(SECRET);
  }

  @Test
  void build_builderUsedAgain_leavesTheFirstConnectionAsItWas() {
    OdooConnection.Builder builder = valid();
    OdooConnection first = builder.build();
    builder.database("other").build();
    assertThat(first.database()).isEqualTo("prod");
  }

  private static OdooConnection.Builder valid() {
    return OdooConnection.builder().url("https://erp.example.com").database("prod").apiKey(SECRET);
  }
}
