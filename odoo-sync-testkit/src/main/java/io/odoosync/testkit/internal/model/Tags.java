package io.odoosync.testkit.internal.model;

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
          env.is14() ? "crm_tag_name_uniq" : "The operation cannot be completed: " + text,
          env.is19() ? text : "'" + text + "'");
    }
  }
}
