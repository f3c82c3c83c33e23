package io.odoosync.internal.contact;

import io.odoosync.FieldMapping;
import io.odoosync.internal.field.CustomFields;
import io.odoosync.internal.field.Customers;
import io.odoosync.internal.field.FieldValue;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.field.RecordMapper;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final Map<Long, String> countryCodes;
  private final CustomFields<Contact> custom;

  /**
   * Makes a mapper for one server without custom fields.
   *
   * @param fields the fields of {@code res.partner}
   * @param countries database ids by ISO code in capitals
   */
  public ContactMapper(ModelFields fields, Map<String, Long> countries) {
    this(fields, countries, FieldMapping.unchanged());
  }

  /**
   * Makes a mapper for one server.
   *
   * @param fields all fields of {@code res.partner}
   * @param countries database ids by ISO code in capitals
   * @param mapping the host's own mapping
   */
  public ContactMapper(
      ModelFields fields, Map<String, Long> countries, FieldMapping<Contact> mapping) {
    this.fields = fields;
    this.countries = Map.copyOf(countries);
    this.countryCodes =
        this.countries.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, ContactMapper::first));
    this.custom = new CustomFields<>("res.partner", fields, Set.of(), mapping);
  }

  private static String first(String code, String other) {
    return code.compareTo(other) < 0 ? code : other;
  }

  @Override
  public Mapping map(Contact contact, Customers customers) {
    return custom.extend(contact, map(contact));
  }

  private Mapping map(Contact contact) {
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

  @Override
  public Set<String> pullable() {
    return Set.copyOf(FIELDS);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A country that has no code, or none that the host was told of, is left as it was. Where the
   * server has no field for mobile numbers, the host keeps its own, which then still takes the
   * place of a phone that was cleared.
   */
  @Override
  public Contact applied(Contact current, FieldValues pulled) {
    Contact.Builder contact = current.toBuilder();
    pulled
        .byField()
        .forEach((field, value) -> apply(current, contact, field, fields.plainText(field, value)));
    return contact.address(address(current.address(), pulled)).build();
  }

  private void apply(Contact current, Contact.Builder contact, String field, FieldValue value) {
    String text = value.typed().text().orElse(null);
    switch (field) {
      case "name" -> contact.name(text);
      case "is_company" -> contact.organisation(value.typed().flag().orElse(false));
      case "email" -> contact.email(text);
      case "phone" -> contact.phone(text);
      case "mobile" -> contact.mobile(text);
      case "vat" -> contact.vat(text);
      case "ref" -> contact.reference(text);
      case "comment" -> contact.notes(text);
      default -> {
        if (current.extra().containsKey(field)) {
          contact.extra(field, value.typed());
        }
      }
    }
  }

  private PostalAddress address(PostalAddress current, FieldValues pulled) {
    return current.toBuilder()
        .street(part(pulled, "street", current.street()))
        .street2(part(pulled, "street2", current.street2()))
        .zip(part(pulled, "zip", current.zip()))
        .city(part(pulled, "city", current.city()))
        .countryCode(countryCode(pulled, current.countryCode()))
        .build();
  }

  private static @Nullable String part(FieldValues pulled, String field, @Nullable String current) {
    return pulled.has(field) ? pulled.get(field).typed().text().orElse(null) : current;
  }

  private @Nullable String countryCode(FieldValues pulled, @Nullable String current) {
    if (pulled.get("country_id") instanceof FieldValue.Reference country) {
      return countryCodes.getOrDefault(country.id(), current);
    }
    return pulled.has("country_id") ? null : current;
  }
}
