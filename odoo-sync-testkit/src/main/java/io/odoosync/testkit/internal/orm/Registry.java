package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.schema.Schema;
import java.util.Map;

/** What all transactions of one database share. */
public record Registry(
    OdooRelease release,
    Schema schema,
    Database database,
    Map<String, Behavior> behaviors,
    AccessRights rights,
    Traits traits) {

  /** Whether a fact holds on this server: by its release, or because of what is installed. */
  boolean has(Fact fact) {
    return release.has(fact) || (fact == Fact.VATS_CHECKED && traits.checksVats());
  }

  public Behavior behavior(String model) {
    return behaviors.getOrDefault(model, Behavior.PLAIN);
  }
}
