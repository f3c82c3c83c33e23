package io.odoosync.verification.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Odoo holds of one workload, without what differs from world to world: times, the mark.
 *
 * @param records each record that has one of our external ids, by the name of it, for example
 *     {@code res_partner_teacher_1}; its values by field, as text
 * @param ids their ids, which do differ
 * @param strangers what carries the workload's mark, but none of our external ids
 */
record Picture(
    SortedMap<String, Map<String, String>> records, Map<String, Long> ids, List<String> strangers) {

  Picture {
    strangers = List.copyOf(strangers);
  }

  /** The same, with one value changed. */
  Picture with(String record, String field, String value) {
    SortedMap<String, Map<String, String>> changed = new TreeMap<>(records);
    changed.computeIfPresent(
        record,
        (name, values) -> {
          Map<String, String> copy = new TreeMap<>(values);
          copy.put(field, value);
          return copy;
        });
    return new Picture(changed, ids, strangers);
  }

  /** The records that are here but not there, whose values differ, and so on; one line each. */
  List<String> lost(Picture actual) {
    List<String> lost = new ArrayList<>();
    records.forEach(
        (name, values) -> {
          Map<String, String> found = actual.records.get(name);
          if (found == null) {
            lost.add(name + " is not in Odoo");
          } else if (!found.equals(values)) {
            lost.add(name + " should be " + differences(values, found));
          }
        });
    return lost;
  }

  /** What is there beyond these records; one line each. */
  List<String> surplus(Picture actual) {
    List<String> surplus = new ArrayList<>(actual.strangers);
    actual.records.keySet().stream()
        .filter(name -> !records.containsKey(name))
        .forEach(surplus::add);
    return surplus;
  }

  private static List<String> differences(Map<String, String> wanted, Map<String, String> found) {
    return wanted.entrySet().stream()
        .filter(value -> !value.getValue().equals(found.get(value.getKey())))
        .map(value -> value + " but is " + found.get(value.getKey()))
        .toList();
  }
}
