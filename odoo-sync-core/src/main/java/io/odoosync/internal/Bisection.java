package io.odoosync.internal;

import io.odoosync.odoo.OdooException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Does something to many records in one call that Odoo carries out for all or none, and finds those
 * that stand in the way by halving.
 */
final class Bisection {

  private Bisection() {}

  /**
   * Applies an action.
   *
   * @param ids the records
   * @param action one call for the records that it is given
   * @return why it failed, for each record for which it did
   * @throws OdooException if the failure would meet every other record as well
   */
  static Map<Long, OdooException> apply(List<Long> ids, Consumer<List<Long>> action) {
    Map<Long, OdooException> failures = new HashMap<>();
    apply(ids, action, failures);
    return failures;
  }

  private static void apply(
      List<Long> ids, Consumer<List<Long>> action, Map<Long, OdooException> failures) {
    if (ids.isEmpty()) {
      return;
    }
    try {
      action.accept(ids);
    } catch (OdooException e) {
      if (RunStoppedException.isFor(e)) {
        throw e;
      }
      if (ids.size() == 1) {
        failures.put(ids.get(0), e);
        return;
      }
      int middle = ids.size() / 2;
      apply(ids.subList(0, middle), action, failures);
      apply(ids.subList(middle, ids.size()), action, failures);
    }
  }
}
