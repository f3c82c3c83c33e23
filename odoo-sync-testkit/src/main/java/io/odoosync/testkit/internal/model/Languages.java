package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import java.util.List;

/** {@code res.lang}. */
final class Languages implements Behavior {

  @Override
  public void prepareUnlink(Env env, List<Integer> ids) {
    Model languages = env.model("res.lang");
    if (ids.stream().anyMatch(id -> languages.text(id, "code").equals("en_US"))) {
      throw OdooError.user("Base Language 'en_US' can not be deleted.");
    }
  }

  @Override
  public List<Method> methods(Env env) {
    return List.of(Method.onModel("get_installed", Languages::installed));
  }

  private static Object installed(Invocation call) {
    Model languages = call.env().superuser().model("res.lang");
    return languages.search(List.of(List.of("active", "=", true))).stream()
        .map(id -> List.of(languages.text(id, "code"), languages.text(id, "name")))
        .toList();
  }
}
