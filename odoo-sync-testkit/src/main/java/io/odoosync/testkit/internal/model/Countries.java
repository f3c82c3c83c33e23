package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import java.util.List;

/** {@code res.country}: no two have the same code. */
final class Countries implements Behavior {

  @Override
  public String order(Env env) {
    return "name";
  }

  /** Two letters are a code. */
  @Override
  public List<Object> nameDomain(String name, String operator) {
    return name.length() == 2
        ? List.of(List.of("code", "=ilike", name))
        : Behavior.super.nameDomain(name, operator);
  }

  @Override
  public void check(Env env, int id) {
    Model countries = env.model("res.country");
    Object code = countries.stored(id, "code");
    if (countries.table().find(List.of("code"), List.of(code)).size() > 1) {
      String text = "The code of the country must be unique!";
      throw OdooError.constraint(
          env.has(Fact.CONSTRAINTS_IN_WORDS)
              ? "The operation cannot be completed: " + text
              : "res_country_code_uniq",
          env.has(Fact.LOAD_QUOTES_CONSTRAINTS) ? "'" + text + "'" : text);
    }
  }
}
