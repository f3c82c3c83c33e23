package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.internal.schema.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts values into a record: plain ones first, then the lists, whose commands may read them. */
final class Assignment {
  /** The fields that the server keeps itself, whatever clients send. */
  static final Set<String> MAINTAINED =
      Set.of("id", "create_date", "write_date", "create_uid", "write_uid", "__last_update");

  private final Model model;
  private final int id;
  private final Values values;

  Assignment(Model model, int id) {
    this.model = model;
    this.id = id;
    this.values = new Values(model.env(), model.schema());
  }

  /** The values that clients send, but for those of fields that the server computes. */
  static Map<String, Object> taken(Model model, Map<String, Object> sent) {
    Map<String, Object> taken = new LinkedHashMap<>(sent);
    taken.keySet().removeIf(name -> model.schema().field(name).filter(Field::ignored).isPresent());
    return taken;
  }

  void assign(Map<String, Object> given) {
    given.forEach((name, value) -> field(name).ifPresent(f -> plain(f, value)));
    given.forEach((name, value) -> field(name).ifPresent(f -> many(f, value)));
  }

  private Optional<Field> field(String name) {
    return model.schema().field(name);
  }

  private void plain(Field field, Object value) {
    if (!field.type().isToMany() && !MAINTAINED.contains(field.name())) {
      model.table().put(id, field.name(), values.stored(field, value));
    }
  }

  private void many(Field field, Object value) {
    if (field.type().isToMany()) {
      new Commands(model, id, field).apply(value);
    }
  }
}
