package io.odoosync.internal.transport;

import io.odoosync.odoo.OdooValue;
import java.io.IOException;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer that arrived whole. Never compared, so the array is no trap.
 *
 * @param serverTime what its {@code Date} says
 * @param maxValues how many values its JSON may have
 */
@SuppressWarnings("ArrayRecordComponent")
record HttpReply(
    int status,
    String contentType,
    @Nullable String location,
    @Nullable Duration retryAfter,
    @Nullable Instant serverTime,
    byte[] body,
    int maxValues) {

  static HttpReply of(ResponseInfo head, Clock clock, byte[] body, int maxBytes) {
    return new HttpReply(
        head.statusCode(),
        head.headers().firstValue("Content-Type").orElse(""),
        head.headers().firstValue("Location").orElse(null),
        RetryAfter.of(head.headers(), clock).orElse(null),
        HttpDate.of(head.headers(), clock).orElse(null),
        body,
        OdooJson.maxValues(maxBytes));
  }

  /**
   * The body's JSON.
   *
   * @throws AnswerTooLargeException if it has more values than allowed
   * @throws IOException if it is no JSON
   */
  OdooValue json() throws IOException {
    return OdooJson.parse(body, maxValues);
  }

  boolean isJson() {
    return contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
  }
}
