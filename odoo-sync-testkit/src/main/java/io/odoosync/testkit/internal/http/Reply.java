package io.odoosync.testkit.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is answered.
 *
 * @param error the name of Odoo's error, or ""
 * @param wrote whether the call committed a write
 * @param rows how many values it has, if they are a list
 */
record Reply(
    int status,
    String contentType,
    Map<String, String> headers,
    String body,
    String error,
    boolean wrote,
    String login,
    int rows) {

  static Reply json(int status, String contentType, String body) {
    return new Reply(status, contentType, Map.of(), body, "", false, "", 0);
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
    return new Reply(status, contentType, more, body, error, wrote, login, rows);
  }

  Reply failed(String name) {
    return new Reply(status, contentType, headers, body, name, false, login, rows);
  }

  Reply by(String who) {
    return new Reply(status, contentType, headers, body, error, wrote, who, rows);
  }

  Reply wrote(boolean written) {
    return new Reply(status, contentType, headers, body, error, written, login, rows);
  }

  /** With what a method returned in it. */
  Reply holding(Object result) {
    int count = result instanceof List<?> list ? list.size() : 0;
    return new Reply(status, contentType, headers, body, error, wrote, login, count);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
