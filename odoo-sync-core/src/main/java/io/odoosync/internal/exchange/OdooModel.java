package io.odoosync.internal.exchange;

import io.odoosync.EntityType;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.Page;
import java.util.List;
import java.util.Map;

/**
 * The model that holds one kind of records, as the server in use has it.
 *
 * @param type the kind
 * @param fields the model's fields
 * @param ours which of the model's records could be ours
 */
public record OdooModel(EntityType type, ModelFields fields, Domain ours) {

  /** The record that was created last. */
  static final Page NEWEST = Page.first(1).orderedBy("id desc");

  /** All records of a model; Odoo leaves archived ones out of a search unless it is told so. */
  public static Domain alsoArchived() {
    return Domain.field("active").isIn(List.of(true, false));
  }

  /** One whose fields are not needed. */
  public static OdooModel withoutFields(EntityType type, Domain ours) {
    return new OdooModel(type, new ModelFields(Map.of()), ours);
  }

  /** The technical name. */
  public String name() {
    return type.model();
  }
}
