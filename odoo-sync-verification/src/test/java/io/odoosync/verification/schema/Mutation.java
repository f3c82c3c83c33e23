package io.odoosync.verification.schema;

import io.odoosync.testkit.OdooSchema;
import java.util.function.Consumer;

/**
 * Something of a server that is another one than before.
 *
 * @param kind what happens to it
 * @param model the model
 * @param name the field, method or model
 * @param change makes it so
 * @param undo makes it as it was
 */
record Mutation(
    Kind kind, String model, String name, Consumer<OdooSchema> change, Consumer<OdooSchema> undo) {

  /** What happens. */
  enum Kind {
    DROPPED,
    RENAMED,
    RETYPED,
    READONLY,
    REQUIRED,
    VALUE_GONE,
    METHOD_GONE,
    MODEL_GONE
  }

  static Mutation of(Kind kind, String model, String field, String type) {
    Consumer<OdooSchema> change =
        switch (kind) {
          case DROPPED -> schema -> schema.drop(model, field);
          case RENAMED -> schema -> schema.rename(model, field, "x_" + field);
          case RETYPED -> schema -> schema.retype(model, field, other(type));
          case READONLY -> schema -> schema.makeReadonly(model, field);
          case REQUIRED -> schema -> schema.makeRequired(model, field);
          default -> throw new IllegalArgumentException("kind: " + kind);
        };
    return new Mutation(kind, model, field, change, undoing(kind, model, field));
  }

  private static Consumer<OdooSchema> undoing(Kind kind, String model, String field) {
    return kind == Kind.RENAMED
        ? schema -> schema.rename(model, "x_" + field, field)
        : schema -> schema.restore(model, field);
  }

  static Mutation withoutValue(String model, String field, String value) {
    return new Mutation(
        Kind.VALUE_GONE,
        model,
        field,
        schema -> schema.dropSelection(model, field, value),
        schema -> schema.restore(model, field));
  }

  static Mutation withoutMethod(String model, String method) {
    return new Mutation(
        Kind.METHOD_GONE,
        model,
        method,
        schema -> schema.dropMethod(model, method),
        schema -> schema.restoreMethod(model, method));
  }

  static Mutation withoutModel(String model) {
    return new Mutation(
        Kind.MODEL_GONE,
        model,
        model,
        schema -> schema.dropModel(model),
        schema -> schema.restoreModel(model));
  }

  /** A type that takes none of the values. */
  private static String other(String type) {
    return switch (type) {
      case "char", "text", "html", "selection" -> "integer";
      case "boolean", "many2one", "date", "datetime" -> "char";
      default -> "boolean";
    };
  }

  @Override
  public String toString() {
    return model + (name.equals(model) ? "" : "." + name) + " " + kind;
  }
}
