package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import java.util.List;
import java.util.Optional;

/** {@code res.country.state}: shown with the code of its country. */
final class States implements Behavior {

  @Override
  public String order(Env env) {
    return "code";
  }

  @Override
  public Optional<String> displayName(Env env, int id) {
    Model states = env.superuser().model("res.country.state");
    Model countries = env.superuser().model("res.country");
    String name = states.text(id, "name");
    return Optional.of(
        states
            .one(id, "country_id")
            .map(country -> name + " (" + countries.text(country, "code") + ")")
            .orElse(name));
  }

  @Override
  public List<Object> nameDomain(String name, String operator) {
    return List.of("|", List.of("name", operator, name), List.of("code", "=ilike", name));
  }
}
