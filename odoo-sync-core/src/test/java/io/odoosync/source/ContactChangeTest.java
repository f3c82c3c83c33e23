package io.odoosync.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.TypedValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactChangeTest {

  private static final LocalKey KEY = LocalKey.of("teacher", 1);

  @Test
  void of_everythingDiffers_namesEachProperty() {
    Contact before = Contact.builder(KEY).build();
    Contact after =
        Contact.builder(KEY)
            .name("n")
            .email("e")
            .phone("p")
            .mobile("m")
            .address(
                PostalAddress.builder()
                    .street("s")
                    .street2("t")
                    .zip("z")
                    .city("c")
                    .countryCode("FR")
                    .build())
            .vat("v")
            .reference("r")
            .notes("o")
            .organisation()
            .extra("x_level", "B2")
            .build();
    assertThat(ContactChange.of(7, before, after).changes())
        .extracting(PropertyChange::property)
        .containsExactly(
            "name",
            "email",
            "phone",
            "mobile",
            "address.street",
            "address.street2",
            "address.zip",
            "address.city",
            "address.countryCode",
            "vat",
            "reference",
            "notes",
            "organisation",
            "extra.x_level");
  }

  @Test
  void of_oneDiffers_hasBothItsValues() {
    Contact before = Contact.builder(KEY).email("a@example.com").build();
    Contact after = before.toBuilder().email("b@example.com").build();
    assertThat(ContactChange.of(7, before, after).changes())
        .containsExactly(
            new PropertyChange(
                "email", TypedValue.of("a@example.com"), TypedValue.of("b@example.com")));
  }

  @Test
  void of_same_hasNoChanges() {
    Contact contact = Contact.builder(KEY).email("a@example.com").build();
    assertThat(ContactChange.of(7, contact, contact).changes()).isEmpty();
  }

  @Test
  void toBuilder_build_isTheSame() {
    Contact contact =
        Contact.builder(KEY)
            .name("n")
            .email("e")
            .phone("p")
            .mobile("m")
            .address(
                PostalAddress.builder()
                    .street("s")
                    .street2("t")
                    .zip("z")
                    .city("c")
                    .countryCode("FR")
                    .build())
            .vat("v")
            .reference("r")
            .notes("o")
            .organisation()
            .odooId(7L)
            .updatedAt(Instant.EPOCH)
            .extra("x_level", "B2")
            .build();
    assertThat(contact.toBuilder().build()).isEqualTo(contact);
  }

  @Test
  void apply_sourceThatCantApply_saysWhatToDo() {
    Contact contact = Contact.builder(KEY).build();
    ContactSource source = ContactSource.of(List.of(contact));
    assertThatThrownBy(() -> source.apply(ContactChange.of(7, contact, contact)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Implement ContactSource.apply");
  }
}
