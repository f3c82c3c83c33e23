package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import java.util.List;

/**
 * What happens when partners become one: it keeps the external ids of all and is the customer of
 * what they were; the others are deleted.
 */
public final class PartnerMerges {
  private static final String PARTNERS = "res.partner";
  private static final List<String> REFERRING =
      List.of("crm.lead", "account.move", "account.move.line");

  private PartnerMerges() {}

  public static void merge(Env env, int other, int survivor) {
    Model partners = env.model(PARTNERS);
    partners.require(List.of(other, survivor));
    env.externalIds().move(PARTNERS, other, survivor);
    for (String model : REFERRING) {
      Model referring = env.model(model);
      referring
          .table()
          .referencing("partner_id", other)
          .forEach(id -> referring.store(id, "partner_id", survivor));
    }
    partners.unlink(List.of(other));
    partners.touch(survivor);
  }
}
