package io.odoosync.testkit.internal.orm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    if (env.is19()) {
      given.keySet().forEach(this::requireField);
    }
    model.require(ids);
    given.keySet().forEach(this::requireField);
    Map<String, Object> values = new LinkedHashMap<>(given);
    model.behavior().prepareWrite(env, ids, values);
    for (int id : ids) {
      new Assignment(model, id).assign(values);
      model.touch(id);
    }
    model.behavior().written(env, ids, values);
    ids.forEach(new Constraints(model)::check);
  }

  private void requireField(String field) {
    if (model.schema().has(field)) {
      return;
    }
    if (env.is19()) {
      throw OdooError.python("KeyError", field);
    }
    throw OdooError.value("Invalid field '%s' on model '%s'".formatted(field, model.name()));
  }
}
