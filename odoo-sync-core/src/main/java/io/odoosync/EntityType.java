package io.odoosync;

/** The three kinds of records that the engine keeps in step, in the order in which it does so. */
public enum EntityType {
  /** People and organisations: {@code res.partner} in Odoo. */
  CONTACT("res.partner"),
  /** Travels, which become leads and opportunities: {@code crm.lead} in Odoo. */
  TRAVEL("crm.lead"),
  /** Customer invoices: {@code account.move} in Odoo. */
  INVOICE("account.move");

  private final String model;

  EntityType(String model) {
    this.model = model;
  }

  /**
   * The technical name of the Odoo model that holds this entity.
   *
   * @return for example {@code res.partner}
   */
  public String model() {
    return model;
  }
}
