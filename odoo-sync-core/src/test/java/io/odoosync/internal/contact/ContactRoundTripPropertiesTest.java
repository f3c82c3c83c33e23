package io.odoosync.internal.contact;

import static io.odoosync.internal.field.MapperFixtures.COUNTRIES;
import static io.odoosync.testing.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.Problems;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import io.odoosync.testing.Gen;
import io.odoosync.testing.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What must hold of any contact that takes over any values of Odoo: mapped again, it gives those
 * values, so that neither side looks changed to the next run.
 */
class ContactRoundTripPropertiesTest {

  private static final String EXTRA = "x_level";

  /** What tells the servers apart: a field for mobile numbers, and the type of the notes. */
  private enum Server {
    ODOO_14(true, "text"),
    ODOO_18(true, "html"),
    ODOO_19(false, "html");

    private final boolean mobile;
    private final String richType;

    Server(boolean mobile, String richType) {
      this.mobile = mobile;
      this.richType = richType;
    }

    ContactMapper mapper() {
      Map<String, FieldDefinition> fields = new HashMap<>();
      for (String name : ContactMapper.FIELDS) {
        fields.put(name, definition(name, type(name)));
      }
      if (!mobile) {
        fields.remove("mobile");
      }
      fields.put(EXTRA, definition(EXTRA, "char"));
      return new ContactMapper(new ModelFields(fields), COUNTRIES);
    }

    private String type(String field) {
      return switch (field) {
        case "comment" -> richType;
        case "is_company" -> "boolean";
        case "country_id", "state_id" -> "many2one";
        default -> "char";
      };
    }

    private static FieldDefinition definition(String name, String type) {
      return new FieldDefinition(name, type, name, false, false, null);
    }
  }

  /** PostgreSQL can't store NUL nor half a surrogate pair; the mapper refuses them. */
  private static final Gen<String> STORABLE =
      Texts.joined(
          Texts.codePoints()
              .suchThat(one -> one != 0 && Character.getType(one) != Character.SURROGATE)
              .map(Character::toString),
          0,
          12);

  private static final Gen<String> TEXT =
      Gen.oneOf(Gen.of("", " ", "a", " b ", "1 < 2 & \"q\"", "é🚀"), STORABLE);
  private static final Gen<List<String>> TEXTS = TEXT.list(10, 10);
  private static final Gen<String> NOTES =
      Gen.oneOf(Texts.textsOf("ab <>&\n\u00a0", 0, 12), STORABLE);
  private static final Gen<String> CODES = Gen.of("", "fr", "BE");
  private static final Gen<Boolean> ORGANISATION = Gen.of(true, false);

  private static final Gen<Contact> CONTACTS =
      any -> contact(TEXTS.from(any), NOTES.from(any), CODES.from(any), ORGANISATION.from(any));

  private static final Gen<Server> SERVERS = Gen.of(Server.values());

  private static final Gen<Set<String>> FIELD_SETS =
      Gen.subsets(Stream.concat(ContactMapper.FIELDS.stream(), Stream.of(EXTRA)).toList());

  private static final Gen<Pull> PULLS =
      any ->
          new Pull(CONTACTS.from(any), CONTACTS.from(any), SERVERS.from(any), FIELD_SETS.from(any));

  /** A contact takes over some fields of what Odoo has. */
  private record Pull(Contact current, Contact odoo, Server server, Set<String> fields) {

    FieldValues pulled() {
      return values(odoo).where((field, value) -> fields.contains(field));
    }

    Contact applied() {
      return applied(current);
    }

    Contact applied(Contact contact) {
      return server.mapper().applied(contact, pulled());
    }

    FieldValues values(Contact contact) {
      return ((Mapping.Mapped) server.mapper().map(contact, Dependencies.NONE)).fields();
    }

    boolean moves(String field, FieldValue value) {
      return pulled().has(field);
    }

    boolean stays(String field, FieldValue value) {
      return !pulled().has(field);
    }
  }

  @Test
  void applied_valuesThatTheHostCanHold_mapToThemAgain() {
    forAll(
        PULLS,
        pull ->
            assertThat(pull.values(pull.applied()).where(pull::moves))
                .isEqualTo(
                    pull.server() == Server.ODOO_19
                        ? withMobileForPhone(pull.pulled(), pull.current())
                        : pull.pulled()));
  }

  /** Where Odoo has no field for mobile numbers, the host's takes the place of a missing phone. */
  private static FieldValues withMobileForPhone(FieldValues pulled, Contact current) {
    boolean cleared = pulled.has("phone") && pulled.get("phone").isNothing();
    FieldValue own = new Problems().text("mobile", current.mobile());
    FieldValues mobile = FieldValues.builder().set("phone", own).build();
    return cleared ? pulled.plus(mobile) : pulled;
  }

  @Test
  void applied_otherFields_stayAsTheyAre() {
    forAll(
        PULLS,
        pull ->
            assertThat(pull.values(pull.applied()).where(pull::stays))
                .isEqualTo(pull.values(pull.current()).where(pull::stays)));
  }

  @Test
  void applied_again_isTheSame() {
    forAll(
        PULLS,
        pull -> {
          Contact again = pull.applied(pull.applied());
          assertThat(pull.values(again)).isEqualTo(pull.values(pull.applied()));
        });
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
