package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import java.util.Map;

/** {@code crm.team}. Each has an address for incoming mail, which is not kept here. */
final class Teams implements Behavior {

  @Override
  public void created(Env env, int id, Map<String, Object> values) {
    env.model("crm.team").store(id, "alias_id", id);
  }
}
