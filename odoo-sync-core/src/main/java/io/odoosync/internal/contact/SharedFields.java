package io.odoosync.internal.contact;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.internal.compare.Sharing;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.odoo.OdooRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields that partners share: a contact of a company has the company's address, and whoever is
 * no commercial entity has the commercial fields of the one that it belongs to. Odoo writes both
 * down to the contacts, and from 19 on up to the company. It tells nobody which fields these are
 * ({@code _address_fields} and {@code _commercial_fields} can't be called), so they are here as
 * Odoo 14 to 20 and its localisations have them.
 */
final class SharedFields implements Sharing {

  /** What is copied from the company of a contact. */
  static final List<String> ADDRESS =
      List.of("street", "street2", "zip", "city", "state_id", "country_id");

  /** The default mapping's fields that belong to the commercial entity. */
  static final List<String> COMMERCIAL =
      List.of("vat", "company_registry", "l10n_fr_siret", "l10n_fr_siren");

  private static final Set<String> OTHERS_OF_ADDRESS =
      Set.of(
          "city_id",
          "street_name",
          "street_number",
          "street_number2",
          "l10n_eg_building_no",
          "l10n_sa_edi_building_number",
          "l10n_sa_edi_plot_identification");

  private static final Set<String> OTHERS_OF_COMMERCIAL =
      Set.of(
          "industry_id",
          "credit_limit",
          "use_partner_credit_limit",
          "debit_limit",
          "additional_identifiers",
          "nrc",
          "branch_code",
          "sst_registration_number",
          "ttx_registration_number");

  private static final List<String> PREFIXES_OF_COMMERCIAL =
      List.of("property_", "specific_property_", "l10n_");

  private static final String PARTNER = EntityType.CONTACT.model();
  private static final List<String> TELLING =
      List.of("parent_id", "type", "commercial_partner_id", "is_company");

  private final ModelFields fields;
  private final Set<String> readAlong;

  SharedFields(ModelFields fields) {
    this.fields = fields;
    this.readAlong = fields.among(TELLING);
  }

  /** Whether a value of the default mapping is not sent for a contact of a company. */
  static boolean isOfCompany(String field) {
    return COMMERCIAL.contains(field) || CompanyRegistry.FIELDS.contains(field);
  }

  @Override
  public Set<String> readAlong() {
    return readAlong;
  }

  @Override
  public Map<String, String> owners(OdooRecord record, Collection<String> fields) {
    Map<String, String> owners = new HashMap<>();
    record
        .reference("commercial_partner_id")
        .filter(entity -> entity != record.id())
        .ifPresent(
            entity ->
                fields.stream()
                    .filter(SharedFields::isCommercial)
                    .forEach(field -> owners.put(field, PARTNER + " " + entity)));
    record
        .reference("parent_id")
        .filter(company -> isContact(record))
        .ifPresent(
            company ->
                fields.stream()
                    .filter(SharedFields::isOfAddress)
                    .forEach(field -> owners.put(field, PARTNER + " " + company)));
    return owners;
  }

  /** From 19 on the company takes over what its new contact has and it has not. */
  @Override
  public FieldValues givenUp(OdooRecord record, FieldValues push) {
    FieldValues.Builder givenUp = FieldValues.builder();
    if (!push.get("parent_id").isNothing()) {
      boolean contact =
          push.has("type")
              ? push.get("type").text().filter("contact"::equals).isPresent()
              : isContact(record);
      giveUp(contact ? ADDRESS : List.of(), push, givenUp);
      giveUp(isOrganisation(record, push) ? List.of() : COMMERCIAL, push, givenUp);
    }
    return givenUp.build();
  }

  /** Who is found out to be a company is none any more once it belongs to another one. */
  private boolean isOrganisation(OdooRecord record, FieldValues push) {
    boolean said =
        push.has("is_company")
            ? push.get("is_company").flag().orElse(false)
            : record.flag("is_company");
    return said && !fields.isDerived("is_company");
  }

  private void giveUp(List<String> own, FieldValues push, FieldValues.Builder givenUp) {
    for (String field : own) {
      if (fields.takes(field) && !push.has(field)) {
        givenUp.set(field, FieldValue.nothing());
      }
    }
  }

  private static boolean isContact(OdooRecord record) {
    return record.text("type").filter("contact"::equals).isPresent();
  }

  private static boolean isOfAddress(String field) {
    return ADDRESS.contains(field) || OTHERS_OF_ADDRESS.contains(field);
  }

  private static boolean isCommercial(String field) {
    return COMMERCIAL.contains(field)
        || OTHERS_OF_COMMERCIAL.contains(field)
        || PREFIXES_OF_COMMERCIAL.stream().anyMatch(field::startsWith);
  }
}
