package io.odoosync.internal.contact;

import io.odoosync.EntityType;
import io.odoosync.FieldMapping;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.Blanks;
import io.odoosync.internal.field.CustomFields;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.field.RecordMapper;
import io.odoosync.internal.field.ServerFit;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactType;
import io.odoosync.source.PostalAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contact → {@code res.partner}. */
public final class ContactMapper implements RecordMapper<Contact> {

  private static final String COUNTRY = "country_id";
  private static final String STATE = "state_id";

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
          COUNTRY,
          STATE,
          "vat",
          "company_registry",
          "parent_id",
          "type",
          "ref",
          "comment");

  /** The fields that a server must have; any other that it lacks is left out. */
  public static final List<String> REQUIRED_FIELDS = List.of("name");

  /** What the host is to its partners only: it can't take over another one. */
  private static final Set<String> ONLY_SENT = Set.of("parent_id", "type");

  private static final String COUNTRY_ADVICE =
      "Give the country's ISO code of two letters in the host, or add the country in Odoo.";

  private static final String STATE_ADVICE =
      "Give the state's ISO 3166-2 code in the host, or add the state in Odoo.";

  private static final int MAX_EMAIL_LENGTH = 254;

  private final ModelFields fields;
  private final CountryCodes countries;
  private final States states;
  private final CompanyRegistry registry;
  private final CustomFields<Contact> custom;

  /**
   * Makes a mapper for one server without custom fields.
   *
   * @param fields the fields of {@code res.partner}
   * @param countries Odoo's countries by ISO code
   */
  public ContactMapper(ModelFields fields, NamedRecords countries) {
    this(fields, countries, FieldMapping.unchanged());
  }

  /**
   * Makes a mapper for one server.
   *
   * @param fields all fields of {@code res.partner}
   * @param countries Odoo's countries by ISO code
   * @param mapping the host's own mapping
   */
  public ContactMapper(ModelFields fields, NamedRecords countries, FieldMapping<Contact> mapping) {
    this(fields, countries, States.NONE, mapping);
  }

  /**
   * Makes a mapper for one server.
   *
   * @param fields all fields of {@code res.partner}
   * @param countries Odoo's countries by ISO code
   * @param states the countries' states
   * @param mapping the host's own mapping
   */
  public ContactMapper(
      ModelFields fields, NamedRecords countries, States states, FieldMapping<Contact> mapping) {
    this.fields = fields;
    this.registry = new CompanyRegistry(fields);
    this.countries = new CountryCodes(countries);
    this.states = states;
    this.custom = new CustomFields<>("res.partner", fields, Set.of(), mapping);
  }

  @Override
  public Mapping map(Contact contact, Dependencies dependencies) {
    return custom.extend(contact, mapped(contact, dependencies));
  }

  /** The organisation that a contact belongs to; {@code null} if the host says nothing of one. */
  static @Nullable Dependency company(Contact contact) {
    LocalKey company = contact.company();
    return company == null || company.equals(contact.key())
        ? null
        : new Dependency(EntityType.CONTACT, company);
  }

  private Mapping mapped(Contact contact, Dependencies dependencies) {
    Dependency company = company(contact);
    if (company != null && dependencies.isBlocked(company)) {
      return dependencies.blocked("company", company);
    }
    Problems problems = new Problems();
    FieldValues values = values(contact, problems);
    if (company != null) {
      FieldValues own = values.where((field, value) -> !isOfCompany(contact, field));
      FieldValue parent = dependencies.reference(company);
      values = own.plus(FieldValues.builder().set("parent_id", parent).build());
    }
    return problems.none()
        ? taken(values, registry.onCreate(contact, values))
        : problems.rejected();
  }

  /** Newer releases find out by themselves who is a company, and name its number otherwise. */
  private Mapping taken(FieldValues values, FieldValues onCreate) {
    FieldValues taken = values.where((field, value) -> fields.takes(field));
    return new Mapping.Mapped(taken, onCreate)
        .leavingOut(ServerFit.untaken("res.partner", fields, values));
  }

  /**
   * Whether what a contact has there is its company's in Odoo. Where Odoo finds out who is a
   * company, nobody is who belongs to another one: their number would become that one's.
   */
  private boolean isOfCompany(Contact contact, String field) {
    ContactType type = contact.type();
    boolean ownAddress = type != null && type.hasOwnAddress();
    return (!ownAddress && SharedFields.ADDRESS.contains(field))
        || (!(contact.organisation() && fields.takes("is_company"))
            && SharedFields.isOfCompany(field));
  }

  private FieldValues values(Contact contact, Problems problems) {
    if (contact.key().equals(contact.company())) {
      problems.add("the contact is its own company");
    }
    FieldValues.Builder values = FieldValues.builder();
    values.set("name", problems.required("name", contact.name()));
    values.set("is_company", new FieldValue.Flag(contact.organisation()));
    values.set(
        "email", problems.text("e-mail address", contact.email(), MAX_EMAIL_LENGTH, "RFC 5321"));
    phones(contact, values, problems);
    address(contact.address(), values, problems);
    values.set("vat", problems.text("VAT number", contact.vat()));
    registry.of(contact, problems).byField().forEach(values::set);
    ContactType type = contact.type();
    if (type != null) {
      values.set("type", new FieldValue.Text(type.value()));
    }
    values.set("ref", problems.text("reference", contact.reference()));
    values.set("comment", fields.richText("comment", problems.text("notes", contact.notes())));
    return values.build();
  }

  private void phones(Contact contact, FieldValues.Builder values, Problems problems) {
    FieldValue phone = problems.text("phone", contact.phone());
    FieldValue mobile = problems.text("mobile", contact.mobile());
    boolean inPlaceOfPhone = phone.isNothing() && !fields.has("mobile");
    values.set("phone", inPlaceOfPhone ? mobile : phone);
    values.set("mobile", inPlaceOfPhone ? FieldValue.nothing() : mobile);
  }

  private void address(PostalAddress address, FieldValues.Builder values, Problems problems) {
    values.set("street", problems.text("street", address.street()));
    values.set("street2", problems.text("second line of the street", address.street2()));
    values.set("zip", problems.text("postal code", address.zip()));
    values.set("city", problems.text("city", address.city()));
    FieldValue country = country(address.countryCode(), problems);
    values.set(COUNTRY, country);
    if (address.stateCode() != null) {
      values.set(STATE, state(address.stateCode(), country, problems));
    }
  }

  private FieldValue country(@Nullable String code, Problems problems) {
    if (code == null || Blanks.isBlank(code)) {
      return FieldValue.nothing();
    }
    return FieldValue.referenceTo(
        countries.find(code).orProblem("", COUNTRY_ADVICE, problems).orElse(null));
  }

  private FieldValue state(String code, FieldValue country, Problems problems) {
    if (Blanks.isBlank(code)) {
      return FieldValue.nothing();
    } else if (country.isNothing()) {
      problems.add("state '" + code + "' is of no country that is known");
      return FieldValue.nothing();
    }
    return FieldValue.referenceTo(
        state(code, country).orProblem("", STATE_ADVICE, problems).orElse(null));
  }

  private LookupResult state(String code, FieldValue country) {
    long id = country.reference().orElseThrow();
    return states.find(id, countries.codeOf(id).orElse(""), code);
  }

  @Override
  public Set<String> readAlong() {
    Set<String> names = new HashSet<>(registry.readAlong());
    names.add(STATE);
    return fields.among(names);
  }

  /** Odoo's own form clears a state when the country changes; its API does not. */
  @Override
  public FieldValues alongside(FieldValues mapped, FieldValues push, FieldValues odoo) {
    FieldValues.Builder more = FieldValues.builder();
    if (push.has(COUNTRY) && !mapped.has(STATE) && isForeign(odoo, push.get(COUNTRY))) {
      more.set(STATE, FieldValue.nothing());
    }
    return more.build().plus(registry.alongside(mapped, push, odoo));
  }

  private boolean isForeign(FieldValues odoo, FieldValue country) {
    return odoo.get(STATE)
        .reference()
        .filter(state -> !states.countryOf(state).equals(country.reference()))
        .isPresent();
  }

  @Override
  public Set<String> pullable() {
    Set<String> pullable = new HashSet<>(FIELDS);
    pullable.addAll(CompanyRegistry.FIELDS);
    pullable.removeAll(ONLY_SENT);
    return pullable;
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
    FieldValues own = pulled.where((field, value) -> !current.extra().containsKey(field));
    String number = CompanyRegistry.among(own);
    return contact
        .companyRegistry(number == null ? current.companyRegistry() : number)
        .address(address(current.address(), pulled))
        .build();
  }

  private void apply(Contact current, Contact.Builder contact, String field, FieldValue value) {
    String text = value.text().orElse(null);
    switch (field) {
      case "name" -> contact.name(text);
      case "is_company" -> contact.organisation(value.flag().orElse(false));
      case "email" -> contact.email(text);
      case "phone" -> contact.phone(text);
      case "mobile" -> contact.mobile(text);
      case "vat" -> contact.vat(text);
      case "ref" -> contact.reference(text);
      case "comment" -> contact.notes(text);
      default -> {
        if (current.extra().containsKey(field)) {
          contact.extra(field, value);
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
        .stateCode(stateCode(current, pulled))
        .build();
  }

  private static @Nullable String part(FieldValues pulled, String field, @Nullable String current) {
    return pulled.has(field) ? pulled.get(field).text().orElse(null) : current;
  }

  private @Nullable String countryCode(FieldValues pulled, @Nullable String current) {
    if (pulled.get(COUNTRY) instanceof FieldValue.Reference country) {
      return isCodeOf(current, country)
          ? current
          : countries.codeOf(country.id()).filter(code -> !code.isEmpty()).orElse(current);
    }
    return pulled.has(COUNTRY) ? null : current;
  }

  /** An alias such as {@code UK} stays what the host calls it. */
  private boolean isCodeOf(@Nullable String code, FieldValue.Reference country) {
    return country(code, new Problems()).equals(country);
  }

  private @Nullable String stateCode(PostalAddress current, FieldValues pulled) {
    String code = current.stateCode();
    FieldValue before = country(current.countryCode(), new Problems());
    FieldValue country = pulled.has(COUNTRY) ? pulled.get(COUNTRY) : before;
    if (pulled.get(STATE) instanceof FieldValue.Reference state) {
      return isStateOf(code, country, state) ? code : states.codeOf(state.id()).orElse(code);
    }
    boolean goes = pulled.has(STATE) || !country.equals(before);
    return code != null && goes ? "" : code;
  }

  private boolean isStateOf(@Nullable String code, FieldValue country, FieldValue.Reference state) {
    return code != null
        && !Blanks.isBlank(code)
        && !country.isNothing()
        && state(code, country).id().filter(id -> id == state.id()).isPresent();
  }
}
