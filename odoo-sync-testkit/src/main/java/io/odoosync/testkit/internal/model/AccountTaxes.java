package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import java.util.List;
import java.util.Map;

/** {@code account.tax}: taxes of a company, in its country. */
final class AccountTaxes implements Behavior {
  private static final String OVERRIDE = "price_include_override";

  @Override
  public String order(Env env) {
    return "sequence, id";
  }

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    values.putIfAbsent("company_id", env.company());
    values.putIfAbsent("active", true);
    values.putIfAbsent("sequence", 1);
    if (env.model("account.tax").schema().has("country_id")) {
      int company = values.get("company_id") instanceof Integer id ? id : env.company();
      Object country =
          env.superuser().model("res.company").get(company, "account_fiscal_country_id");
      values.putIfAbsent("country_id", country);
      values.putIfAbsent("is_base_affected", true);
      include(env, values);
    }
    env.superuser().model("account.tax.group").search(List.of()).stream()
        .findFirst()
        .ifPresent(group -> values.putIfAbsent("tax_group_id", group));
  }

  @Override
  public void prepareWrite(Env env, List<Integer> ids, Map<String, Object> values) {
    include(env, values);
  }

  private static void include(Env env, Map<String, Object> values) {
    if (env.model("account.tax").schema().has(OVERRIDE) && values.containsKey(OVERRIDE)) {
      values.put("price_include", "tax_included".equals(values.get(OVERRIDE)));
    }
  }
}
