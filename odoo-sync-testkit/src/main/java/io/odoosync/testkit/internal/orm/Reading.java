package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.schema.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads records as clients get them. */
final class Reading {
  private final Model model;
  private final List<Field> fields;
  private final boolean names;

  /**
   * @param names whether a many2one is read as id and display name, else as the id alone
   */
  Reading(Model model, List<String> fields, boolean names) {
    this.model = model;
    this.names = names;
    this.fields =
        fields.isEmpty()
            ? List.copyOf(model.schema().all())
            : fields.stream().filter(name -> !name.equals("id")).map(this::field).toList();
  }

  List<Map<String, Object>> records(List<Integer> ids) {
    return ids.stream().filter(model.table()::has).map(this::record).toList();
  }

  private Field field(String name) {
    return model.schema().field(name).orElseThrow(() -> OdooError.value(unknown(name)));
  }

  private String unknown(String field) {
    String where = model.env().has(Fact.UNKNOWN_FIELD_IN_SHORT) ? "on" : "on model";
    return "Invalid field '%s' %s '%s'".formatted(field, where, model.name());
  }

  private Map<String, Object> record(int id) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", id);
    fields.forEach(field -> record.put(field.name(), value(id, field)));
    return record;
  }

  private Object value(int id, Field field) {
    Object value = model.get(id, field.name());
    return switch (field.type()) {
      case MANY2ONE -> names ? named(field, value) : value;
      case DATETIME -> value instanceof String text ? Moments.seconds(text) : value;
      case INTEGER, MANY2ONE_REFERENCE -> value instanceof Number ? value : 0;
      case FLOAT, MONETARY -> value instanceof Number number ? number.doubleValue() : 0.0;
      case ONE2MANY, MANY2MANY -> Python.ids(value);
      default -> value;
    };
  }

  private Object named(Field field, Object value) {
    return value instanceof Integer id
        ? model.env().find(field.relation()).map(other -> named(other, id)).orElse(value)
        : value;
  }

  private static Object named(Model other, int id) {
    return List.of(id, other.displayName(id));
  }
}
