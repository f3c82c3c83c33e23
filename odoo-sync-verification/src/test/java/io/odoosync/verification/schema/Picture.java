package io.odoosync.verification.schema;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.StoredRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What Odoo holds, without what differs from one server to the next.
 *
 * @param ours the values of our records by field, by external id; of an attachment, by file name
 * @param others all values of the records that are not ours, by model and id
 */
record Picture(Map<String, Map<String, Object>> ours, Map<String, Map<String, Object>> others) {

  private static final List<String> MODELS =
      List.of("res.partner", "crm.lead", "account.move", "account.move.line");

  /** What a record goes through. */
  static final Set<String> STATES =
      Set.of("state", "active", "stage_id", "type", "amount_total", "amount_tax", "payment_state");

  private static final String FILES = "ir.attachment";
  private static final String NOTHING = "nothing";

  /** What a lead that has a customer takes from it. */
  private static final Set<String> OF_CUSTOMER =
      Set.of("contact_name", "partner_name", "email_from", "phone");

  /**
   * Takes one.
   *
   * @param fields the fields of our records that count, by model
   */
  static Picture of(InProcessOdoo odoo, Map<String, Set<String>> fields) {
    Map<String, Map<String, Object>> ours = new TreeMap<>();
    Map<String, Map<String, Object>> others = new TreeMap<>();
    Map<String, String> names = names(odoo);
    for (String model : MODELS) {
      for (StoredRecord record : odoo.records(model)) {
        String name = names.get(model + "," + record.id());
        if (name != null) {
          ours.put(name, values(record, counted(name, wanted(model, fields)), names));
        } else {
          others.put(model + "," + record.id(), record.values());
        }
      }
    }
    for (StoredRecord file : odoo.records(FILES)) {
      String of = names.getOrDefault(file.text("res_model") + "," + file.get("res_id"), NOTHING);
      if (!of.equals(NOTHING)) {
        ours.put("file of " + of, values(file, wanted(FILES, fields), names));
      }
    }
    return new Picture(ours, others);
  }

  private static Set<String> wanted(String model, Map<String, Set<String>> fields) {
    Set<String> wanted = new HashSet<>(fields.getOrDefault(model, Set.of()));
    wanted.addAll(STATES);
    wanted.removeAll(Set.of("date_conversion", "invoice_line_ids", "line_ids", "res_id"));
    return wanted;
  }

  private static Set<String> counted(String name, Set<String> wanted) {
    Set<String> counted = new HashSet<>(wanted);
    if (School.hasCustomer(name)) {
      counted.removeAll(OF_CUSTOMER);
    }
    return counted;
  }

  /** Lines do not have external ids on each release: they are told by their place. */
  private static Map<String, String> names(InProcessOdoo odoo) {
    Map<String, String> names = new HashMap<>();
    for (String model : MODELS.subList(0, 3)) {
      for (StoredRecord record : odoo.records(model)) {
        if (record.externalId().startsWith(Site.NAMESPACE)) {
          names.put(model + "," + record.id(), record.externalId());
        }
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    for (StoredRecord line : odoo.records("account.move.line")) {
      String move = names.get("account.move," + line.one("move_id"));
      if (move != null) {
        int number = counts.merge(move, 1, Integer::sum);
        names.put("account.move.line," + line.id(), move + " line " + number);
      }
    }
    return names;
  }

  private static Map<String, Object> values(
      StoredRecord record, Set<String> wanted, Map<String, String> names) {
    Map<String, Object> values = new TreeMap<>();
    for (String field : wanted) {
      if (record.values().containsKey(field)) {
        values.put(field, value(record.get(field), field, names));
      }
    }
    return values;
  }

  private static Object value(Object value, String field, Map<String, String> names) {
    if (value instanceof Collection<?> many) {
      return many.isEmpty() ? false : (Object) many.size();
    } else if (value instanceof Number number && number.doubleValue() == 0) {
      return false;
    }
    return Boolean.FALSE.equals(value) ? false : named(value, field, names);
  }

  private static Object named(Object value, String field, Map<String, String> names) {
    return switch (field) {
      case "partner_id", "parent_id" -> names.getOrDefault("res.partner," + value, "" + value);
      case "reversed_entry_id", "move_id" ->
          names.getOrDefault("account.move," + value, "" + value);
      default -> value;
    };
  }
}
