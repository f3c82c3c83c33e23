package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code account.analytic.account}: what costs and income are for. */
final class AnalyticAccounts implements Behavior {

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    values.putIfAbsent("company_id", env.company());
  }

  @Override
  public List<Object> nameDomain(String name, String operator) {
    return List.of("|", List.of("code", operator, name), List.of("name", operator, name));
  }

  @Override
  public Optional<String> displayName(Env env, int id) {
    Model accounts = env.model("account.analytic.account");
    String code = accounts.text(id, "code");
    String name = accounts.text(id, "name");
    return Optional.of(code.isEmpty() ? name : "[" + code + "] " + name);
  }
}
