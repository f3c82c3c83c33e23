package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdooWebhookTest {

  private static OdooWebhook parse(String body) {
    return OdooWebhook.parse(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Recorded on a real 19; "id" comes along with whatever field is chosen. */
  @Test
  void parse_bodyOf19_saysWhichRecordAndWhen() {
    OdooWebhook webhook =
        parse(
            "{\"_action\": \"Tell the sync(#405)\", \"_id\": 9, \"_model\": \"res.partner\","
                + " \"id\": 9, \"name\": \"A\", \"write_date\": \"2026-11-27 04:01:00.001119\"}");

    assertThat(webhook.model()).isEqualTo("res.partner");
    assertThat(webhook.ids()).containsExactly(9L);
    assertThat(webhook.writeDate()).contains(Instant.parse("2026-11-27T04:01:00.001119Z"));
  }

  @Test
  void parse_noChosenFields_hasNoTime() {
    OdooWebhook webhook = parse("{\"_action\": \"A(#1)\", \"_id\": 1, \"_model\": \"crm.lead\"}");

    assertThat(webhook.writeDate()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "null"})
  void parse_noWriteDate_hasNoTime(String nothing) {
    assertThat(parse(body("\"a.b\"", "1", nothing)).writeDate()).isEmpty();
  }

  @Test
  void parse_wholeSecond_isATime() {
    assertThat(parse(body("\"a.b\"", "1", "\"2026-11-27 04:01:00\"")).writeDate())
        .contains(Instant.parse("2026-11-27T04:01:00Z"));
  }

  @Test
  void parse_otherFieldsOfAllKinds_areWalkedOver() {
    OdooWebhook webhook =
        parse(
            "{\"a\":[1,{\"_id\":7}],\"b\":{\"_model\":\"x\",\"_id\":[]},\"c\":1.5e3,\"d\":null,"
                + "\"_model\":\"account.move\",\"e\":\"\\ud83d\\ude00\",\"_id\":2147483647}");

    assertThat(webhook.model()).isEqualTo("account.move");
    assertThat(webhook.ids()).containsExactly(2147483647L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "[{\"_model\":\"a.b\",\"_id\":1}]",
        "\"a.b\"",
        "42",
        "null",
        "{}",
        "{\"_model\":\"a.b\"}",
        "{\"_id\":1}",
        "{\"_model\":\"a.b\",\"_id\":1",
        "{\"_model\":\"a.b\",\"_id\":1}{}",
        "{\"_model\":\"a.b\",\"_id\":1} x",
        "{\"_model\":\"a.b\",\"_id\":1,\"_id\":2}",
        "{\"_model\":\"a.b\",\"_model\":\"a.b\",\"_id\":1}",
        "{\"_model\":\"a.b\",\"_id\":1,\"x\":{\"y\":1,\"y\":2}}",
        "{'_model':'a.b','_id':1}",
        "{\"_model\":\"a.b\",\"_id\":NaN}",
        "_model=res.partner&_id=1",
        "<xml/>"
      })
  void parse_notWhatOdooPosts_isRefused(String body) {
    assertRefused(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "\"1\"",
        "1.0",
        "1e3",
        "true",
        "null",
        "[1]",
        "{}",
        "9223372036854775808"
      })
  void parse_noId_isRefused(String id) {
    assertRefused(body("\"a.b\"", id, "null"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "null",
        "[]",
        "\"\"",
        "\".\"",
        "\"a.\"",
        "\"A.b\"",
        "\"res.partner; drop\"",
        "\"res.partner\\n\"",
        "\"../x\"",
        "\"r\\u00e9s.partner\""
      })
  void parse_noModel_isRefused(String model) {
    assertRefused(body(model, "1", "null"));
  }

  @Test
  void parse_longestModel_isRead() {
    String longest = "a".repeat(128);
    assertThat(parse(body('"' + longest + '"', "1", "null")).model()).isEqualTo(longest);
  }

  @Test
  void parse_endlessModel_isRefused() {
    assertRefused(body('"' + "a".repeat(129) + '"', "1", "null"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "true",
        "[]",
        "\"\"",
        "\"yesterday\"",
        "\"2026-13-01 00:00:00\"",
        "\"2026-11-27T04:01:00Z\"",
        "\"2026-11-27 04:01:00.0000001\"",
        "\"2026-11-27 04:01:00+01:00\""
      })
  void parse_noTime_isRefused(String time) {
    assertRefused(body("\"a.b\"", "1", time));
  }

  @Test
  void parse_tooLong_isRefused() {
    String filler = "x".repeat(OdooWebhook.MAX_BYTES);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("{\"_model\":\"a.b\",\"_id\":1,\"x\":\"" + filler + "\"}"))
        .withMessageContaining("longer than 1000000 bytes");
  }

  @Test
  void parse_asLongAsAllowed_isRead() {
    String body = body("\"a.b\"", "1", "null");

    assertThat(parse(body + " ".repeat(OdooWebhook.MAX_BYTES - body.length())).ids())
        .containsExactly(1L);
  }

  @Test
  void parse_tooDeep_isRefused() {
    String deep = "[".repeat(200_000);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("{\"_model\":\"a.b\",\"_id\":1,\"x\":" + deep))
        .withMessageContaining("too deep");
  }

  @Test
  void parse_endlessNumber_isRefused() {
    assertRefused("{\"_model\":\"a.b\",\"_id\":" + "9".repeat(500_000) + "}");
  }

  @Test
  void parse_notUtf8_isRefused() {
    byte[] body = "{\"_model\":\"a.b\",\"_id\":1,\"x\":\"?\"}".getBytes(StandardCharsets.UTF_8);
    body[body.length - 3] = (byte) 0xff;

    assertThatIllegalArgumentException().isThrownBy(() -> OdooWebhook.parse(body));
  }

  @ParameterizedTest
  @NullSource
  void parse_null_isRefused(byte[] body) {
    assertThatIllegalArgumentException().isThrownBy(() -> OdooWebhook.parse(body));
  }

  @Test
  void parse_endlessStream_isReadNoFurtherThanAllowed() {
    long[] read = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return ' ';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            read[0] += length;
            Arrays.fill(into, from, from + length, (byte) ' ');
            return length;
          }
        };

    assertThatIllegalArgumentException().isThrownBy(() -> OdooWebhook.parse(endless));
    assertThat(read[0]).isLessThanOrEqualTo(OdooWebhook.MAX_BYTES + 1L);
  }

  @Test
  void parse_stream_isRead() throws IOException {
    byte[] body = body("\"a.b\"", "5", "null").getBytes(StandardCharsets.UTF_8);

    assertThat(OdooWebhook.parse(new ByteArrayInputStream(body)).ids()).containsExactly(5L);
  }

  @Test
  void parse_streamThatFails_throwsWhatItThrew() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("reset");
          }
        };

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> OdooWebhook.parse(broken));
  }

  @Test
  void toString_hasNoValues() {
    assertThat(parse("{\"_model\":\"res.partner\",\"_id\":7,\"email\":\"ada@example.com\"}"))
        .hasToString("webhook of res.partner 7");
  }

  private static String body(String model, String id, String writeDate) {
    return "{\"_model\":%s,\"_id\":%s,\"write_date\":%s}".formatted(model, id, writeDate);
  }

  private static void assertRefused(String body) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(body))
        .withMessageMatching("the body of a webhook .{1,90}")
        .withNoCause();
  }
}
