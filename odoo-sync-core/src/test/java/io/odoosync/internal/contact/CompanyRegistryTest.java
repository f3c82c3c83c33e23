package io.odoosync.internal.contact;

import static io.odoosync.internal.field.MapperFixtures.COUNTRIES;
import static io.odoosync.internal.field.MapperFixtures.html;
import static io.odoosync.internal.field.MapperFixtures.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where each release keeps the number in the register of companies, and how it comes back. */
class CompanyRegistryTest {

  private static final LocalKey KEY = LocalKey.of("school", 1);
  private static final String SIRET = "73282932000074";
  private static final String SIREN = "732829320";

  private final ContactMapper on14 = on("siret");
  private final ContactMapper on17 = on("company_registry", "siret");
  private final ContactMapper on19 = on("company_registry");
  private final ContactMapper on20 = on("l10n_fr_siret", "l10n_fr_siren", "additional_identifiers");
  private final ContactMapper on20Abroad = on("additional_identifiers");

  private static ContactMapper on(String... registries) {
    List<String> fields = new ArrayList<>(ContactMapper.FIELDS);
    fields.remove("company_registry");
    fields.addAll(List.of(registries));
    return new ContactMapper(html(fields), COUNTRIES);
  }

  private static Contact school(@Nullable String country, String number) {
    return Contact.builder(KEY)
        .name("School")
        .organisation()
        .address(PostalAddress.builder().countryCode(country).build())
        .companyRegistry(number)
        .build();
  }

  /** What is kept in step, as text; an empty one clears its field. */
  private static Map<String, String> kept(ContactMapper mapper, Contact contact) {
    return registries(mapping(mapper, contact).fields());
  }

  private static Map<String, String> onCreate(ContactMapper mapper, Contact contact) {
    return registries(mapping(mapper, contact).onCreate());
  }

  private static Mapping.Mapped mapping(ContactMapper mapper, Contact contact) {
    return mapped(mapper.map(contact, Dependencies.NONE));
  }

  private static Map<String, String> registries(FieldValues values) {
    Map<String, String> found = new TreeMap<>();
    Set<String> names = Set.of("company_registry", "additional_identifiers");
    values
        .where((field, value) -> names.contains(field) || field.contains("sire"))
        .byField()
        .forEach((field, value) -> found.put(field, value.text().orElse("")));
    return found;
  }

  @Test
  void map_siret_goesWhereTheReleaseKeepsIt() {
    Contact school = school("FR", "732 829 320 00074");
    assertThat(kept(on14, school)).isEqualTo(Map.of("siret", SIRET));
    assertThat(kept(on17, school)).isEqualTo(Map.of("company_registry", SIRET));
    assertThat(kept(on19, school)).isEqualTo(Map.of("company_registry", SIRET));
    assertThat(kept(on20, school)).isEqualTo(Map.of("l10n_fr_siret", SIRET));
    assertThat(kept(on20Abroad, school)).isEmpty();
  }

  @Test
  void map_siren_isNoSiret() {
    Contact school = school("FR", "732 829 320");
    assertThat(kept(on14, school)).isEmpty();
    assertThat(kept(on17, school)).isEqualTo(Map.of("company_registry", SIREN));
    assertThat(onCreate(on17, school)).isEmpty();
    assertThat(kept(on20, school)).isEqualTo(Map.of("l10n_fr_siren", SIREN, "l10n_fr_siret", ""));
  }

  @Test
  void map_numberOfAnotherRegister_staysAsItIs() {
    Contact school = school("BE", "0477.472.701");
    assertThat(kept(on14, school)).isEmpty();
    assertThat(kept(on19, school)).isEqualTo(Map.of("company_registry", "0477.472.701"));
    assertThat(kept(on20, school)).isEmpty();
  }

  /** Written as a whole, it would lose what people added. */
  @Test
  void map_onlyIdentifiersAsJson_givesThemToNewPartnersOnly() {
    assertThat(onCreate(on20, school("BE", "0477.472.701")))
        .isEqualTo(Map.of("additional_identifiers", "{\"OTHER\":\"0477.472.701\"}"));
    assertThat(onCreate(on20Abroad, school("FR", SIRET)))
        .isEqualTo(Map.of("additional_identifiers", "{\"FR_SIRET\":\"" + SIRET + "\"}"));
    assertThat(onCreate(on20, school("FR", SIRET))).isEmpty();
  }

