package io.odoosync.internal.exchange;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooValue;
import java.util.List;
import java.util.Map;

/** All that an answer depends on: two calls that are equal in this ask the same. */
record Question(
    String model,
    String method,
    List<Long> ids,
    Map<String, OdooValue> positional,
    Map<String, OdooValue> named,
    Map<String, OdooValue> context) {

  static Question of(MethodCall call) {
    return new Question(
        call.model(),
        call.method(),
        call.ids().orElse(List.of()),
        call.positional(),
        call.named(),
        call.context());
  }
}
