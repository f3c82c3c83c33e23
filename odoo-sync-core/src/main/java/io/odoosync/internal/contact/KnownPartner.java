package io.odoosync.internal.contact;

import io.odoosync.odoo.OdooRecord;
import java.util.List;
import java.util.Optional;

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

  /** The partners that belong to one. */
  static final String CONTACTS = "child_ids";

  long id() {
    return record.id();
  }

  boolean isOrganisation() {
    return record.flag("is_company");
  }

  boolean isContactOfAnother() {
    return record.reference("parent_id").isPresent();
  }

  boolean hasContacts() {
    return !record.references(CONTACTS).isEmpty();
  }

  String name() {
    return record.text("name").orElse("");
  }

  Optional<TaxNumber> vat() {
    return TaxNumber.of(record.text("vat").orElse(null));
  }

  /** Whether its numbers are its own: contacts of a company carry the company's. */
  boolean isCommercialEntity() {
    return record.reference("commercial_partner_id").filter(id -> id == record.id()).isPresent();
  }

  /** What it is for: {@code contact} unless it is another address of somebody. */
  String type() {
    return isContactOfAnother() ? record.text("type").orElse("contact") : "contact";
  }

  @Override
  public String toString() {
    return "'" + name() + "' (id " + id() + ")";
  }
}
