package io.odoosync.testkit.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param error the name of Odoo's error, or ""
 * @param wrote whether the call committed a write
 */
record Reply(
    int status,
    String contentType,
    Map<String, String> headers,
    String body,
    String error,
    boolean wrote,
    String login) {

  static Reply json(int status, String contentType, String body) {
    return new Reply(status, contentType, Map.of(), body, "", false, "");
  }

  static Reply html(int status, String body) {
    return json(status, "text/html; charset=utf-8", body);
  }

  /** The connection is closed without any answer. */
  static Reply none() {
    return html(0, "");
  }

  boolean isNone() {
    return status == 0;
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, contentType, more, body, error, wrote, login);
  }

  Reply failed(String name) {
    return new Reply(status, contentType, headers, body, name, false, login);
  }

  Reply by(String who) {
    return new Reply(status, contentType, headers, body, error, wrote, who);
  }

  Reply wrote(boolean written) {
    return new Reply(status, contentType, headers, body, error, written, login);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
