package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import java.util.List;
import java.util.Map;

/** {@code res.company}. A company is a contact, too. */
final class Companies implements Behavior {
  private static final List<String> COPIED =
      List.of(
          "currency_id",
          "account_fiscal_country_id",
          "account_opening_date",
          "tax_calculation_rounding_method");

  @Override
  public String order(Env env) {
    return "sequence, name";
  }

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    env.superuser().model("res.company").search(List.of()).stream()
        .findFirst()
        .ifPresent(first -> inherit(env, first, values));
    if (!(values.get("partner_id") instanceof Integer)) {
      Object name = values.getOrDefault("name", false);
      Map<String, Object> contact = Map.of("name", name, "is_company", true);
      values.put("partner_id", env.superuser().model("res.partner").create(contact));
    }
  }

  private static void inherit(Env env, int first, Map<String, Object> values) {
    for (String field : COPIED) {
      values.putIfAbsent(field, env.superuser().model("res.company").get(first, field));
    }
    values.keySet().retainAll(env.model("res.company").schema().fields().keySet());
  }

  @Override
  public void prepareWrite(Env env, List<Integer> ids, Map<String, Object> values) {
    LockedPeriods.requireNoDrafts(env, values);
  }
}
