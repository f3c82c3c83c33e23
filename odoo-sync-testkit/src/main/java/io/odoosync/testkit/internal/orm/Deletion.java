package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.internal.schema.Field;
import io.odoosync.testkit.internal.schema.FieldType;
import io.odoosync.testkit.internal.schema.ModelSchema;
import java.util.List;

/** Deletes records, with their external ids; what pointed to them points to nothing. */
final class Deletion {
  private final Model model;
  private final Env env;

  Deletion(Model model) {
    this.model = model;
    this.env = model.env();
  }

  void run(List<Integer> ids) {
    model.require(AccessRights.Operation.UNLINK);
    model.require(ids);
    model.behavior().prepareUnlink(env, ids);
    for (int id : ids) {
      clearReferences(id);
      remove("ir.attachment", "res_model", id);
      remove("mail.message", "model", id);
      env.externalIds().forget(model.name(), id);
      model.table().delete(id);
    }
  }

  /** Removes what belongs to the record: files, messages. */
  private void remove(String belongings, String owner, int id) {
    Table table = env.registry().database().table(belongings);
    table.find(List.of(owner, "res_id"), List.of(model.name(), id)).forEach(table::delete);
  }

  private void clearReferences(int id) {
    for (ModelSchema schema : env.registry().schema().models().values()) {
      for (Field field : schema.all()) {
        if (pointsHere(field)) {
          clear(env.registry().database().table(schema.name()), field, id);
        }
      }
    }
  }

  private boolean pointsHere(Field field) {
    return field.type() == FieldType.MANY2ONE
        && field.stored()
        && field.relation().equals(model.name());
  }

  private static void clear(Table table, Field field, int id) {
    table.referencing(field.name(), id).forEach(row -> table.put(row, field.name(), false));
  }
}
