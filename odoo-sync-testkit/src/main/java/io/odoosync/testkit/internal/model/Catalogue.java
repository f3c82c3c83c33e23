package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import java.util.List;

/** Models that people find by a code, and the order that they are listed in. */
record Catalogue(String order, String codeField) implements Behavior {

  @Override
  public String order(Env env) {
    return order;
  }

  @Override
  public List<Object> nameDomain(String name, String operator) {
    List<Object> byName = List.of("name", operator, name);
    return codeField.isEmpty()
        ? List.of(byName)
        : List.of("|", List.of(codeField, operator, name), byName);
  }
}
