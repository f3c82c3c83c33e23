package io.odoosync.internal.contact;

import static io.odoosync.internal.intake.spool.RoundTrip.maybe;
import static io.odoosync.internal.intake.spool.RoundTrip.text;

import io.odoosync.internal.intake.spool.RoundTrip;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactType;
import io.odoosync.source.PostalAddress;
import io.odoosync.testing.Choices;
import io.odoosync.testing.Gen;
import io.odoosync.testing.Property;
import org.junit.jupiter.api.Test;

class ContactCodecPropertiesTest {

  @Test
  void contact_readBack_isTheSame() {
    Property.forAll(
        ContactCodecPropertiesTest::contact,
        contact -> RoundTrip.check(new ContactCodec(), contact));
  }

  private static Contact contact(Choices any) {
    Contact.Builder contact =
        Contact.builder(RoundTrip.key(any))
            .name(text(any))
            .email(text(any))
            .phone(text(any))
            .mobile(text(any))
            .address(address(any))
            .vat(text(any))
            .companyRegistry(text(any))
            .company(maybe(RoundTrip::key, any))
            .type(maybe(Gen.of(ContactType.values()), any))
            .reference(text(any))
            .notes(text(any))
            .organisation(any.below(2) == 0)
            .odooId(maybe(choices -> 1L + choices.below(1_000_000), any))
            .updatedAt(maybe(RoundTrip::moment, any));
    for (int extra = any.below(3); extra > 0; extra--) {
      contact.extra("x_" + any.below(9), RoundTrip.value(any));
    }
    return contact.build();
  }

  private static PostalAddress address(Choices any) {
    return PostalAddress.builder()
        .street(text(any))
        .street2(text(any))
        .zip(text(any))
        .city(text(any))
        .countryCode(text(any))
        .stateCode(text(any))
        .build();
  }
}
