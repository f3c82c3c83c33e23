package io.odoosync.internal.transport;

import java.net.http.HttpResponse.ResponseInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An HTTP answer that arrived whole. Never compared, so the array is no trap. */
@SuppressWarnings("ArrayRecordComponent")
record HttpReply(
    int status,
    String contentType,
    @Nullable String location,
    @Nullable Duration retryAfter,
    byte[] body) {

  static HttpReply of(ResponseInfo head, Clock clock, byte[] body) {
    return new HttpReply(
        head.statusCode(),
        head.headers().firstValue("Content-Type").orElse(""),
        head.headers().firstValue("Location").orElse(null),
        RetryAfter.of(head.headers(), clock).orElse(null),
        body);
  }

  boolean isJson() {
    return contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
  }
}
