package io.odoosync.internal.contact;

import io.odoosync.Matching;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactType;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** By what contacts and partners are compared: canonical forms of what people type. Pure. */
final class MatchValues {

  private final ModelFields fields;
  private final NamedRecords countries;

  MatchValues(ModelFields fields, NamedRecords countries) {
    this.fields = fields;
    this.countries = countries;
  }

  /** What a contact is looked for by. */
  static Set<String> of(Matching.Key key, Contact contact) {
    return switch (key) {
      case EMAIL -> addresses(contact.email());
      case VAT -> number(contact.vat());
      case COMPANY_REGISTRY -> plain(contact.companyRegistry());
      case REFERENCE -> reference(contact.reference());
    };
  }

  /** What a partner is found by. */
  static Set<String> of(Matching.Key key, KnownPartner partner) {
    return switch (key) {
      case EMAIL -> {
        Set<String> addresses = new TreeSet<>(addresses(text(partner, "email")));
        addresses.addAll(addresses(text(partner, "email_normalized")));
        yield addresses;
      }
      case VAT -> partner.isCommercialEntity() ? number(text(partner, "vat")) : Set.of();
      case COMPANY_REGISTRY -> partner.isCommercialEntity() ? registries(partner) : Set.of();
      case REFERENCE -> reference(text(partner, "ref"));
    };
  }

  /** The fields by which partners are known, as far as the server has them. */
  Set<String> partnerFields() {
    Set<String> names = new TreeSet<>(KnownPartner.FIELDS);
    if (isKindFoundOut()) {
      names.add(KnownPartner.CONTACTS);
    }
    return fields.among(names);
  }

  /** Whether a contact and a partner that have a value in common are of one kind. */
  boolean agree(Matching.Key key, Contact contact, KnownPartner partner) {
    return isOfKind(key, contact, partner)
        && isOfType(contact, partner)
        && (key != Matching.Key.VAT || sameCountry(contact, partner));
  }

  private boolean isOfKind(Matching.Key key, Contact contact, KnownPartner partner) {
    return isKindFoundOut()
        ? FoundOutKind.fits(key, contact, partner)
        : contact.organisation() == partner.isOrganisation();
  }

  /** Such an Odoo also turns contacts with an address of their own into addresses by itself. */
  private boolean isOfType(Contact contact, KnownPartner partner) {
    boolean turned =
        isKindFoundOut()
            && contact.type() == null
            && ContactType.OTHER.value().equals(partner.type());
    return turned || type(contact).value().equals(partner.type());
  }

  /** What tells a contact from others that have a value in common with it. */
  String group(Matching.Key key, Contact contact) {
    boolean byKind = !isKindFoundOut() || key == Matching.Key.EMAIL;
    return type(contact) + (byKind && contact.organisation() ? " organisation" : "");
  }

  /** Where Odoo finds out by itself who is a company, it only says who has a VAT number. */
  boolean isKindFoundOut() {
    return !fields.takes("is_company");
  }

  private static ContactType type(Contact contact) {
    ContactType type = contact.type();
    return type == null ? ContactType.CONTACT : type;
  }

  private boolean sameCountry(Contact contact, KnownPartner partner) {
    Optional<TaxNumber> own = TaxNumber.of(contact.vat());
    Optional<TaxNumber> other = TaxNumber.of(text(partner, "vat"));
    return own.isPresent()
        && other.isPresent()
        && own.get().isSame(contact.address().countryCode(), other.get(), country(partner));
  }

  private @Nullable String country(KnownPartner partner) {
    return partner
        .record()
        .reference("country_id")
        .flatMap(countries::withId)
        .map(country -> country.code())
        .orElse(null);
  }

  private static Set<String> registries(KnownPartner partner) {
    Set<String> all = new LinkedHashSet<>();
    partner.registries().forEach(number -> all.addAll(plain(number)));
    return all;
  }

  private static @Nullable String text(KnownPartner partner, String field) {
    return partner.record().values().has(field) ? partner.record().text(field).orElse(null) : null;
  }

  private static Set<String> addresses(@Nullable String text) {
    return text == null ? Set.of() : EmailAddresses.in(text);
  }

  private static Set<String> number(@Nullable String text) {
    return TaxNumber.of(text).map(number -> Set.of(number.number())).orElse(Set.of());
  }

  private static Set<String> plain(@Nullable String text) {
    String plain = TaxNumber.plain(text);
    return plain.isEmpty() ? Set.of() : Set.of(plain);
  }

  private static Set<String> reference(@Nullable String text) {
    String plain = text == null ? "" : Spaces.plain(text);
    return plain.isEmpty() ? Set.of() : Set.of(plain);
  }
}
