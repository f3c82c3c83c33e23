package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.schema.Schema;
import java.util.Map;

/** What all transactions of one database share. */
public record Registry(
    OdooRelease release,
    Schema schema,
    Database database,
    Map<String, Behavior> behaviors,
    AccessRights rights) {

  public Behavior behavior(String model) {
    return behaviors.getOrDefault(model, Behavior.PLAIN);
  }
}
