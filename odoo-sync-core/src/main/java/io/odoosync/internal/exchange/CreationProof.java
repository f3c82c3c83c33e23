package io.odoosync.internal.exchange;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.OdooValues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells of records that were sent in one call, and of the ids that came back, which are certain to
 * belong together: the record is newer than all that were there before, and holds a text that was
 * sent for it and for no other one. Of all others Odoo must be asked. Pure.
 *
 * @param telling the fields that tell records of the kind apart, the most telling one first
 * @param newest the highest id that there was before the call
 */
record CreationProof(List<String> telling, long newest) {

  /**
   * Looks at what came back.
   *
   * @param sent what was sent, in the order of the call
   * @param ids what was answered, in that order
   * @param held what Odoo holds, by id
   * @return the ids of those that are certain
   */
  Map<LocalKey, Long> certain(
      Map<LocalKey, FieldValues> sent, List<Long> ids, Map<Long, OdooValues> held) {
    Map<String, Map<String, Integer>> counts = counts(sent);
    Map<LocalKey, Long> certain = new LinkedHashMap<>();
    int i = 0;
    for (Map.Entry<LocalKey, FieldValues> one : sent.entrySet()) {
      long id = ids.get(i++);
      OdooValues there = held.get(id);
      if (id > newest && there != null && isTold(one.getValue(), there.values(), counts)) {
        certain.put(one.getKey(), id);
      }
    }
    return certain;
  }

  /** How often each text was sent, by field. */
  private Map<String, Map<String, Integer>> counts(Map<LocalKey, FieldValues> sent) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    for (String field : telling) {
      Map<String, Integer> ofField = new HashMap<>();
      for (FieldValues values : sent.values()) {
        String text = text(values, field);
        if (text != null) {
          ofField.merge(text, 1, Integer::sum);
        }
      }
      counts.put(field, ofField);
    }
    return counts;
  }

  private boolean isTold(
      FieldValues sent, FieldValues held, Map<String, Map<String, Integer>> counts) {
    return telling.stream()
        .anyMatch(
            field -> {
              String text = text(sent, field);
              return text != null
                  && text.equals(text(held, field))
                  && counts.getOrDefault(field, Map.of()).getOrDefault(text, 0) == 1;
            });
  }

  private static @Nullable String text(FieldValues values, String field) {
    return values.get(field) instanceof FieldValue.Text text && !text.value().isBlank()
        ? text.value()
        : null;
  }
}
