package io.odoosync.internal.text;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RedactionTest {

  private static final String PASSWORD = "pa\"ss\\wo/rd&<é> +1";

  private final Redaction known = Redaction.of(List.of(PASSWORD, "0123456789abcdef"));

  static Stream<String> echoes() {
    return Stream.of(
        PASSWORD,
        "pa\\\"ss\\\\wo/rd&<é> +1",
        "pa\\\"ss\\\\wo\\/rd&<\\u00e9> +1",
        "\\u0070\\u0061\\u0022ss\\\\wo\\/rd\\u0026\\u003C\\u00E9\\u003e +1",
        "pa\\\\\\\"ss\\\\\\\\wo/rd&<é> +1",
        "pa%22ss%5Cwo%2Frd%26%3C%C3%A9%3E+%2B1",
        "pa%22ss%5cwo%2frd%26%3c%c3%a9%3e%20%2b1",
        "pa%22ss%5cwo/rd&%3c%e9%3e%20+1",
        "pa&quot;ss\\wo/rd&amp;&lt;&#233;&gt; +1",
        "pa&#34;ss&#x5c;wo&#x2F;rd&amp;&lt;&#xe9;&gt; +1",
        "b'pa\"ss\\\\wo/rd&<\\xc3\\xa9> +1'",
        base64(PASSWORD),
        base64("login:" + PASSWORD),
        base64("me:" + PASSWORD + "!").replace('+', '-').replace('/', '_'),
        base64("a:" + PASSWORD).replace("/", "\\/").replace("+", "%2B"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void text_knownSecretInAnyForm_isHidden(String echo) {
    String shown = known.text("before '" + echo + "' after");
    assertThat(shown).startsWith("before").endsWith("after").contains("***");
    assertThat(shown).doesNotContain("pa").doesNotContain("rd").doesNotContain("cGEi");
  }

  @Test
  void text_withoutSecrets_isTheSame() {
    String text = "res.partner.load: 100 % of C:\\new & 3 + 4 = 7: see https://erp.example.com/web";
    assertThat(known.text(text)).isSameAs(text);
  }

  @Test
  void text_wordsThatAreShort_areHiddenWhereTheyStandAlone() {
    Redaction words = Redaction.of(List.of("admin", "k"));
    assertThat(words.text("'admin' is no administrator, ok?"))
        .isEqualTo("'***' is no administrator, ok?");
  }

  @Test
  void after_another_bothHide() {
    Redaction both = known.after(text -> text.replace("other-secret", "***"));
    assertThat(both.text("0123456789abcdef and other-secret")).isEqualTo("*** and ***");
  }

  static Stream<Arguments> addresses() {
    return Stream.of(
        arguments(
            "https://u:S3CRET@h.example/p?t=S3CRET#S3CRET x", "https://***@h.example/p?*** x"),
        arguments("ftp://u:S3/CR@ET@h.example/p", "ftp://***@h.example/p"),
        arguments(
            "see \"https://h.example/?t=a S3CRET\" now", "see \"https://h.example/?***\" now"),
        arguments(
            "No suitable driver found for jdbc:nosuch://h/db?user=u&password=S3CRET",
            "No suitable driver found for jdbc:nosuch://h/db?***"),
        arguments(
            "URL \"jdbc:h2:relative;USER=sa;PASSWORD=S3 CRET\" [90011-1]",
            "URL \"jdbc:h2:relative;***\" [90011-1]"),
        arguments("jdbc:oracle:thin:scott/S3CRET@//h:1521/x", "jdbc:oracle:***@//h:1521/x"),
        arguments("JDBC:mysql://u:S3CRET@h:3306/db", "JDBC:mysql://***@h:3306/db"),
        arguments(
            "jdbc:sqlserver://h:1433;user=sa;password=S3CRET;", "jdbc:sqlserver://h:1433;***"),
        arguments("mongodb+srv://u:S3CRET@h/db?x=S3CRET", "mongodb+srv://***@h/db?***"),
        arguments("\"https:\\/\\/u:S3CRET@h\\/p\"", "\"https:\\/\\/***@h\\/p\""),
        arguments("postgres://u:S3CRET@[::1]:5432/db", "postgres://***@[::1]:5432/db"),
        arguments("redis://:S3CRET@h", "redis://***@h"),
        arguments(
            "UnknownHostException: u:S3CRET@localhost", "UnknownHostException: ***@localhost"));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void text_address_showsNeitherLogInNorParameters(String text, String shown) {
    assertThat(Redaction.OF_PATTERNS.text(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://erp.example.com:8069/web/login and so on",
        "http://[::1]:8069/jsonrpc",
        "odoo.exceptions.UserError: the key is wrong: x",
        "https://h.example/@user/page",
        "Basic authentication is not offered",
        "jdbc:postgresql://h/db is down",
        "mail of teacher/1: ada@example.org, mailto:ada@example.org at 10:30@home",
        "Renew the API key in Odoo: Settings, Account"
      })
  void text_harmless_isTheSame(String text) {
    assertThat(Redaction.OF_PATTERNS.text(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=S3CRET",
        "PGPASSWORD = S3CRET, then",
        "{\"api_key\": \"S3CRET S3CRET\", \"x\": 1}",
        "{\\\"api-key\\\": \\\"S3CRET\\\"}",
        "Authorization: Bearer S3CRET.S3CRET",
        "Authorization=Basic UzNDUkVU S3",
        "headers {authorization=[Bearer S3CRET99]}",
        "sent Bearer S3CRET1234",
        "client_secret='S3CRET',accessToken=\"S3CRET\"",
        "user=me;pwd=S3CRET;x=1",
        "HikariConfig: Password: S3CRET"
      })
  void text_valueNamedLikeASecret_isHidden(String text) {
    assertThat(Redaction.OF_PATTERNS.text(text))
        .contains("***")
        .doesNotContain("S3CRET")
        .doesNotContain("UzND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "://",
        "jdbc:",
        "'a://",
        "\"",
        "\\",
        "\\u00",
        "%",
        "%e2%82",
        "&",
        "&#",
        "=",
        ":",
        "@",
        "password=",
        "jdbc:a//",
        "Bearer ",
        " ",
        "\n",
        "+",
        "0123456789abcde",
        "\\\\\"",
        "a.a"
      })
  void text_manyCharactersOfAKind_isReadOnce(String part) {
    String text = part.repeat(200_000 / part.length());
    assertThat(known.text(text)).isNotNull();
  }

  @Test
  void safe_harmlessChain_isItself() {
    Exception failure = new IllegalStateException("x", new IOException("y"));
    assertThat(Redaction.OF_PATTERNS.safe(failure)).isSameAs(failure);
  }

  @Test
  void safe_secretSomewhereInTheChain_isACopyWithTheSameTraces() {
    Exception cause = new IOException("for jdbc:x:y?password=S3CRET");
    Exception failure = new IllegalStateException("outer", cause);
    failure.addSuppressed(new IllegalArgumentException("https://u:S3CRET@h"));
    cause.addSuppressed(failure);

    Throwable safe = Redaction.OF_PATTERNS.safe(failure);

    assertThat(safe).hasMessage("java.lang.IllegalStateException: outer");
    assertThat(safe.getStackTrace()).isEqualTo(failure.getStackTrace());
    assertThat(safe.getCause()).hasMessage("java.io.IOException: for jdbc:x:y?***");
    assertThat(requireNonNull(safe.getCause()).getStackTrace()).isEqualTo(cause.getStackTrace());
    assertThat(safe.getSuppressed()[0])
        .hasMessage("java.lang.IllegalArgumentException: https://***@h");
  }

  @Test
  void safe_exceptionThatCantSpeak_isACopyThatCan() {
    RuntimeException mute =
        new RuntimeException("x") {
          private static final long serialVersionUID = 1L;

          @Override
          @SuppressWarnings("OverrideThrowableToString") // That is what is tried.
          public String toString() {
            throw new IllegalStateException("no");
          }
        };
    assertThat(Redaction.OF_PATTERNS.safe(mute)).hasMessageContaining("can't say more");
  }

  @Test
  void safe_thousandsOfCauses_endsSomewhere() {
    RuntimeException failure = new RuntimeException("first");
    for (int i = 0; i < 20_000; i++) {
      failure = new RuntimeException("password=S3CRET", failure);
    }
    assertThat(Throwables.getStackTrace(Redaction.OF_PATTERNS.safe(failure)))
        .doesNotContain("S3CRET");
  }

  /** What this secret is in Base64 has small letters only, as a word. */
  @Test
  void text_secretWhoseBase64LooksLikeAWord_doesNotShow() {
    assertThat(Redaction.of(List.of("avg h")).text("Basic dTphdmcgaA==")).contains(Redaction.MARK);
    assertThat(Redaction.of(List.of("avg h")).text("x: dTphdmcgaA==")).doesNotContain("hdmcga");
  }
}
