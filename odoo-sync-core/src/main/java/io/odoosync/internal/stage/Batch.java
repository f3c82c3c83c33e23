package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.step.FollowUp.Followed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A batch with what was decided about each of its records.
 *
 * @param decided in the order of the source
 * @param dependencies the records that they refer to
 */
record Batch<T>(Map<LocalKey, Decided<T>> decided, Dependencies dependencies) {

  /** The batch with other decisions about some records. */
  Batch<T> with(Map<LocalKey, ? extends Decision> others) {
    Map<LocalKey, Decided<T>> all = new LinkedHashMap<>(decided);
    others.forEach((key, decision) -> all.computeIfPresent(key, (k, d) -> d.instead(decision)));
    return new Batch<>(all, dependencies);
  }

  /** The ids of the Odoo records that are linked or written to. */
  Set<Long> touched() {
    Set<Long> touched = new TreeSet<>();
    for (Decided<T> record : decided.values()) {
      Long id = record.touched();
      if (id != null) {
        touched.add(id);
      }
    }
    return touched;
  }

  /** The batch without what would touch these Odoo records. */
  Batch<T> without(Map<Long, String> untouchable) {
    Map<LocalKey, Decided<T>> all = new LinkedHashMap<>(decided);
    all.replaceAll(
        (key, record) -> {
          Long id = record.touched();
          String words = id == null ? null : untouchable.get(id);
          return words == null
              ? record
              : record.leftAlone(new Decision.Reject(Failures.untouchable(words)));
        });
    return new Batch<>(all, dependencies);
  }

  /** Those that are in Odoo, or will be once the batch is carried out, before it is. */
  Map<LocalKey, Followed<T>> followed() {
    Map<LocalKey, Followed<T>> followed = new LinkedHashMap<>();
    decided.forEach(
        (key, record) -> {
          if (record.decision() instanceof Decision.Create) {
            followed.put(key, new Followed<>(record.source(), null, null));
          } else if (record.decision() instanceof Decision.Update
              || record.decision() instanceof Decision.Keep) {
            followed.put(
                key,
                new Followed<>(
                    record.source(),
                    record.link(),
                    record.odoo() == null ? null : record.odoo().record()));
          }
        });
    return followed;
  }
}
