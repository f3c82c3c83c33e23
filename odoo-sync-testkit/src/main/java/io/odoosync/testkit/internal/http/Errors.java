package io.odoosync.testkit.internal.http;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.rpc.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an error is written: the same object over both transports. */
final class Errors {
  private Errors() {}

  static Map<String, Object> object(OdooError error, Server server) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", error.name());
    object.put("message", error.text());
    object.put(
        "arguments",
        error.isOfHttp() ? List.of(error.text(), error.status()) : List.of(error.text()));
    if (server.release().has(Fact.ERRORS_HAVE_TIME)) {
      object.put("timestamp", server.now().getEpochSecond());
    }
    object.put("context", Map.of());
    object.put(
        "debug",
        "Traceback (most recent call last):\n  (in-process Odoo)\n%s: %s\n"
            .formatted(error.name(), error.text()));
    return object;
  }
}
