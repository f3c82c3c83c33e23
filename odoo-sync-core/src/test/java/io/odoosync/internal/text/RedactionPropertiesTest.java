package io.odoosync.internal.text;

import static io.odoosync.testing.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testing.Gen;
import io.odoosync.testing.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever a secret is, and however somebody writes it down, it does not show. */
class RedactionPropertiesTest {

  /** No short plain words: those are hidden only where they stand alone. */
  private static final Gen<String> SECRETS =
      Gen.oneOf(
              Texts.textsOf("abcXYZ019-_", 8, 40),
              Texts.textsOf("aB1 \"'\\/+&<>%=:;,?#@!$é字€", 8, 24).suchThat(text -> !text.isBlank()),
              Texts.joined(
                  Texts.codePoints()
                      .suchThat(point -> !Character.isISOControl(point) && !isSurrogate(point))
                      .map(Character::toString),
                  5,
                  12))
          .suchThat(secret -> !secret.matches("[a-z]{1,7}"));

  /** Escaped as the secret is: an escape of their own could take its first letter. */
  private static final Gen<String> NEIGHBOURS =
      Texts.joined(
          Gen.of(" ", "a", "'", "\"", "\\", "\n", "&", "%", "+", "://", "=", "u", "{", "}"), 0, 6);

  private static final Gen<UnaryOperator<String>> FORMS =
      Gen.of(
          text -> text,
          RedactionPropertiesTest::json,
          text -> json(text).replace("/", "\\/"),
          text -> json(json(text)),
          RedactionPropertiesTest::unicode,
          RedactionPropertiesTest::form,
          text -> form(text).replace("+", "%20"),
          text -> lowerHex(form(text)),
          text -> json(form(text)),
          text -> form(json(text)),
          RedactionPropertiesTest::html);

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String unicode(String text) {
    return text.chars()
        .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
        .collect(Collectors.joining());
  }

  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String lowerHex(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int at = lower.indexOf("%"); at >= 0; at = lower.indexOf("%", at + 1)) {
      lower.replace(at, at + 3, lower.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }
    return lower.toString();
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Test
  void text_secretInAnyForm_doesNotShow() {
    forAll(
        SECRETS,
        FORMS,
        NEIGHBOURS,
        (secret, form, neighbour) -> {
          String echo = form.apply(secret);
          String shown =
              Redaction.of(List.of(secret))
                  .text(form.apply(neighbour) + echo + form.apply(neighbour));
          assertThat(shown).contains("***").doesNotContain(echo);
        });
  }

  @Test
  void text_secretInBase64_doesNotShow() {
    forAll(
        SECRETS,
        Gen.of("", "u:", "a:", "user:", "login@example.com:"),
        Gen.of("", "\n", ":x"),
        (secret, before, behind) -> {
          byte[] bytes = (before + secret + behind).getBytes(StandardCharsets.UTF_8);
          for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String echo = encoder.encodeToString(bytes);
            assertThat(Redaction.of(List.of(secret)).text("Basic " + echo + ".")).contains("***");
            assertThat(Redaction.of(List.of(secret)).text("x: " + echo)).doesNotContain(echo);
          }
        });
  }

  @Test
  void text_again_isTheSame() {
    forAll(
        SECRETS,
        FORMS,
        NEIGHBOURS,
        (secret, form, neighbour) -> {
          Redaction redaction = Redaction.of(List.of(secret));
          String once = redaction.text(neighbour + form.apply(secret) + " password=x " + neighbour);
          assertThat(redaction.text(once)).isEqualTo(once);
        });
  }
}
