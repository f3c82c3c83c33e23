package io.odoosync.plan;

import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contact → {@code res.partner}. */
public final class ContactMapper implements RecordMapper<Contact> {

  /** The fields that this mapper may set. */
  public static final List<String> FIELDS =
      List.of(
          "name",
          "is_company",
          "email",
          "phone",
          "mobile",
          "street",
          "street2",
          "zip",
          "city",
          "country_id",
          "vat",
          "ref",
          "comment");

  /** The fields that a server must have; any other that it lacks is left out. */
  public static final List<String> REQUIRED_FIELDS = List.of("name");

  private static final int MAX_EMAIL_LENGTH = 254;

  private final ModelFields fields;
  private final Map<String, Long> countries;

  /**
   * Makes a mapper for one server.
   *
   * @param fields the fields of {@code res.partner}
   * @param countries database ids by ISO code in capitals
   */
  public ContactMapper(ModelFields fields, Map<String, Long> countries) {
    this.fields = fields;
    this.countries = Map.copyOf(countries);
  }

  @Override
  public Mapping map(Contact contact, Customers customers) {
    Problems problems = new Problems();
    FieldValues.Builder values = FieldValues.builder();
    values.set("name", problems.required("name", contact.name()));
    values.set("is_company", new FieldValue.Flag(contact.organisation()));
    values.set(
        "email", problems.text("e-mail address", contact.email(), MAX_EMAIL_LENGTH, "RFC 5321"));
    phones(contact, values, problems);
    address(contact.address(), values, problems);
    values.set("vat", problems.text("VAT number", contact.vat()));
    values.set("ref", problems.text("reference", contact.reference()));
    values.set("comment", fields.richText("comment", problems.text("notes", contact.notes())));
    return problems.none()
        ? new Mapping.Mapped(
            values.build().where((field, value) -> fields.has(field)),
            FieldValues.builder().build(),
            List.of())
        : problems.rejected();
  }

  private void phones(Contact contact, FieldValues.Builder values, Problems problems) {
    FieldValue phone = problems.text("phone", contact.phone());
    FieldValue mobile = problems.text("mobile", contact.mobile());
    boolean inPlaceOfPhone = phone instanceof FieldValue.Absent && !fields.has("mobile");
    values.set("phone", inPlaceOfPhone ? mobile : phone);
    values.set("mobile", mobile);
  }

  private void address(PostalAddress address, FieldValues.Builder values, Problems problems) {
    values.set("street", problems.text("street", address.street()));
    values.set("street2", problems.text("second line of the street", address.street2()));
    values.set("zip", problems.text("postal code", address.zip()));
    values.set("city", problems.text("city", address.city()));
    values.set("country_id", country(address.countryCode(), problems));
  }

  private FieldValue country(@Nullable String code, Problems problems) {
    if (code == null || code.isBlank()) {
      return new FieldValue.Absent();
    }
    Long id = countries.get(code.strip().toUpperCase(Locale.ROOT));
    if (id == null) {
      problems.add("country code '" + code.strip() + "' is none of Odoo's countries");
    }
    return FieldValue.reference(id);
  }
}
