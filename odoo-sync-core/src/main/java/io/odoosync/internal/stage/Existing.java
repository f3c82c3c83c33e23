package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.Page;
import java.util.List;

/** Which records of Odoo are looked at: archived ones too, where the model has such. */
public final class Existing {

  /** The record that was created last. */
  static final Page NEWEST = Page.first(1).orderedBy("id desc");

  private static final Domain CUSTOMER_DOCUMENTS =
      Domain.field("move_type").isIn(List.of("out_invoice", "out_refund"));

  private Existing() {}

  /** All records of a model that could be ours. */
  static Domain domain(EntityType type) {
    return type == EntityType.INVOICE ? CUSTOMER_DOCUMENTS : alsoArchived();
  }

  /** Takes Odoo's default of leaving archived records out of a search back. */
  public static Domain alsoArchived() {
    return Domain.field("active").isIn(List.of(true, false));
  }
}
