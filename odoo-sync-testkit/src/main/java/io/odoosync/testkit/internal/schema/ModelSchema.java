package io.odoosync.testkit.internal.schema;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a model, as a real server answered them.
 *
 * @param description the model's human name, such as "Contact"
 * @param defaults what {@code default_get} answered, by field
 */
public record ModelSchema(
    String name, String description, Map<String, Field> fields, Map<String, Object> defaults) {

  public Optional<Field> field(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  public boolean has(String field) {
    return fields.containsKey(field);
  }

  public Collection<Field> all() {
    return fields.values();
  }

  /** {@code res_partner} for {@code res.partner}. */
  public String table() {
    return name.replace('.', '_');
  }
}
