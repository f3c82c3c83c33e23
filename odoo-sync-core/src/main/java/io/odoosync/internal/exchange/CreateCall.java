package io.odoosync.internal.exchange;

import io.odoosync.LocalKey;
import io.odoosync.internal.state.Failures;
import io.odoosync.odoo.LoadResult;
import io.odoosync.report.Outcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records that are sent to Odoo in one call.
 *
 * @param seesArchived whether the records refer to archived ones, which Odoo 14 to 16 find by this
 *     only. Others must not be sent so: Odoo would take archived records for its defaults too
 * @param attempt how often it is sent, this time included
 */
record CreateCall(List<LocalKey> keys, boolean seesArchived, int attempt) {

  static CreateCall first(List<LocalKey> keys) {
    return new CreateCall(keys, false, 1);
  }

  CreateCall of(List<LocalKey> some) {
    return new CreateCall(some, seesArchived, 1);
  }

  CreateCall seeingArchived() {
    return new CreateCall(keys, true, 1);
  }

  CreateCall again() {
    return at(attempt + 1);
  }

  CreateCall at(int newAttempt) {
    return new CreateCall(keys, seesArchived, newAttempt);
  }

  boolean isOfOne() {
    return keys.size() == 1;
  }

  /** Which of the records errors name. */
  Map<LocalKey, LoadResult.Message> named(List<LoadResult.Message> errors) {
    Map<LocalKey, LoadResult.Message> named = new LinkedHashMap<>();
    for (LoadResult.Message error : errors) {
      Integer record = error.record();
      if (record != null && record >= 0 && record < keys.size()) {
        named.putIfAbsent(keys.get(record), error);
      }
    }
    return named;
  }

  /** What is said of all records of a call where none was named. */
  static Outcome.Failed unnamed(OdooModel model, LoadResult result) {
    return result.errors().stream()
        .findFirst()
        .map(error -> Failures.refused(model.name(), error))
        .orElseGet(() -> Failures.unexplained(model.name()));
  }

  /** What else the call needs in its context. */
  Map<String, Object> context(Map<String, Object> common) {
    if (!seesArchived) {
      return common;
    }
    Map<String, Object> context = new HashMap<>(common);
    context.put("active_test", false);
    return context;
  }
}
