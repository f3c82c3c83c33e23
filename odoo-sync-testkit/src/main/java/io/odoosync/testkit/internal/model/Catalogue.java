package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;

/** A model that is listed in an order of its own. */
record Catalogue(String order) implements Behavior {

  @Override
  public String order(Env env) {
    return order;
  }
}
