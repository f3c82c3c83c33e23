package io.odoosync.testkit;

import io.odoosync.testkit.internal.Columns;
import io.odoosync.testkit.internal.orm.Registry;
import io.odoosync.testkit.internal.schema.Field;
import io.odoosync.testkit.internal.schema.ModelSchema;
import io.odoosync.testkit.internal.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a running server has of models, fields and methods. It can be changed at any time, as by
 * another release, an app that is removed, or an administrator, to see what becomes of a
 * synchronisation:
 *
 * <pre>{@code
 * engine.runAll();
 * odoo.schema().drop("res.partner", "street2");
 * SyncReport report = engine.runAll();
 * }</pre>
 *
 * <p>To change it in the middle of a run, use {@link Fault#before}. Each change is a transaction of
 * its own; what the server itself does with a field goes on, unseen by clients. Each method throws
 * {@link IllegalArgumentException} if there is no such model, field or value.
 */
public final class OdooSchema {
  /** Before the name of a column that was retyped: Odoo keeps the old one, too. */
  private static final String SET_ASIDE = "testkit.moved.";

  private final Registry registry;

  /** Made by {@link InProcessOdoo#schema()}. */
  OdooSchema(Registry registry) {
    this.registry = registry;
  }

  /** The names of the models, those that were dropped apart. */
  public Set<String> models() {
    Set<String> names = new TreeSet<>(registry.schema().models().keySet());
    names.removeIf(name -> !registry.serves(name));
    return names;
  }

  /** The fields of a model with the names of their types, such as {@code char}. */
  public Map<String, String> fields(String model) {
    Map<String, String> types = new TreeMap<>();
    model(model).all().forEach(field -> types.put(field.name(), field.type().odooName()));
    return types;
  }

  /** A field is gone: no client sees it, may ask for it or send it. */
  public void drop(String model, String field) {
    field(model, field);
    change(model, known -> known.without(field));
  }

  /**
   * A field is as the release has it, whatever was done to it. It holds what it held, as one that
   * the users were not allowed to see; {@link #empty} makes it one that was not there.
   */
  public void restore(String model, String field) {
    ModelSchema release = model(Schema.of(registry.release()).models(), model);
    Field original = release.field(field).orElseThrow(() -> absent(model, field));
    Object usual = release.defaults().getOrDefault(field, false);
    boolean retyped =
        model(model).field(field).stream()
            .anyMatch(now -> now.type() != original.type() && !isText(now, original));
    change(model, known -> known.with(original).withDefault(field, usual));
    if (retyped) {
      Columns.copy(registry, model, SET_ASIDE + field, field);
    }
  }

  /**
   * A field of all records is empty, as that of an app that was removed and is installed again.
   * Nobody has written that: {@code write_date} stays.
   */
  public void empty(String model, String field) {
    Columns.empty(registry, model, field(model, field));
  }

  /** A field has another name, and keeps its values. */
  public void rename(String model, String field, String to) {
    Field renamed = field(model, field).named(to);
    change(model, known -> known.without(field).with(renamed));
    Columns.copy(registry, model, field, to);
  }

  /**
   * A field has another type, such as {@code integer}. Text stays where both types are text; else
   * the field is empty, as Odoo makes it.
   */
  public void retype(String model, String field, String type) {
    retype(model, field, type, "");
  }

  private static boolean isText(Field one, Field other) {
    return one.type().isText() && other.type().isText();
  }

  /** The same for a type that refers to records of another model, such as {@code many2one}. */
  public void retype(String model, String field, String type, String relation) {
    Field before = field(model, field);
    Field after = before.retyped(type, relation);
    change(model, known -> known.with(after).withDefault(field, false));
    if (!isText(before, after)) {
      Columns.copy(registry, model, field, SET_ASIDE + field);
      Columns.empty(registry, model, after);
    }
  }

  /**
   * A field is computed by the server and read-only: it keeps the values that it has, and what
   * clients send for it is ignored without a word.
   */
  public void makeReadonly(String model, String field) {
    Field computed = field(model, field).with("readonly", true).with(Field.IGNORED, true);
    change(model, known -> known.with(computed));
  }

  /**
   * A field must have a value, and has no default. A record without one is refused when it is
   * created, and when anything of it is written.
   */
  public void makeRequired(String model, String field) {
    Field required = field(model, field).with("required", true).with("store", true);
    change(model, known -> known.with(required).withDefault(field, false));
  }

  /** A selection field does not take a value any more. Records that have it keep it. */
  public void dropSelection(String model, String field, String value) {
    Field before = field(model, field);
    List<List<Object>> left =
        before.selection().stream().filter(pair -> !value.equals(pair.get(0))).toList();
    if (left.size() == before.selection().size()) {
      throw new IllegalArgumentException("value: %s.%s has no %s".formatted(model, field, value));
    }
    change(model, known -> known.with(before.with("selection", left)));
  }

  /** A model is gone, as when the app is removed that brought it. */
  public void dropModel(String model) {
    model(model);
    registry.serve(served -> served.without(model));
  }

  /** A model that was dropped is there again, with all records that it had. */
  public void restoreModel(String model) {
    registry.serve(served -> served.withAgain(model));
    model(model);
  }

  /** A method is gone. One that the server never had is gone already. */
  public void dropMethod(String model, String method) {
    model(model);
    registry.serve(served -> served.without(model + "." + method));
  }

  /** A method that was dropped is there again. */
  public void restoreMethod(String model, String method) {
    model(model);
    registry.serve(served -> served.withAgain(model + "." + method));
  }

  private void change(String model, UnaryOperator<ModelSchema> change) {
    registry.serve(served -> served.with(change.apply(model(served.schema().models(), model))));
  }

  private ModelSchema model(String name) {
    return model(registry.schema().models(), name);
  }

  private ModelSchema model(Map<String, ModelSchema> models, String name) {
    ModelSchema found = registry.serves(name) ? models.get(name) : null;
    if (found == null) {
      throw new IllegalArgumentException("model: there is no " + name);
    }
    return found;
  }

  private Field field(String model, String name) {
    return model(model).field(name).orElseThrow(() -> absent(model, name));
  }

  private static IllegalArgumentException absent(String model, String field) {
    return new IllegalArgumentException("field: %s has no %s".formatted(model, field));
  }
}
