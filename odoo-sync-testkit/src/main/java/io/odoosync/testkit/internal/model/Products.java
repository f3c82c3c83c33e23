package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.schema.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code product.product}: what is sold, found by its code or its name. */
final class Products implements Behavior {
  static final String MODEL = "product.product";

  @Override
  public String order(Env env) {
    return "default_code, name, id";
  }

  /** Templates, categories and units are not kept: what points to them points to the first. */
  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    env.model(MODEL).schema().all().stream()
        .filter(field -> field.required() && field.type() == FieldType.MANY2ONE)
        .forEach(field -> values.putIfAbsent(field.name(), 1));
    Object tax = env.superuser().model("res.company").get(1, "account_sale_tax_id");
    if (tax instanceof Integer id) {
      values.putIfAbsent("taxes_id", List.of(List.of(6, 0, List.of(id))));
    }
  }

  @Override
  public Optional<Object> compute(Env env, int id, String field) {
    return field.equals("lst_price")
        ? Optional.of(env.model(MODEL).stored(id, "list_price"))
        : Optional.empty();
  }

  @Override
  public List<Object> nameDomain(String name, String operator) {
    List<Object> byCode = List.of("default_code", operator, name);
    String bare = name.replaceFirst("^\\[[^]]*] ", "");
    return List.of("|", byCode, List.of("name", operator, bare));
  }

  @Override
  public Optional<String> displayName(Env env, int id) {
    Model products = env.model(MODEL);
    String code = products.text(id, "default_code");
    String name = products.text(id, "name");
    return Optional.of(code.isEmpty() ? name : "[" + code + "] " + name);
  }

  /** What a line takes from its product; on 14 only the name. */
  static void complete(Env env, Map<String, Object> line) {
    if (!(line.get("product_id") instanceof Integer id) || !isKnown(env, id)) {
      return;
    }
    Model products = env.superuser().model(MODEL);
    line.putIfAbsent("name", products.displayName(id));
    if (env.has(Fact.PRODUCTS_GIVE_PRICE)) {
      line.putIfAbsent("price_unit", products.number(id, "list_price"));
      line.putIfAbsent("tax_ids", List.of(List.of(6, 0, products.ids(id, "taxes_id"))));
    }
  }

  private static boolean isKnown(Env env, int id) {
    return env.superuser().model(MODEL).table().has(id);
  }
}
