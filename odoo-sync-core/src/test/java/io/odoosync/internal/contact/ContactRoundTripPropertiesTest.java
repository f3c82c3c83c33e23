package io.odoosync.internal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.internal.field.Customers;
import io.odoosync.internal.field.FieldValue;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What must hold of any contact that takes over any values of Odoo: mapped again, it gives those
 * values, so that neither side looks changed to the next run.
 */
class ContactRoundTripPropertiesTest {

  private static final Map<String, Long> COUNTRIES = Map.of("FR", 75L, "BE", 20L);
  private static final String EXTRA = "x_level";

  private static final ContactMapper ODOO_18 = mapper(true, "html");
  private static final ContactMapper ODOO_19 = mapper(false, "html");
  private static final ContactMapper ODOO_14 = mapper(true, "text");

  @Property(edgeCases = EdgeCasesMode.NONE)
  void applied_valuesThatTheHostCanHold_mapToThemAgain(
      @ForAll("contacts") Contact current,
      @ForAll("contacts") Contact inOdoo,
      @ForAll("mappers") ContactMapper mapper,
      @ForAll("fieldSets") Set<String> fields) {
    FieldValues pulled = values(mapper, inOdoo).where((field, value) -> fields.contains(field));

    Contact applied = mapper.applied(current, pulled);

    assertThat(values(mapper, applied).where((field, value) -> pulled.has(field)))
        .isEqualTo(mapper == ODOO_19 ? withMobileForPhone(pulled, current) : pulled);
  }

  /** Where Odoo has no field for mobile numbers, the host's takes the place of a missing phone. */
  private static FieldValues withMobileForPhone(FieldValues pulled, Contact current) {
    boolean cleared = pulled.has("phone") && pulled.get("phone") instanceof FieldValue.Absent;
    FieldValues mobile =
        FieldValues.builder().set("phone", FieldValue.text(current.mobile())).build();
    return cleared ? pulled.plus(mobile) : pulled;
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void applied_otherFields_stayAsTheyAre(
      @ForAll("contacts") Contact current,
      @ForAll("contacts") Contact inOdoo,
      @ForAll("mappers") ContactMapper mapper,
      @ForAll("fieldSets") Set<String> fields) {
    FieldValues pulled = values(mapper, inOdoo).where((field, value) -> fields.contains(field));

    Contact applied = mapper.applied(current, pulled);

    assertThat(values(mapper, applied).where((field, value) -> !pulled.has(field)))
        .isEqualTo(values(mapper, current).where((field, value) -> !pulled.has(field)));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void applied_again_isTheSame(
      @ForAll("contacts") Contact current,
      @ForAll("contacts") Contact inOdoo,
      @ForAll("mappers") ContactMapper mapper) {
    FieldValues pulled = values(mapper, inOdoo);
    Contact applied = mapper.applied(current, pulled);
    assertThat(values(mapper, mapper.applied(applied, pulled))).isEqualTo(values(mapper, applied));
  }

  private static FieldValues values(ContactMapper mapper, Contact contact) {
    return ((Mapping.Mapped) mapper.map(contact, Customers.NONE)).fields();
  }

  private static ContactMapper mapper(boolean mobile, String richType) {
    Map<String, FieldDefinition> fields = new HashMap<>();
    for (String name : ContactMapper.FIELDS) {
      fields.put(name, definition(name, type(name, richType)));
    }
    if (!mobile) {
      fields.remove("mobile");
    }
    fields.put(EXTRA, definition(EXTRA, "char"));
    return new ContactMapper(new ModelFields(fields), COUNTRIES);
  }

  private static String type(String field, String richType) {
    return switch (field) {
      case "comment" -> richType;
      case "is_company" -> "boolean";
      case "country_id" -> "many2one";
      default -> "char";
    };
  }

  private static FieldDefinition definition(String name, String type) {
    return new FieldDefinition(name, type, name, false, false, null);
  }

  @Provide
  Arbitrary<ContactMapper> mappers() {
    return Arbitraries.of(ODOO_14, ODOO_18, ODOO_19);
  }

  @Provide
  Arbitrary<Set<String>> fieldSets() {
    List<String> all = new ArrayList<>(ContactMapper.FIELDS);
    all.add(EXTRA);
    return Arbitraries.of(all).set().map((Collection<String> set) -> new HashSet<>(set));
  }

  @Provide
  Arbitrary<Contact> contacts() {
    Arbitrary<String> text = Arbitraries.of("", " ", "a", " b ", "1 < 2 & \"q\"", "é🚀");
    Arbitrary<String> notes = Arbitraries.strings().withChars("ab <>&\n\u00a0").ofMaxLength(12);
    return Combinators.combine(
            text.list().ofSize(10),
            notes,
            Arbitraries.of("", "fr", "BE"),
            Arbitraries.of(true, false))
        .as(ContactRoundTripPropertiesTest::contact);
  }

  private static Contact contact(
      List<String> texts, String notes, String country, boolean organisation) {
    return Contact.builder(LocalKey.of("teacher", 1))
        .name("name " + texts.get(0))
        .email(texts.get(1))
        .phone(texts.get(2))
        .mobile(texts.get(3))
        .address(
            PostalAddress.builder()
                .street(texts.get(4))
                .street2(texts.get(5))
                .zip(texts.get(6))
                .city(texts.get(7))
                .countryCode(country)
                .build())
        .vat(texts.get(8))
        .reference(texts.get(9))
        .notes(notes)
        .organisation(organisation)
        .extra(EXTRA, texts.get(0))
        .build();
  }
}