  @Test
  void map_contactOfNoCountry_isFrenchIfItsNumberCanBeNothingElse() {
    assertThat(kept(on20, school(null, SIRET))).isEqualTo(Map.of("l10n_fr_siret", SIRET));
    assertThat(kept(on19, school(null, "732-829-320"))).containsValue("732-829-320");
  }

  @Test
  void map_blank_clearsEachPlace() {
    Contact school = school("FR", " ");
    assertThat(kept(on14, school)).isEqualTo(Map.of("siret", ""));
    assertThat(kept(on17, school)).isEqualTo(Map.of("company_registry", ""));
    assertThat(kept(on20, school)).isEqualTo(Map.of("l10n_fr_siret", "", "l10n_fr_siren", ""));
  }

  @Test
  void map_contactOfACompany_doesNotSendIt() {
    Contact teacher =
        school("FR", SIRET).toBuilder()
            .organisation(false)
            .company(LocalKey.of("school", 2))
            .build();
    for (ContactMapper mapper : List.of(on14, on17, on19, on20)) {
      assertThat(mapper.map(teacher, Dependencies.NONE)).isInstanceOf(Mapping.Blocked.class);
    }
  }

  /** From 16 to 18 the French app has a second field, from which e-invoices take the number. */
  @Test
  void alongside_oldPlaceOfASiret_followsUnlessPeopleHaveAnotherOneThere() {
    assertThat(onCreate(on17, school("FR", SIRET))).isEqualTo(Map.of("siret", SIRET));
    assertThat(alongside("", "", SIRET)).isEqualTo(Map.of("siret", SIRET));
    assertThat(alongside("old", "old", SIRET)).isEqualTo(Map.of("siret", SIRET));
    assertThat(alongside("old", "other", SIRET)).isEmpty();
    assertThat(alongside(SIRET, SIRET, "")).isEqualTo(Map.of("siret", ""));
    assertThat(alongside("", SIRET, SIRET)).isEmpty();
  }

  private Map<String, String> alongside(String registry, String siret, String pushed) {
    FieldValues odoo =
        FieldValues.builder()
            .set("company_registry", text(registry))
            .set("siret", text(siret))
            .build();
    FieldValues push = FieldValues.builder().set("company_registry", text(pushed)).build();
    return registries(on17.alongside(push, push, odoo));
  }

  private static FieldValue text(String value) {
    return value.isEmpty() ? FieldValue.nothing() : new FieldValue.Text(value);
  }

  @Test
  void applied_anyPlace_comesBack() {
    Contact school = school("FR", SIREN);
    for (ContactMapper mapper : List.of(on14, on17, on19, on20)) {
      assertThat(mapper.pullable()).containsAll(CompanyRegistry.FIELDS);
    }
    assertThat(applied(school, Map.of("siret", SIRET))).isEqualTo(SIRET);
    assertThat(applied(school, Map.of("company_registry", "R1"))).isEqualTo("R1");
    assertThat(applied(school, Map.of("l10n_fr_siret", SIRET, "l10n_fr_siren", "")))
        .isEqualTo(SIRET);
    assertThat(applied(school, Map.of("l10n_fr_siren", ""))).isEmpty();
    assertThat(applied(school, Map.of("name", "Other"))).isEqualTo(SIREN);
  }

  /** A host that kept the field by itself goes on to do so. */
  @Test
  void applied_extraValueOfTheSameField_staysOne() {
    Contact school = school("FR", SIREN).toBuilder().extra("siret", "1").build();
    Contact after = on17.applied(school, one("siret", SIRET));
    assertThat(after.companyRegistry()).isEqualTo(SIREN);
    assertThat(after.extra()).isEqualTo(Map.of("siret", new FieldValue.Text(SIRET)));
  }

  private @Nullable String applied(Contact contact, Map<String, String> pulled) {
    FieldValues.Builder values = FieldValues.builder();
    pulled.forEach((field, value) -> values.set(field, text(value)));
    return on20.applied(contact, values.build()).companyRegistry();
  }

  private static FieldValues one(String field, String value) {
    return FieldValues.builder().set(field, text(value)).build();
  }
}
