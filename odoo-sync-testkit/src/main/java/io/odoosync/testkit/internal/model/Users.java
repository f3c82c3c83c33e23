package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code res.users}. Names and addresses are those of the user's partner. */
final class Users implements Behavior {

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    values.putIfAbsent("company_id", env.company());
    values.putIfAbsent("notification_type", "email");
    if (!values.containsKey("partner_id")) {
      Map<String, Object> partner = new LinkedHashMap<>();
      partner.put("name", values.getOrDefault("name", values.getOrDefault("login", "")));
      partner.put("email", values.getOrDefault("email", false));
      values.put("partner_id", env.superuser().model("res.partner").create(partner));
    }
  }

  @Override
  public List<Method> methods(Env env) {
    Method hasGroup =
        env.has(Fact.HAS_GROUP_OF_USER)
            ? Method.onRecords("has_group", Users::hasGroup, "group_ext_id")
            : Method.onModel("has_group", Users::hasGroup, "group_ext_id");
    return List.of(Method.onModel("context_get", Users::context), hasGroup);
  }

  private static Object hasGroup(Invocation call) {
    return call.env().user().hasGroup(call.text("group_ext_id"));
  }

  private static Object context(Invocation call) {
    Env env = call.env();
    Model users = env.superuser().model("res.users");
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("lang", users.get(env.user().id(), "lang"));
    context.put("tz", users.get(env.user().id(), "tz"));
    if (env.has(Fact.CONTEXT_NAMES_USER)) {
      context.put("uid", env.user().id());
    }
    return context;
  }

  @Override
  public Optional<Object> compute(Env env, int id, String field) {
    if (!List.of("name", "email", "phone", "lang", "tz").contains(field)) {
      return Optional.empty();
    }
    Model users = env.model("res.users");
    return users.stored(id, "partner_id") instanceof Integer partner
        ? Optional.of(env.model("res.partner").get(partner, field))
        : Optional.empty();
  }
}
