package io.odoosync.source;

/** What a contact of an organisation is for, {@code type} of a {@code res.partner}. */
public enum ContactType {
  /** A person, or the organisation itself. One that belongs to an organisation has its address. */
  CONTACT("contact"),
  /** Where invoices go. It has an address of its own. */
  INVOICE("invoice"),
  /** Where deliveries go. It has an address of its own. */
  DELIVERY("delivery"),
  /** Any other address. It is its own. */
  OTHER("other");

  private final String value;

  ContactType(String value) {
    this.value = value;
  }

  /**
   * Odoo's name for it.
   *
   * @return for example {@code delivery}
   */
  public String value() {
    return value;
  }

  /**
   * Whether such a contact has an address of its own although it belongs to an organisation.
   *
   * @return {@code false} for {@link #CONTACT} only
   */
  public boolean hasOwnAddress() {
    return this != CONTACT;
  }
}
