package io.odoosync.internal.contact;

import io.odoosync.odoo.OdooRecord;
import java.util.List;

/**
 * A partner that Odoo has already.
 *
 * @param record as it was read, with {@link #FIELDS} as far as the server has them
 */
record KnownPartner(OdooRecord record) {

  /** Numbers in a register of companies, by release and country. */
  static final List<String> REGISTRIES = List.of("company_registry", "siret");

  static final List<String> FIELDS =
      List.of(
          "name",
          "email",
          "email_normalized",
          "vat",
          "company_registry",
          "siret",
          "ref",
          "is_company",
          "type",
          "parent_id",
          "commercial_partner_id",
          "country_id");

  long id() {
    return record.id();
  }

  boolean isOrganisation() {
    return record.flag("is_company");
  }

  /** Whether its numbers are its own: contacts of a company carry the company's. */
  boolean isCommercialEntity() {
    return record.reference("commercial_partner_id").filter(id -> id == record.id()).isPresent();
  }

  /** What it is for: {@code contact} unless it is another address of somebody. */
  String type() {
    return record.reference("parent_id").isEmpty()
        ? "contact"
        : record.text("type").orElse("contact");
  }

  @Override
  public String toString() {
    return "'" + record.text("name").orElse("") + "' (id " + id() + ")";
  }
}
