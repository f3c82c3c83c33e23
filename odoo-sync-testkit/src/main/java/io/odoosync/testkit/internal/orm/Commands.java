package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.internal.schema.Field;
import io.odoosync.testkit.internal.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commands that one2many and many2many fields are written with: {@code [6, 0, ids]} and so on.
 */
final class Commands {
  private final Model model;
  private final int id;
  private final Field field;

  Commands(Model model, int id, Field field) {
    this.model = model;
    this.id = id;
    this.field = field;
  }

  void apply(Object value) {
    for (Object command : commands(value)) {
      List<Object> parts = Python.list(command);
      if (command instanceof Integer other) {
        link(other);
      } else if (!parts.isEmpty()) {
        apply(Python.integer(parts.get(0)), part(parts, 1), part(parts, 2));
      }
    }
  }

  private List<Object> commands(Object value) {
    if (value instanceof String || value instanceof Integer) {
      throw OdooError.value(
          "Wrong value for %s.%s: %s".formatted(model.name(), field.name(), value));
    }
    List<Object> commands = Python.list(value);
    boolean plainIds = !commands.isEmpty() && commands.stream().allMatch(Integer.class::isInstance);
    return plainIds ? List.of(List.of(6, 0, commands)) : commands;
  }

  private static Object part(List<Object> parts, int index) {
    return index < parts.size() ? parts.get(index) : false;
  }

  private void apply(int command, Object first, Object second) {
    switch (command) {
      case 0 -> create(Python.map(second));
      case 1 -> comodel().write(List.of(Python.integer(first)), Python.map(second));
      case 2 -> comodel().unlink(List.of(Python.integer(first)));
      case 3 -> unlink(Python.integer(first));
      case 4 -> link(Python.integer(first));
      case 5 -> replace(List.of());
      case 6 -> replace(Python.ids(second));
      default -> throw OdooError.value("Wrong value for " + model.name() + "." + field.name());
    }
  }

  private Model comodel() {
    return model.env().with(Map.of(Env.OWNER, model.name())).model(field.relation());
  }

  private boolean isOneToMany() {
    return field.type() == FieldType.ONE2MANY;
  }

  private void create(Map<String, Object> values) {
    if (isOneToMany()) {
      values.put(field.inverse(), id);
      comodel().create(values);
    } else {
      link(comodel().create(values));
    }
  }

  private void link(int other) {
    if (isOneToMany()) {
      comodel().write(List.of(other), Map.of(field.inverse(), id));
    } else {
      Set<Integer> ids = new LinkedHashSet<>(stored());
      ids.add(other);
      store(ids);
    }
  }

  private void unlink(int other) {
    if (isOneToMany()) {
      comodel().detach(other, field.inverse());
    } else {
      Set<Integer> ids = new LinkedHashSet<>(stored());
      ids.remove(other);
      store(ids);
    }
  }

  private void replace(List<Integer> ids) {
    if (isOneToMany()) {
      model.ids(id, field.name()).stream().filter(old -> !ids.contains(old)).forEach(this::unlink);
      ids.forEach(this::link);
    } else {
      requireAll(ids);
      store(new LinkedHashSet<>(ids));
    }
  }

  private void requireAll(List<Integer> ids) {
    if (!comodel().table().rows().isEmpty() && ids.stream().allMatch(comodel().table()::has)) {
      return;
    }
    if (field.relation().equals("account.tax")) {
      comodel().require(ids);
    }
    if (!ids.isEmpty()) {
      String relation = model.schema().table() + "_" + comodel().schema().table() + "_rel";
      throw OdooError.foreignKey(model.env(), "Unknown", relation + "_" + field.name() + "_fkey");
    }
  }

  private List<Integer> stored() {
    return Python.ids(model.stored(id, field.name()));
  }

  private void store(Set<Integer> ids) {
    Object value = ids.isEmpty() ? (Object) false : new ArrayList<>(ids);
    model.table().put(id, field.name(), value);
  }
}
