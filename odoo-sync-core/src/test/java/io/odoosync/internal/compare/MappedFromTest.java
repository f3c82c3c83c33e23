package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MappedFromTest {

  private static final FieldValue NOTHING = FieldValue.nothing();
  private static final FieldValue LYON = FieldValue.of("Lyon");

  private static Contact.Builder contact() {
    return Contact.builder(LocalKey.of("guest", 7)).name("Anne");
  }

  private static MappedFrom of(Contact contact, FieldValue city, FieldValue country) {
    ModelFields fields =
        new ModelFields(
            Map.of(
                "country_id", definition("country_id", "many2one"),
                "city", definition("city", "char")));
    FieldValues values = FieldValues.builder().set("city", city).set("country_id", country).build();
    return MappedFrom.of(contact, values, fields);
  }

  private static FieldDefinition definition(String name, String type) {
    return new FieldDefinition(name, type, name, false, false, null);
  }

  private static MappedFrom of(Contact contact) {
    return of(contact, LYON, NOTHING);
  }

  @Test
  void isMappedOtherwise_sameRecordOtherPlainValue_isTrue() {
    Contact anne = contact().build();
    assertThat(of(anne).isMappedOtherwise(of(anne, FieldValue.of("LYON"), NOTHING))).isTrue();
    assertThat(of(anne).isMappedOtherwise(of(anne, NOTHING, NOTHING))).isTrue();
    assertThat(of(anne).isMappedOtherwise(of(anne))).isFalse();
  }

  @Test
  void isMappedOtherwise_onlyAReferenceDiffers_isFalse() {
    Contact anne = contact().build();
    MappedFrom other = of(anne, LYON, FieldValue.referenceTo(7L));
    assertThat(of(anne).isMappedOtherwise(other)).isFalse();
    assertThat(other.isMappedOtherwise(of(anne))).isFalse();
  }

  static Stream<UnaryOperator<Contact.Builder>> changes() {
    return Stream.of(
        contact -> contact.name("Ann"),
        contact -> contact.email("a@example.com"),
        contact -> contact.phone("1"),
        contact -> contact.mobile("1"),
        contact -> contact.vat("1"),
        contact -> contact.reference("1"),
        contact -> contact.notes("1"),
        contact -> contact.organisation(true),
        contact -> contact.address(PostalAddress.builder().city("Lyon").build()),
        contact -> contact.extra("x_room", "1"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void isMappedOtherwise_hostChangedTheRecord_isFalse(UnaryOperator<Contact.Builder> change) {
    MappedFrom now = of(change.apply(contact()).build(), FieldValue.of("other"), NOTHING);
    assertThat(of(contact().build()).isMappedOtherwise(now)).isFalse();
  }

  @Test
  void of_idTimeAndOrderOfExtraValues_doNotCount() {
    Contact one = contact().extra("x_a", "1").extra("x_b", "2").build();
    Contact other =
        contact().extra("x_b", "2").extra("x_a", "1").odooId(3L).updatedAt(Instant.EPOCH).build();
    assertThat(of(other)).isEqualTo(of(one));
  }

  @Test
  void parse_text_isTheSameAgain() {
    Base base = Base.of(FieldValues.builder().build()).mappedFrom(of(contact().build()));
    assertThat(Base.parse(base.text()).mappedFrom()).isEqualTo(base.mappedFrom());
    assertThat(parsed(null)).isNull();
    assertThat(parsed("of another version")).isNull();
  }

  private static @Nullable MappedFrom parsed(@Nullable String text) {
    return MappedFrom.parse(text);
  }
}
