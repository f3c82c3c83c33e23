package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.schema.Field;
import java.util.Map;

/** Creates a record. */
final class Creation {
  private final Model model;
  private final Env env;

  Creation(Model model) {
    this.model = model;
    this.env = model.env();
  }

  int run(Map<String, Object> given) {
    model.require(AccessRights.Operation.CREATE);
    given.keySet().forEach(this::requireField);
    Map<String, Object> values = Assignment.taken(model, given);
    addDefaults(values);
    model.behavior().prepareCreate(env, values);
    Object externalId = values.getOrDefault("id", false);
    int id = insert(values);
    new Assignment(model, id).assign(values);
    model.behavior().created(env, id, values);
    new Constraints(model).check(id);
    if (externalId instanceof String name && keepsExternalIds()) {
      env.externalIds().attach(name, model.name(), id, false);
    }
    return id;
  }

  private void requireField(String field) {
    if (!model.schema().has(field) && !model.behavior().ignores(env, field)) {
      String where = env.has(Fact.UNKNOWN_FIELD_IN_SHORT) ? "in" : "on model";
      throw OdooError.value("Invalid field '%s' %s '%s'".formatted(field, where, model.name()));
    }
  }

  private void addDefaults(Map<String, Object> values) {
    for (Field field : model.schema().all()) {
      Object fromContext = env.context().get("default_" + field.name());
      if (fromContext != null) {
        values.putIfAbsent(field.name(), fromContext);
      }
    }
    model.schema().defaults().forEach(values::putIfAbsent);
  }

  /** Odoo 14 forgets the external ids of invoice lines. */
  private boolean keepsExternalIds() {
    return env.has(Fact.LINE_EXTERNAL_IDS) || !model.name().equals("account.move.line");
  }

  private int insert(Map<String, Object> values) {
    String now = Moments.stored(env.now());
    int user = env.user().id();
    int id = model.table().nextId();
    values.keySet().removeAll(Assignment.MAINTAINED);
    model
        .table()
        .insert(
            id,
            Map.of("create_date", now, "write_date", now, "create_uid", user, "write_uid", user));
    return id;
  }
}
