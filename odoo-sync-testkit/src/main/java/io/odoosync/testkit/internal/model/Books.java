package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import java.util.List;
import java.util.Map;

/** Accounts and journals: found by code, and of the company in which they are made. */
record Books(String model, String order) implements Behavior {

  @Override
  public String order(Env env) {
    return order;
  }

  /** The types of Odoo 14's accounts are not kept: what points to one points to the first. */
  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    if (env.model(model).schema().has("user_type_id")) {
      values.putIfAbsent("user_type_id", 1);
    }
    if (env.model(model).schema().has("company_ids")) {
      values.putIfAbsent("company_ids", List.of(List.of(6, 0, List.of(env.company()))));
    } else {
      values.putIfAbsent("company_id", env.company());
    }
  }

  @Override
  public List<Object> nameDomain(String name, String operator) {
    return List.of("|", List.of("code", operator, name), List.of("name", operator, name));
  }
}
