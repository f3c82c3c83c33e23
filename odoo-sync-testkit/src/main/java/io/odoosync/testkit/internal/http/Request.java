package io.odoosync.testkit.internal.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP request that has been read to its end.
 *
 * @param snapshot how many commits the request can see
 */
record Request(String method, String path, Headers headers, String body, long snapshot) {

  static Request of(HttpExchange exchange, long snapshot) throws IOException {
    return of(exchange, snapshot, exchange.getRequestBody().readAllBytes());
  }

  private static Request of(HttpExchange exchange, long snapshot, byte[] body) {
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        exchange.getRequestHeaders(),
        new String(body, StandardCharsets.UTF_8),
        snapshot);
  }

  /** The request without its body, which is left unread. */
  static Request unread(HttpExchange exchange, long snapshot) {
    return of(exchange, snapshot, new byte[0]);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  boolean isPost() {
    return method.equals("POST");
  }

  boolean isJson() {
    String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return type.startsWith("application/json");
  }

  /** A chunked body has no length. */
  boolean hasLength() {
    return header("Content-Length").isPresent();
  }
}
