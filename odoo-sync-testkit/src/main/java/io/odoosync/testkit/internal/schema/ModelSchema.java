package io.odoosync.testkit.internal.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
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

  /** The same without a field. */
  public ModelSchema without(String field) {
    Map<String, Field> others = new LinkedHashMap<>(fields);
    others.remove(field);
    Map<String, Object> otherDefaults = new LinkedHashMap<>(defaults);
    otherDefaults.remove(field);
    return new ModelSchema(name, description, others, otherDefaults);
  }

  /** The same with one more field, or with another one of that name. */
  public ModelSchema with(Field field) {
    Map<String, Field> all = new LinkedHashMap<>(fields);
    all.put(field.name(), field);
    return new ModelSchema(name, description, all, defaults);
  }

  /** The same with another default, or with none if it is {@code false}. */
  public ModelSchema withDefault(String field, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(defaults);
    all.put(field, value);
    all.values().removeIf(Boolean.FALSE::equals);
    return new ModelSchema(name, description, fields, all);
  }

  public Collection<Field> all() {
    return fields.values();
  }

  /** {@code res_partner} for {@code res.partner}. */
  public String table() {
    return name.replace('.', '_');
  }
}
