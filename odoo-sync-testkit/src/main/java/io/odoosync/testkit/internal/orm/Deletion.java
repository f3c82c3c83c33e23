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
      removeAttachments(id);
      env.externalIds().forget(model.name(), id);
      model.table().delete(id);
    }
  }

  private void removeAttachments(int id) {
    Table attachments = env.registry().database().table("ir.attachment");
    attachments
        .find(List.of("res_model", "res_id"), List.of(model.name(), id))
        .forEach(attachments::delete);
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
