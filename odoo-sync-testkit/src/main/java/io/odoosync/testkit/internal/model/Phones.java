package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;

/**
 * {@code phone_sanitized}. The measured 19 had the library that knows phone numbers, the others had
 * not; here only international numbers are recognised.
 */
final class Phones {
  private Phones() {}

  static Object sanitized(Env env, Object phone) {
    boolean known =
        env.has(Fact.PHONES_NORMALIZED) && phone instanceof String text && text.startsWith("+");
    return known ? "+" + phone.toString().replaceAll("\\D", "") : phone;
  }
}
