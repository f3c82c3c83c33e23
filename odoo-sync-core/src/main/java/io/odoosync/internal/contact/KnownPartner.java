package io.odoosync.internal.contact;

import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A partner that Odoo has already.
 *
 * @param record as it was read, with {@link #FIELDS} as far as the server has them
 */
record KnownPartner(OdooRecord record) {

  /** Where Odoo looks for numbers in a register of companies: only what it stores. */
  static final List<String> REGISTRIES =
      List.of("company_registry", "siret", CompanyRegistry.IDENTIFIERS);

  static final List<String> FIELDS =
      List.of(
          "name",
          "email",
          "email_normalized",
          "vat",
          "company_registry",
          "siret",
          CompanyRegistry.IDENTIFIERS,
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

  /**
   * Its numbers in registers of companies. The SIREN that 20 deduces from a SIRET tells nothing
   * that the SIRET does not.
   */
  Set<String> registries() {
    Set<String> all = new LinkedHashSet<>();
    for (String field : REGISTRIES) {
      OdooValue value = record.values().get(field);
      value.text().ifPresent(all::add);
      value.map().map(KnownPartner::identifiers).ifPresent(all::addAll);
    }
    return all;
  }

  private static List<String> identifiers(Map<String, OdooValue> byKind) {
    return byKind.entrySet().stream()
        .filter(one -> !one.getKey().equals("FR_SIREN") || !byKind.containsKey("FR_SIRET"))
        .flatMap(one -> one.getValue().text().stream())
        .toList();
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
