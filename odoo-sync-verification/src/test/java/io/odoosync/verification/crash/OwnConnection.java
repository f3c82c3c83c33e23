package io.odoosync.verification.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request over a connection of its own: who uses one again may find that Odoo 14 has
 * closed it.
 */
final class OwnConnection {

  private static final int BAD_REQUEST = 400;

  private OwnConnection() {}

  /**
   * An answer.
   *
   * @param type its content type, if it has one
   */
  record Answer(int status, @Nullable String type, String text) {}

  /** Returns when the server has answered. */
  static Answer send(HttpRequest request) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) request.uri().toURL().openConnection();
    connection.setRequestMethod(request.method());
    request.headers().map().forEach((name, all) -> connection.setRequestProperty(name, all.get(0)));
    connection.setRequestProperty("Connection", "close");
    byte[] body = HttpWrapper.bodyOf(request);
    if (body.length > 0) {
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(body.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
    }
    int status = connection.getResponseCode();
    try (InputStream in =
        status < BAD_REQUEST ? connection.getInputStream() : connection.getErrorStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(status, connection.getContentType(), text);
    }
  }
}
