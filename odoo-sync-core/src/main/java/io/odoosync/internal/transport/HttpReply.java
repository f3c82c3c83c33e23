package io.odoosync.internal.transport;

import java.net.http.HttpResponse.ResponseInfo;
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

  static HttpReply of(ResponseInfo head, byte[] body) {
    return new HttpReply(
        head.statusCode(),
        head.headers().firstValue("Content-Type").orElse(""),
        head.headers().firstValue("Location").orElse(null),
        retryAfter(head.headers().firstValue("Retry-After").orElse(null)),
        body);
  }

  /** Seconds only: the form with a date depends on two clocks. */
  private static @Nullable Duration retryAfter(@Nullable String header) {
    return header != null && header.strip().matches("[0-9]{1,9}")
        ? Duration.ofSeconds(Long.parseLong(header.strip()))
        : null;
  }

  boolean isJson() {
    return contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
  }
}
