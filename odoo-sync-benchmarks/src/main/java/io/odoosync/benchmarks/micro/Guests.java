package io.odoosync.benchmarks.micro;

import io.odoosync.LocalKey;
import io.odoosync.benchmarks.OdooSite;
import io.odoosync.internal.contact.ContactMapper;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.Page;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.List;

/** Contacts, and a mapper that knows the fields and countries of an Odoo 19. */
final class Guests {

  private static final NamedModel COUNTRY =
      NamedModel.of("country", "res.country", "code", "code").whateverTheCase();
  private static final int ALL = 1_000;

  private final ModelFields fields;
  private final ContactMapper mapper;

  Guests() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      OdooClient client = OdooSite.of(odoo).client();
      fields = new ModelFields(client.fieldsGet("res.partner", List.of()));
      mapper = new ContactMapper(fields, countries(client));
    }
  }

  private static NamedRecords countries(OdooClient client) {
    return NamedRecords.all(
        COUNTRY,
        NamedRecords.read(
            COUNTRY,
            client.searchRead("res.country", Domain.all(), COUNTRY.fields(), Page.first(ALL))));
  }

  ModelFields fields() {
    return fields;
  }

  static Contact contact(int number) {
    return Contact.builder(LocalKey.of("guest", number))
        .name("Guest " + number)
        .email("guest" + number + "@example.com")
        .phone("+33 1 99 00 10 10")
        .reference("G-" + number)
        .notes("likes <b>Rome</b>\nand Athens\n\nno nuts")
        .address(
            PostalAddress.builder()
                .street(number + " rue Haute")
                .zip("75001")
                .city("Paris")
                .countryCode("FR")
                .build())
        .build();
  }

  Mapping.Mapped mapped(Contact contact) {
    if (mapper.map(contact, Dependencies.NONE) instanceof Mapping.Mapped mapped) {
      return mapped;
    }
    throw new IllegalStateException("not mapped: " + contact);
  }
}
