package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.schema.Schema;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What all transactions of one database share. */
public final class Registry {
  private volatile Served served;
  private final Database database;
  private final Map<String, Behavior> behaviors;
  private final Traits traits;

  public Registry(
      Served served, Database database, Map<String, Behavior> behaviors, Traits traits) {
    this.served = served;
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
  public synchronized void serve(UnaryOperator<Served> change) {
    served = change.apply(served);
  }

  public OdooRelease release() {
    return served.release();
  }

  public Schema schema() {
    return served.schema();
  }

  public AccessRights rights() {
    return served.rights();
  }

  /** Whether clients find a model, or a method such as {@code crm.lead.action_set_won}. */
  public boolean serves(String name) {
    return !served.gone().contains(name);
  }

  public Database database() {
    return database;
  }

  public Behavior behavior(String model) {
    return behaviors.getOrDefault(model, Behavior.PLAIN);
  }
}
