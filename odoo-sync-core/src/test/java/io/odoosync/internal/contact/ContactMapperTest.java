package io.odoosync.internal.contact;

import static io.odoosync.internal.field.MapperFixtures.COUNTRIES;
import static io.odoosync.internal.field.MapperFixtures.failure;
import static io.odoosync.internal.field.MapperFixtures.html;
import static io.odoosync.internal.field.MapperFixtures.mapped;
import static io.odoosync.internal.field.MapperFixtures.plain;
import static io.odoosync.internal.field.MapperFixtures.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldMapping;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.field.NamedRecord;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactMapperTest {

  private static final LocalKey KEY = LocalKey.of("teacher", 1);

  private final ContactMapper mapper = new ContactMapper(html(ContactMapper.FIELDS), COUNTRIES);

  private final ContactMapper world =
      new ContactMapper(
          html(ContactMapper.FIELDS),
          NamedRecords.all(
              NamedModel.of("country", "res.country", "code", "code").whateverTheCase(),
              List.of(
                  new NamedRecord(233, List.of("US"), "United States"),
                  new NamedRecord(231, List.of("GB"), "United Kingdom"),
                  new NamedRecord(88, List.of("GR"), "Greece"))),
          new AmericanStates(),
          FieldMapping.unchanged());

  @Test
  void map_fullContact_setsEveryField() {
    Contact contact =
        Contact.builder(KEY)
            .name(" Anne Martin ")
            .email("anne@example.com")
            .phone("+33 1 02 03 04 05")
            .mobile("+33 6 02 03 04 05")
            .address(
                PostalAddress.builder()
                    .street("1 rue Haute")
                    .street2("bât. B")
                    .zip("75001")
                    .city("Paris")
                    .countryCode("fr")
                    .build())
            .vat("FR23334175221")
            .reference("T-1")
            .notes("likes <b>Rome</b>\nand Athens")
            .organisation()
            .build();

    Map<String, FieldValue> values =
        mapped(mapper.map(contact, Dependencies.NONE)).fields().byField();

    assertThat(values)
        .containsEntry("name", new FieldValue.Text("Anne Martin"))
        .containsEntry("is_company", new FieldValue.Flag(true))
        .containsEntry("email", new FieldValue.Text("anne@example.com"))
        .containsEntry("phone", new FieldValue.Text("+33 1 02 03 04 05"))
        .containsEntry("mobile", new FieldValue.Text("+33 6 02 03 04 05"))
        .containsEntry("street", new FieldValue.Text("1 rue Haute"))
        .containsEntry("street2", new FieldValue.Text("bât. B"))
        .containsEntry("zip", new FieldValue.Text("75001"))
        .containsEntry("city", new FieldValue.Text("Paris"))
        .containsEntry("country_id", new FieldValue.Reference(75))
        .containsEntry("vat", new FieldValue.Text("FR23334175221"))
        .containsEntry("ref", new FieldValue.Text("T-1"))
        .containsEntry(
            "comment", new FieldValue.Text("<p>likes &lt;b&gt;Rome&lt;/b&gt;<br>and Athens</p>"));
  }

  /** As from 19.1 on, where Odoo finds out by itself who is a company. */
  @Test
  void map_readOnlyField_isNotSent() {
    Map<String, FieldDefinition> fields = new HashMap<>(html(ContactMapper.FIELDS).byName());
    fields.put("is_company", new FieldDefinition("is_company", "boolean", "", false, true, null));
    ContactMapper onNewer = new ContactMapper(new ModelFields(fields), COUNTRIES);
    Contact school = Contact.builder(KEY).name("School").organisation().build();
    assertThat(mapped(onNewer.map(school, Dependencies.NONE)).fields().has("is_company")).isFalse();
  }

  @Test
  void map_hostSaysNothingOfCompanyTypeAndRegistry_sendsNoneOfThem() {
    Contact contact = Contact.builder(KEY).name("A").build();
    assertThat(mapped(mapper.map(contact, Dependencies.NONE)).fields().byField())
        .doesNotContainKeys("parent_id", "type", "company_registry");
  }

  @Test
  void map_blankRegistry_clearsIt() {
    Contact contact = Contact.builder(KEY).name("A").companyRegistry(" ").build();
    assertThat(mapped(mapper.map(contact, Dependencies.NONE)).fields().byField())
        .containsEntry("company_registry", FieldValue.nothing());
  }

  @Test
  void map_serverWithPlainNotes_sendsThemAsTheyAre() {
    ContactMapper onOdoo14 = new ContactMapper(plain(ContactMapper.FIELDS), COUNTRIES);
    Contact contact = Contact.builder(KEY).name("A").notes("1 < 2").build();
    assertThat(mapped(onOdoo14.map(contact, Dependencies.NONE)).fields().get("comment"))
        .isEqualTo(new FieldValue.Text("1 < 2"));
  }

  @Test
  void map_blankTexts_countAsAbsent() {
    Contact contact = Contact.builder(KEY).name("A").email("  ").phone("").build();
    FieldValues values = mapped(mapper.map(contact, Dependencies.NONE)).fields();
    assertThat(values.get("email")).isEqualTo(FieldValue.nothing());
    assertThat(values.get("phone")).isEqualTo(FieldValue.nothing());
  }

  @Test
  void map_serverWithoutMobile_usesItInPlaceOfMissingPhoneOnly() {
    List<String> fields =
        ContactMapper.FIELDS.stream().filter(field -> !field.equals("mobile")).toList();
    ContactMapper onOdoo19 = new ContactMapper(html(fields), COUNTRIES);
    Contact mobileOnly = Contact.builder(KEY).name("A").mobile("06").build();
    Contact both = Contact.builder(KEY).name("A").phone("01").mobile("06").build();

    FieldValues values = mapped(onOdoo19.map(mobileOnly, Dependencies.NONE)).fields();
    assertThat(values.get("phone")).isEqualTo(new FieldValue.Text("06"));
    assertThat(values.byField()).doesNotContainKey("mobile");
    assertThat(mapped(onOdoo19.map(both, Dependencies.NONE)).fields().get("phone"))
        .isEqualTo(new FieldValue.Text("01"));
  }

  @Test
  void map_noName_isRejected() {
    assertThat(failure(mapper.map(Contact.builder(KEY).name(" ").build(), Dependencies.NONE)))
        .isEqualTo(Failure.of(FailureCause.INVALID_RECORD, "name is missing"));
  }

  @Test
  void map_unknownCountry_isRejected() {
    Contact contact =
        Contact.builder(KEY)
            .name("A")
            .address(PostalAddress.builder().countryCode("XX").build())
            .build();
    Failure failure = failure(mapper.map(contact, Dependencies.NONE));
    assertThat(failure.reason()).contains("Odoo has no country with code 'XX'. It has: FR");
    assertThat(failure.cause()).isEqualTo(FailureCause.UNRESOLVED_NAME);
    assertThat(failure.advice()).contains("ISO code");
  }

  @Test
  void map_endlessEmail_isRejected() {
    Contact contact = Contact.builder(KEY).name("A").email("e".repeat(10_000)).build();
    assertThat(reason(mapper.map(contact, Dependencies.NONE)))
        .isEqualTo("e-mail address has 10000 characters, but at most 254 are allowed (RFC 5321)");
  }

  @Test
  void map_unstorableCharacters_areRejectedButEmojiAreNot() {
    assertThat(reason(mapper.map(Contact.builder(KEY).name("A\0🚀").build(), Dependencies.NONE)))
        .isEqualTo("name holds the character NUL (U+0000) at position 2, which Odoo can't store");
    assertThat(reason(mapper.map(Contact.builder(KEY).name("A\uD83D").build(), Dependencies.NONE)))
        .isEqualTo("name holds half a surrogate pair, which is no character");
    assertThat(
            mapped(mapper.map(Contact.builder(KEY).name("A🚀").build(), Dependencies.NONE))
                .fields()
                .get("name"))
        .isEqualTo(new FieldValue.Text("A🚀"));
  }

  @Test
  void map_severalProblems_namesAllOfThem() {
    Contact contact =
        Contact.builder(KEY)
            .address(PostalAddress.builder().city("Pa\0ris").countryCode("XX").build())
            .build();
    assertThat(reason(mapper.map(contact, Dependencies.NONE)))
        .contains("name is missing; city holds")
        .contains("; Odoo has no country with code 'XX'.");
  }

  @Test
  void map_extraValue_isAmongTheFields() {
    ContactMapper withExtra = new ContactMapper(html(List.of("name", "x_level")), COUNTRIES);
    Contact contact = Contact.builder(KEY).name("A").extra("x_level", "B2").build();
    assertThat(mapped(withExtra.map(contact, Dependencies.NONE)).fields().get("x_level"))
        .isEqualTo(new FieldValue.Text("B2"));
  }

  @Test
  void map_ownMapping_isAsked() {
    ContactMapper shouting =
        new ContactMapper(
            html(ContactMapper.FIELDS),
            COUNTRIES,
            (contact, fields) -> fields.set("name", contact.name() + "!"));
    assertThat(
            mapped(shouting.map(Contact.builder(KEY).name("A").build(), Dependencies.NONE))
                .fields()
                .get("name"))
        .isEqualTo(new FieldValue.Text("A!"));
  }

  @Test
  void applied_everyField_reachesItsProperty() {
    FieldValues pulled =
        FieldValues.builder()
            .set("name", new FieldValue.Text("Anne"))
            .set("is_company", new FieldValue.Flag(true))
            .set("email", new FieldValue.Text("anne@example.com"))
            .set("phone", new FieldValue.Text("01"))
            .set("mobile", new FieldValue.Text("06"))
            .set("street", new FieldValue.Text("1 rue Haute"))
            .set("street2", new FieldValue.Text("bât. B"))
            .set("zip", new FieldValue.Text("75001"))
            .set("city", new FieldValue.Text("Paris"))
            .set("country_id", new FieldValue.Reference(75))
            .set("vat", new FieldValue.Text("FR23334175221"))
            .set("ref", new FieldValue.Text("T-1"))
            .set("comment", new FieldValue.Text("<p>likes <b>Rome</b></p><p>1 &lt; 2</p>"))
            .set("x_level", new FieldValue.Text("B2"))
            .build();
    Contact current = Contact.builder(KEY).odooId(7L).extra("x_level", "B1").build();
    assertThat(mapper.applied(current, pulled))
        .isEqualTo(
            Contact.builder(KEY)
                .name("Anne")
                .email("anne@example.com")
                .phone("01")
                .mobile("06")
                .address(
                    PostalAddress.builder()
                        .street("1 rue Haute")
                        .street2("bât. B")
                        .zip("75001")
                        .city("Paris")
                        .countryCode("FR")
                        .build())
                .vat("FR23334175221")
                .reference("T-1")
                .notes("likes Rome\n\n1 < 2")
                .organisation()
                .odooId(7L)
                .extra("x_level", "B2")
                .build());
  }

  @Test
  void applied_countryWithoutCode_isLeftAsItWas() {
    Contact current =
        Contact.builder(KEY)
            .name("A")
            .address(PostalAddress.builder().countryCode("fr").build())
            .build();
    FieldValues unknown =
        FieldValues.builder().set("country_id", new FieldValue.Reference(999)).build();
    assertThat(mapper.applied(current, unknown)).isEqualTo(current);
  }

  @Test
  void applied_countryCleared_clearsTheCode() {
    Contact current =
        Contact.builder(KEY)
            .name("A")
            .address(PostalAddress.builder().city("Paris").countryCode("fr").build())
            .build();
    FieldValues cleared = FieldValues.builder().set("country_id", FieldValue.nothing()).build();
    assertThat(mapper.applied(current, cleared).address())
        .isEqualTo(PostalAddress.builder().city("Paris").build());
  }

  /** Blanks of all widths, marks without width, controls, fillers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00a0",
        "\u200b",
        "\u2003 \u2009",
        "\ufeff",
        "\u3000",
        "\u2800",
        "\u00ad",
        "\u0001\u0085",
        "\u2060\u180e",
        "\u3164",
        "\u115f\uffa0",
        "\u202e",
        "\ufe0f",
        "\u2028"
      })
  void map_nameOfUnusualBlanksOnly_isRejected(String name) {
    assertThat(reason(mapper.map(Contact.builder(KEY).name(name).build(), Dependencies.NONE)))
        .isEqualTo("name is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB", "UK", "uk", " Uk ", "GBR", "gbr"})
  void map_countryByAnAlias_isThatCountry(String code) {
    assertThat(country(code)).isEqualTo(new FieldValue.Reference(231));
    assertThat(country("EL")).isEqualTo(country("GR")).isEqualTo(new FieldValue.Reference(88));
    assertThat(reason(world.map(from(code + "X", null), Dependencies.NONE)))
        .contains("Odoo has no country with code");
  }

  @Test
  void applied_countryThatTheHostCallsByAnAlias_staysSo() {
    FieldValues pulled =
        FieldValues.builder().set("country_id", new FieldValue.Reference(231)).build();
    assertThat(world.applied(from("UK", null), pulled).address().countryCode()).isEqualTo("UK");
    assertThat(world.applied(from("EL", null), pulled).address().countryCode()).isEqualTo("GB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CA", "ca", "US-CA", "us-ca", "California", " CA "})
  void map_stateByCodeOrName_isThatState(String state) {
    assertThat(mapped(world.map(from("US", state), Dependencies.NONE)).fields().byField())
        .containsEntry("state_id", new FieldValue.Reference(13));
  }

  @Test
  void map_stateNotKept_isNoFieldAndBlankIsNone() {
    assertThat(mapped(world.map(from("US", null), Dependencies.NONE)).fields().has("state_id"))
        .isFalse();
    assertThat(mapped(world.map(from("US", "\u00a0"), Dependencies.NONE)).fields().byField())
        .containsEntry("state_id", FieldValue.nothing());
  }

  @Test
  void map_stateOfAnotherCountryOrOfNone_isRejectedInWords() {
    assertThat(reason(world.map(from("GB", "US-CA"), Dependencies.NONE)))
        .isEqualTo("no state 'US-CA' of GB");
    assertThat(reason(world.map(from(null, "CA"), Dependencies.NONE)))
        .isEqualTo("state 'CA' is of no country that is known");
  }

  @Test
  void alongside_countryChanges_clearsTheStateOfTheOldOneOnly() {
    FieldValues toBritain = values("country_id", 231);
    FieldValues californian = values("state_id", 13);
    FieldValues none = FieldValues.builder().build();
    assertThat(world.alongside(toBritain, toBritain, californian).byField())
        .containsExactly(Map.entry("state_id", FieldValue.nothing()));
    assertThat(world.alongside(none, values("country_id", 233), californian)).isEqualTo(none);
    assertThat(world.alongside(none, none, californian)).isEqualTo(none);
    assertThat(world.alongside(none, toBritain, none)).isEqualTo(none);
    assertThat(world.alongside(californian, toBritain, californian)).isEqualTo(none);
  }

  @Test
  void applied_states_comeBackByTheirCode() {
    Contact californian = from("US", "us-ca");
    assertThat(state(californian, values("state_id", 13))).isEqualTo("us-ca");
    assertThat(state(californian, values("state_id", 14))).isEqualTo("CO");
    assertThat(state(californian, values("country_id", 231))).isEmpty();
    assertThat(state(from("US", null), values("country_id", 231))).isNull();
  }

  private @Nullable String state(Contact contact, FieldValues pulled) {
    return world.applied(contact, pulled).address().stateCode();
  }

  private static FieldValues values(String field, long id) {
    return FieldValues.builder().set(field, new FieldValue.Reference(id)).build();
  }

  private FieldValue country(String code) {
    return mapped(world.map(from(code, null), Dependencies.NONE)).fields().get("country_id");
  }

  private static Contact from(@Nullable String country, @Nullable String state) {
    PostalAddress address = PostalAddress.builder().countryCode(country).stateCode(state).build();
    return Contact.builder(KEY).name("Anna").address(address).build();
  }
}
