package io.odoosync.testkit.internal.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of a model.
 *
 * @param attributes what {@code fields_get} answers, by attribute name
 */
public record Field(String name, FieldType type, Map<String, Object> attributes) {

  /** The attribute of a field that is computed, so that what clients send for it is ignored. */
  public static final String IGNORED = "testkit.ignored";

  public Field {
    attributes = Map.copyOf(attributes);
  }

  public String label() {
    return text("string");
  }

  /** The model at the other end of a relational field, or "". */
  public String relation() {
    return text("relation");
  }

  /** The many2one of the other model that a one2many reads, or "". */
  public String inverse() {
    return text("relation_field");
  }

  public boolean required() {
    return Boolean.TRUE.equals(attributes.get("required"));
  }

  /** Whether what clients send for it is ignored, because it is computed. */
  public boolean ignored() {
    return attributes.containsKey(IGNORED);
  }

  /** The same with another attribute. */
  public Field with(String attribute, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(attributes);
    all.put(attribute, value);
    return new Field(name, FieldType.named(String.valueOf(all.get("type"))), all);
  }

  /** The same of another type, with the model that it refers to, if it does. */
  public Field retyped(String other, String relation) {
    Map<String, Object> all = new LinkedHashMap<>(attributes);
    all.keySet().removeAll(List.of("selection", "relation", "relation_field"));
    all.put("type", other);
    if (!relation.isEmpty()) {
      all.put("relation", relation);
    }
    return new Field(name, FieldType.named(other), all);
  }

  /** The same under another name. */
  public Field named(String other) {
    return new Field(other, type, with("name", other).attributes());
  }

  public boolean stored() {
    return Boolean.TRUE.equals(attributes.get("store"));
  }

  /** Pairs of value and label. */
  @SuppressWarnings("unchecked")
  public List<List<Object>> selection() {
    return (List<List<Object>>) attributes.getOrDefault("selection", List.of());
  }

  public boolean allows(Object value) {
    return selection().isEmpty()
        || selection().stream().anyMatch(pair -> pair.get(0).equals(value));
  }

  private String text(String attribute) {
    return attributes.getOrDefault(attribute, "").toString();
  }
}
