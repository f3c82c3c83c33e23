package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes values to records. Equal values count as written too, as in Odoo. */
final class Update {
  private final Model model;
  private final Env env;

  Update(Model model) {
    this.model = model;
    this.env = model.env();
  }

  void run(List<Integer> ids, Map<String, Object> given) {
    model.require(AccessRights.Operation.WRITE);
    if (env.has(Fact.UNKNOWN_FIELD_WRITTEN_IS_KEY_ERROR)) {
      given.keySet().forEach(this::requireField);
    }
    model.require(ids);
    given.keySet().forEach(this::requireField);
    Map<String, Object> values = Assignment.taken(model, given);
    model.behavior().prepareWrite(env, ids, values);
    Map<Integer, Set<String>> changed = new LinkedHashMap<>();
    for (int id : ids) {
      changed.put(id, assign(id, values));
      model.touch(id);
    }
    model.behavior().written(env, ids, values);
    changed.forEach((id, fields) -> model.behavior().updated(env, id, values, fields));
    ids.forEach(new Constraints(model)::check);
  }

  /** Assigns values, and says which of them are others than before. */
  private Set<String> assign(int id, Map<String, Object> values) {
    Map<String, Object> before = new LinkedHashMap<>();
    values.keySet().forEach(field -> before.put(field, model.stored(id, field)));
    new Assignment(model, id).assign(values);
    Set<String> changed = new LinkedHashSet<>(values.keySet());
    changed.removeIf(field -> model.stored(id, field).equals(before.get(field)));
    return changed;
  }

  private void requireField(String field) {
    if (model.schema().has(field)) {
      return;
    }
    if (env.has(Fact.UNKNOWN_FIELD_WRITTEN_IS_KEY_ERROR)) {
      throw OdooError.python("KeyError", field);
    }
    throw OdooError.value("Invalid field '%s' on model '%s'".formatted(field, model.name()));
  }
}
