package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.schema.Field;

/** Refuses a record that lacks a mandatory value or breaks a rule of its model. */
final class Constraints {
  private final Model model;

  Constraints(Model model) {
    this.model = model;
  }

  void check(int id) {
    if (!model.table().has(id)) {
      return;
    }
    model.schema().all().stream()
        .filter(field -> isMandatory(field) && isMissing(id, field))
        .findFirst()
        .ifPresent(this::refuse);
    model.behavior().check(model.env(), id);
  }

  private static boolean isMandatory(Field field) {
    return field.required()
        && field.stored()
        && !field.type().isNumber()
        && !field.type().isToMany()
        && field.type() != io.odoosync.testkit.internal.schema.FieldType.BOOLEAN;
  }

  private boolean isMissing(int id, Field field) {
    return Boolean.FALSE.equals(model.stored(id, field.name()));
  }

  private void refuse(Field field) {
    throw OdooError.required(message(field), loadMessage(field), field.name());
  }

  private String message(Field field) {
    return model.env().has(Fact.REQUIRED_TOLD_IN_SENTENCE)
        ? "The operation cannot be completed: " + sentence(field)
        : list(field);
  }

  private String sentence(Field field) {
    return """
        Missing required value for the field '%s' (%s).
        Model: '%s' (%s)
        - create/update: a mandatory field is not set
        - delete: another model requires the record being deleted, you can archive it instead
        """
        .formatted(field.label(), field.name(), model.schema().description(), model.name());
  }

  private String list(Field field) {
    return """
        The operation cannot be completed:
        - Create/update: a mandatory field is not set.
        - Delete: another model requires the record being deleted. If possible, archive it instead.

        Model: %s (%s), Field: %s (%s)"""
        .formatted(model.schema().description(), model.name(), field.label(), field.name());
  }

  private String loadMessage(Field field) {
    return model.env().has(Fact.REQUIRED_TOLD_IN_SENTENCE) ? sentence(field) : brief(field);
  }

  private static String brief(Field field) {
    return "Missing required value for the field '%s' (%s)".formatted(field.label(), field.name());
  }
}
