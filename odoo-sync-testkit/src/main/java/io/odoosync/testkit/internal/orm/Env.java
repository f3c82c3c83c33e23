package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.schema.ModelSchema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One transaction as one user: the door to the models.
 *
 * @param now when the transaction began, which is what it writes as {@code write_date}
 * @param snapshot how many commits the transaction sees
 */
public record Env(
    Registry registry, User user, Map<String, Object> context, Instant now, long snapshot) {

  /** In the context of what is done to the lines of a record: the model of that record. */
  public static final String OWNER = "testkit.owner";

  /** In the context of a record that {@code load} creates. */
  public static final String LOADING = "testkit.loading";

  public Env {
    context = Map.copyOf(context);
  }

  public Model model(String name) {
    return find(name).orElseThrow(() -> unknown(name));
  }

  /** How a model is refused that there is not. */
  public static OdooError unknown(String model) {
    return OdooError.user("Object %s doesn't exist".formatted(model));
  }

  public Optional<Model> find(String name) {
    ModelSchema schema = registry.schema().models().get(name);
    return Optional.ofNullable(schema).map(found -> new Model(this, found));
  }

  /** A model that clients find. */
  public Optional<Model> served(String name) {
    return registry.serves(name) ? find(name) : Optional.empty();
  }

  public Env with(Map<String, Object> more) {
    Map<String, Object> merged = new LinkedHashMap<>(context);
    merged.putAll(more);
    return new Env(registry, user, merged, now, snapshot);
  }

  public Env superuser() {
    return new Env(registry, user.asSuperuser(), context, now, snapshot);
  }

  public boolean has(Fact fact) {
    return registry.has(fact);
  }

  public ExternalIds externalIds() {
    return new ExternalIds(this);
  }

  /**
   * The company that new records belong to: the first of those that are allowed, else the first.
   */
  public int company() {
    List<Integer> allowed = Python.ids(contextValue("allowed_company_ids"));
    if (!allowed.stream().allMatch(registry.database().table("res.company")::has)) {
      throw OdooError.access("Access to unauthorized or invalid companies.");
    }
    return allowed.isEmpty() ? 1 : allowed.get(0);
  }

  public Object contextValue(String key) {
    return context.getOrDefault(key, false);
  }

  public int savepoint() {
    return registry.database().savepoint();
  }

  public void rollbackTo(int savepoint) {
    registry.database().rollbackTo(savepoint);
  }
}
