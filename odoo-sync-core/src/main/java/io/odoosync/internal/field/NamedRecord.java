package io.odoosync.internal.field;

import io.odoosync.odoo.OdooRecord;
import java.util.List;

/**
 * A record that hosts may name.
 *
 * @param id its database id
 * @param keys what it may be called, by the model's keys; empty texts where it has none
 * @param name what users read
 */
public record NamedRecord(long id, List<String> keys, String name) {

  /** Copies the keys. */
  public NamedRecord {
    keys = List.copyOf(keys);
  }

  /** Takes what was read of {@link NamedModel#fields}. */
  static NamedRecord of(OdooRecord record, NamedModel model) {
    return new NamedRecord(
        record.id(),
        model.keys().stream().map(key -> record.text(key).orElse("")).toList(),
        record.text("name").orElse(""));
  }

  /** The first of its keys: its code, or its name where it is called by that. */
  public String code() {
    return keys.get(0);
  }

  /** For example {@code COACH 'Coach with driver' (id 7)}. */
  @Override
  public String toString() {
    return listed("");
  }

  /** The same with its external id, which tells it from others of its name. */
  String withExternalId(String externalId) {
    return listed(", " + externalId);
  }

  private String listed(String more) {
    String code = code().isEmpty() || code().equals(name) ? "" : code() + " ";
    return code + "'" + name + "' (id " + id + more + ")";
  }
}
