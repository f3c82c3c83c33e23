package io.odoosync.internal.contact;

import io.odoosync.internal.intake.spool.RecordCodec;
import io.odoosync.internal.intake.spool.RecordInput;
import io.odoosync.internal.intake.spool.RecordOutput;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactType;
import io.odoosync.source.PostalAddress;
import java.io.IOException;

/** Writes contacts down, and reads them back. */
final class ContactCodec implements RecordCodec<Contact> {

  @Override
  public void write(Contact contact, RecordOutput out) throws IOException {
    out.key(contact.key());
    out.text(contact.name());
    out.text(contact.email());
    out.text(contact.phone());
    out.text(contact.mobile());
    write(contact.address(), out);
    out.text(contact.vat());
    out.text(contact.companyRegistry());
    out.optional(contact.company(), out::key);
    out.constant(contact.type());
    out.text(contact.reference());
    out.text(contact.notes());
    out.flag(contact.organisation());
    out.optional(contact.odooId(), out::longNumber);
    out.optional(contact.updatedAt(), out::moment);
    out.map(contact.extra(), out::value);
  }

  private static void write(PostalAddress address, RecordOutput out) throws IOException {
    out.text(address.street());
    out.text(address.street2());
    out.text(address.zip());
    out.text(address.city());
    out.text(address.countryCode());
    out.text(address.stateCode());
  }

  @Override
  public Contact read(RecordInput in) throws IOException {
    Contact.Builder contact =
        Contact.builder(in.key())
            .name(in.text())
            .email(in.text())
            .phone(in.text())
            .mobile(in.text())
            .address(address(in))
            .vat(in.text())
            .companyRegistry(in.text())
            .company(in.optional(in::key))
            .type(in.constant(ContactType.values()))
            .reference(in.text())
            .notes(in.text())
            .organisation(in.flag())
            .odooId(in.optional(in::longNumber))
            .updatedAt(in.optional(in::moment));
    in.map(in::value).forEach(contact::extra);
    return contact.build();
  }

  private static PostalAddress address(RecordInput in) throws IOException {
    return PostalAddress.builder()
        .street(in.text())
        .street2(in.text())
        .zip(in.text())
        .city(in.text())
        .countryCode(in.text())
        .stateCode(in.text())
        .build();
  }
}
