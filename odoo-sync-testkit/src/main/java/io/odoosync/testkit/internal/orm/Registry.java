package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.schema.Schema;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** What all transactions of one database share. */
public final class Registry {
  private final AtomicReference<Served> served;
  private final Database database;
  private final Map<String, Behavior> behaviors;
  private final Traits traits;

  public Registry(
      Served served, Database database, Map<String, Behavior> behaviors, Traits traits) {
    this.served = new AtomicReference<>(served);
    this.database = database;
    this.behaviors = Map.copyOf(behaviors);
    this.traits = traits;
  }

  /** Whether a fact holds on this server: by its release, or because of what is installed. */
  boolean has(Fact fact) {
    return release().has(fact) || (fact == Fact.VATS_CHECKED && traits.checksVats());
  }

  public Traits traits() {
    return traits;
  }

  /** Makes something else of the tables, between two transactions or inside one. */
  public void serve(UnaryOperator<Served> change) {
    served.updateAndGet(change);
  }

  public OdooRelease release() {
    return served.get().release();
  }

  public Schema schema() {
    return served.get().schema();
  }

  public AccessRights rights() {
    return served.get().rights();
  }

  /** Whether clients find a model, or a method such as {@code crm.lead.action_set_won}. */
  public boolean serves(String name) {
    return !served.get().gone().contains(name);
  }

  public Database database() {
    return database;
  }

  public Behavior behavior(String model) {
    return behaviors.getOrDefault(model, Behavior.PLAIN);
  }
}
