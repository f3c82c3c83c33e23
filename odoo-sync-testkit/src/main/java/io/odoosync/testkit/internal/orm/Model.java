package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.internal.orm.AccessRights.Operation;
import io.odoosync.testkit.internal.schema.Field;
import io.odoosync.testkit.internal.schema.FieldType;
import io.odoosync.testkit.internal.schema.ModelSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model inside one transaction. */
public record Model(Env env, ModelSchema schema) {

  public String name() {
    return schema.name();
  }

  public Table table() {
    return env.registry().database().table(schema.name());
  }

  public Behavior behavior() {
    return env.registry().behavior(schema.name());
  }

  public boolean allows(Operation operation) {
    return env.registry().rights().allows(env.user(), name(), operation);
  }

  public void require(Operation operation) {
    env.registry().rights().require(env, schema, operation);
  }

  public void require(List<Integer> ids) {
    List<Integer> missing = ids.stream().filter(id -> !table().has(id)).toList();
    if (!missing.isEmpty()) {
      throw OdooError.missing(name(), missing, env.user().id());
    }
  }

  public int create(Map<String, Object> values) {
    return new Creation(this).run(values);
  }

  public List<Integer> create(List<Map<String, Object>> values) {
    return values.stream().map(this::create).toList();
  }

  public void write(List<Integer> ids, Map<String, Object> values) {
    new Update(this).run(ids, values);
  }

  public void unlink(List<Integer> ids) {
    new Deletion(this).run(ids);
  }

  /** Stores a value without any of what a write does. */
  public void store(int id, String field, Object value) {
    if (schema.has(field)) {
      table().put(id, field, value);
    }
  }

  /** Notes that the record was written now, by this user. */
  public void touch(int id) {
    table().put(id, "write_date", Moments.stored(env.now()));
    table().put(id, "write_uid", env.user().id());
  }

  /** Takes a record out of a one2many: it goes, if it can't be without. */
  void detach(int id, String inverse) {
    boolean required = schema.field(inverse).map(Field::required).orElse(false);
    if (required) {
      unlink(List.of(id));
    } else {
      write(List.of(id), Map.of(inverse, false));
    }
  }

  public Object stored(int id, String field) {
    return table().row(id).map(row -> row.get(field)).orElse(false);
  }

  /** The value of a field, computed if it is not stored. */
  public Object get(int id, String field) {
    Optional<Object> computed = behavior().compute(env, id, field);
    if (computed.isPresent()) {
      return computed.get();
    }
    Optional<Field> known = schema.field(field);
    if (known.isPresent() && known.get().type() == FieldType.ONE2MANY) {
      return inverse(id, known.get());
    }
    return switch (field) {
      case "display_name" -> displayName(id);
      case "__last_update" -> stored(id, "write_date");
      default -> stored(id, field);
    };
  }

  private List<Integer> inverse(int id, Field field) {
    if (field.inverse().isEmpty() || env.find(field.relation()).isEmpty()) {
      return List.of();
    }
    return env.registry().database().table(field.relation()).referencing(field.inverse(), id);
  }

  public String text(int id, String field) {
    return get(id, field) instanceof String text ? text : "";
  }

  public boolean flag(int id, String field) {
    return Python.isTrue(get(id, field));
  }

  public double number(int id, String field) {
    return get(id, field) instanceof Number number ? number.doubleValue() : 0;
  }

  /** The id that a many2one points to. */
  public Optional<Integer> one(int id, String field) {
    return get(id, field) instanceof Integer other ? Optional.of(other) : Optional.empty();
  }

  public List<Integer> ids(int id, String field) {
    return Python.ids(get(id, field));
  }

  public String displayName(int id) {
    return behavior().displayName(env, id).orElseGet(() -> text(id, "name"));
  }

  /** The ids that a domain finds, in the order asked for, else in the model's. */
  public List<Integer> search(List<?> domain, String order, int offset, int limit) {
    require(Operation.READ);
    return new Search(this).ids(domain, order, offset, limit);
  }

  /** The ids of the records that go by a name. */
  public List<Integer> named(String name, String operator, List<Object> domain, int limit) {
    List<Object> wanted = new ArrayList<>(domain);
    if (!name.isEmpty()) {
      wanted.addAll(behavior().nameDomain(name, operator));
    }
    return search(wanted, "", 0, limit);
  }

  public List<Integer> search(List<?> domain) {
    return search(domain, "", 0, 0);
  }

  public List<Map<String, Object>> read(List<Integer> ids, List<String> fields, boolean names) {
    require(Operation.READ);
    return new Reading(this, fields, names).records(ids);
  }

  /** Every public method that this model has. */
  public Optional<Method> method(String method) {
    List<Method> all = new ArrayList<>(behavior().methods(env));
    all.addAll(CommonMethods.of(env));
    return all.stream()
        .filter(candidate -> candidate.name().equals(method))
        .filter(candidate -> env.registry().serves(name() + "." + method))
        .findFirst();
  }
}
