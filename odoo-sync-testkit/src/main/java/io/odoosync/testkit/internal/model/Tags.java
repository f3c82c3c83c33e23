package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import java.util.List;

/** {@code crm.tag}: no two have the same name. */
final class Tags implements Behavior {

  @Override
  public void check(Env env, int id) {
    Model tags = env.model("crm.tag");
    if (tags.table().find(List.of("name"), List.of(tags.stored(id, "name"))).size() > 1) {
      String text = "Tag name already exists!";
      throw OdooError.constraint(
          env.has(Fact.CONSTRAINTS_IN_WORDS)
              ? "The operation cannot be completed: " + text
              : "crm_tag_name_uniq",
          env.has(Fact.LOAD_QUOTES_CONSTRAINTS) ? "'" + text + "'" : text);
    }
  }
}
