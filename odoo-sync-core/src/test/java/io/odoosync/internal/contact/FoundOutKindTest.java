package io.odoosync.internal.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.LocalKey;
import io.odoosync.Matching;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.source.Contact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An Odoo that finds out by itself who is a company: by a VAT number, and by nothing else. */
class FoundOutKindTest {

  private static final String MAIL = "office@hugo.example";
  private static final String SCHOOL = "Lycée Victor Hugo";
  private static final String VAT = "FR23334175221";

  static Stream<Arguments> partners() {
    Contact school = contact(SCHOOL).organisation().build();
    Contact freelancer = contact("Ada Martin").vat(VAT).build();
    Contact secretary = contact("Marie Dupont").build();
    Map<String, Object> alone = Map.of("parent_id", false);
    return Stream.of(
        arguments("school without VAT", school, partner(SCHOOL, alone), true),
        arguments("school written otherwise", school, partner("LYCEE V. HUGO", alone), true),
        arguments("school, a person's partner", school, partner("Marie Dupont", alone), false),
        arguments("school, its contact", school, partner(SCHOOL, Map.of("parent_id", 7)), false),
        arguments("school, with contacts", school, partner("VH", said(List.of(8))), true),
        arguments("freelancer with VAT", freelancer, partner("Atelier", vat(VAT)), true),
        arguments("another VAT", freelancer, partner("Ada Martin", vat("FR1")), false),
        arguments(
            "freelancer, VAT in Odoo only",
            person("Ada Martin"),
            partner("ada MARTIN", vat(VAT)),
            true),
        arguments("secretary, school without VAT", secretary, partner(SCHOOL, alone), false),
        arguments("secretary, school with VAT", secretary, partner(SCHOOL, vat(VAT)), false),
        arguments(
            "secretary named after the school",
            contact("Secrétariat " + SCHOOL).build(),
            partner(SCHOOL, alone),
            false),
        arguments(
            "contact of a school", secretary, partner("M. Dupont", Map.of("parent_id", 7)), true),
        arguments("name turned round", secretary, partner("Mme DUPONT, Marie", alone), true),
        arguments(
            "somebody's company", secretary, partner("Marie Dupont", said(List.of(8))), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("partners")
  void agree_sameAddress_goesByWhatOdooSays(
      String what, Contact contact, KnownPartner partner, boolean expected) {
    assertThat(values().agree(Matching.Key.EMAIL, contact, partner)).as(what).isEqualTo(expected);
  }

  @Test
  void agree_sameNumber_needsNoName() {
    Contact school = contact(SCHOOL).organisation().vat(VAT).build();
    assertThat(values().agree(Matching.Key.VAT, school, partner("VH", vat(VAT)))).isTrue();
    Contact person = contact("Ada").vat(VAT).build();
    assertThat(values().agree(Matching.Key.VAT, person, partner("VH", vat(VAT)))).isTrue();
  }

  @Test
  void agree_contactThatOdooTurnedIntoAnAddress_isStillOne() {
    Map<String, Object> turned = Map.of("parent_id", 7, "type", "other");
    assertThat(values().agree(Matching.Key.REFERENCE, person("Ada"), partner("Ada", turned)))
        .isTrue();
  }

  @Test
  void group_sharedAddress_tellsSchoolsFromPeople_sharedNumberDoesNot() {
    Contact school = contact(SCHOOL).organisation().build();
    assertThat(values().group(Matching.Key.EMAIL, school))
        .isNotEqualTo(values().group(Matching.Key.EMAIL, person("Ada")));
    assertThat(values().group(Matching.Key.VAT, school))
        .isEqualTo(values().group(Matching.Key.VAT, person("Ada")));
  }

  private static MatchValues values() {
    FieldDefinition derived =
        new FieldDefinition("is_company", "boolean", "Is a Company", false, true, null);
    return new MatchValues(
        new ModelFields(Map.of("is_company", derived)),
        NamedRecords.all(NamedModel.of("country", "res.country", "code", "code"), List.of()));
  }

  private static Contact person(String name) {
    return contact(name).build();
  }

  private static Contact.Builder contact(String name) {
    return Contact.builder(new LocalKey("contact", name)).name(name).email(MAIL);
  }

  private static Map<String, Object> vat(String vat) {
    return Map.of("vat", vat, "is_company", true);
  }

  private static Map<String, Object> said(List<Integer> contacts) {
    return Map.of("child_ids", contacts, "is_company", true);
  }

  private static KnownPartner partner(String name, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("id", 5);
    values.put("name", name);
    values.put("commercial_partner_id", more.getOrDefault("parent_id", 5));
    values.computeIfPresent("commercial_partner_id", (f, id) -> id.equals(false) ? 5 : id);
    return new KnownPartner(new OdooRecord(OdooValue.of(values)));
  }
}
