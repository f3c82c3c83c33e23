package io.odoosync.odoo;

import static io.odoosync.testing.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testing.Gen;
import io.odoosync.testing.Numbers;
import io.odoosync.testing.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever is posted: it is read, or refused in few words, and nothing else. */
class OdooWebhookPropertiesTest {

  private static final String BODY =
      "{\"_action\": \"A(#1)\", \"_id\": 42, \"_model\": \"crm.lead\", \"write_date\":"
          + " \"2026-11-27 04:01:00.001119\", \"tags\": [1, 2]}";

  private static final Gen<String> PIECES =
      Gen.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\"_id\"",
          "\"_model\"",
          "\"write_date\"",
          "1",
          "-",
          "0",
          ".",
          "e9",
          "true",
          "null",
          "\"a.b\"",
          "\"2026-11-27 04:01:00\"",
          "\\u0000",
          " ");

  private static final Gen<String> BODIES =
      Gen.oneOf(Texts.joined(PIECES, 0, 40), Texts.texts(0, 60));

  private static final Pattern MODEL = Pattern.compile("[a-z0-9_.]{1,128}");

  @Test
  void parse_anyText_isReadOrRefused() {
    forAll(BODIES, body -> assertReadOrRefused(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void parse_oneByteOfABodyChanged_isReadOrRefused() {
    forAll(
        Numbers.integers(0, BODY.length() - 1),
        Numbers.integers(0, 255),
        (place, value) -> {
          byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
          body[place] = value.byteValue();
          assertReadOrRefused(body);
        });
  }

  @Test
  void parse_anyOtherFieldsText_changesNothing() {
    forAll(
        Texts.texts(0, 60),
        text -> {
          String escaped = new String(quoted(text), StandardCharsets.UTF_8);
          OdooWebhook webhook =
              OdooWebhook.parse(
                  ("{\"x\":" + escaped + ",\"_model\":\"a.b\",\"_id\":7}")
                      .getBytes(StandardCharsets.UTF_8));
          assertThat(webhook.ids()).containsExactly(7L);
        });
  }

  /** As Python's json.dumps does: nothing but ASCII. */
  private static byte[] quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append("\\u%04x".formatted(c)));
    return quoted.append('"').toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void assertReadOrRefused(byte[] body) {
    read(body)
        .ifPresent(
            webhook -> {
              assertThat(webhook.model()).matches(MODEL);
              assertThat(webhook.ids())
                  .singleElement()
                  .satisfies(id -> assertThat(id).isPositive());
            });
  }

  private static Optional<OdooWebhook> read(byte[] body) {
    try {
      return Optional.of(OdooWebhook.parse(body));
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("the body of a webhook .{1,90}");
      return Optional.empty();
    }
  }
}
