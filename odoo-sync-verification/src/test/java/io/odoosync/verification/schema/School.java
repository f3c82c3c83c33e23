package io.odoosync.verification.schema;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.source.ContactType;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceDocument;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.InvoiceStatus;
import io.odoosync.source.Money;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.PropertyChange;
import io.odoosync.source.SalesTax;
import io.odoosync.source.SourceRecord;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelChange;
import io.odoosync.source.TravelContact;
import io.odoosync.source.TravelSource;
import io.odoosync.source.TravelState;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A host of few records that fill every field which the engine knows. It takes what it is given.
 */
final class School {

  private static final byte[] PDF = "%PDF-1.4 an invoice".getBytes(StandardCharsets.UTF_8);

  private static final int ONLY_MOBILE = 7;

  private static final List<TravelState> STATES =
      List.of(TravelState.NEW, TravelState.QUOTE_VALIDATED, TravelState.INVOICED);

  private final Map<LocalKey, Contact> contacts = new LinkedHashMap<>();
  private final Map<LocalKey, Travel> travels = new LinkedHashMap<>();
  private final Map<LocalKey, Invoice> invoices = new LinkedHashMap<>();
  private final List<String> taken = new ArrayList<>();
  private final Set<String> told = new TreeSet<>();

  /** What the first run finds. */
  static School begun() {
    School school = new School();
    school.put(
        contact("school", 1)
            .organisation()
            .vat("FR23334175221")
            .companyRegistry("334175221")
            .build(),
        contact("teacher", 1).company(LocalKey.of("school", 1)).type(ContactType.OTHER).build(),
        contact("guest", 1).build(),
        contact("guest", 2).phone(null).build(),
        travel(1, TravelState.NEW).build(),
        travel(2, TravelState.QUOTE_VALIDATED).build(),
        travel(3, TravelState.INVOICED).build(),
        asked(4).build(),
        invoice(1).build(),
        invoice(2).build());
    return school;
  }

  /** Many alike: a contact, a travel and an invoice for each number. */
  static School of(int count) {
    School school = new School();
    for (int number = 1; number <= count; number++) {
      LocalKey guest = LocalKey.of("guest", number);
      school.put(
          person(number),
          travel(number, STATES.get(number % STATES.size())).customer(guest).build(),
          invoice(number).customer(guest).build());
    }
    return school;
  }

  /** Of ten, two are organisations, one of them with a VAT number, and one belongs to the first. */
  private static Contact person(int number) {
    Contact.Builder contact = contact("guest", number);
    return switch (number % 10) {
      case 0 -> contact.organisation().vat("FR23334175221").build();
      case 1 -> (number > 10 ? contact.company(LocalKey.of("guest", number - 1)) : contact).build();
      case 5 -> contact.organisation().build();
      case 7 -> (number == ONLY_MOBILE ? contact.phone(null) : contact).build();
      default -> contact.build();
    };
  }

  /** What happened in the host since: edits of all values, and a new record of every sort. */
  void change() {
    put(
        contact("guest", 1)
            .name("Guest one")
            .email("one@example.com")
            .phone("+33 2 22 22 22 22")
            .mobile("+33 6 22 22 22 22")
            .reference("G-one")
            .notes("knows Odoo")
            .address(address("2 rue Basse", "3rd floor", "44000", "Nantes"))
            .build(),
        contact("guest", 3).build(),
        travel(1, TravelState.INVOICED)
            .title("Athens 1")
            .priority(3)
            .description("three classes")
            .expectedRevenue(Money.of("990.00", "EUR"))
            .expectedClosing(LocalDate.of(2027, 2, 20))
            .build(),
        travel(2, TravelState.CANCELLED).lostReason("Too expensive").build(),
        travel(5, TravelState.QUOTE_VALIDATED).build(),
        asked(6).build(),
        invoice(3).build(),
        Invoice.creditNote(LocalKey.of("invoice", 4), "EUR", LocalKey.of("invoice", 1))
            .number("A-4")
            .customer(LocalKey.of("guest", 1))
            .invoiceDate(LocalDate.of(2026, 11, 3))
            .dueDate(LocalDate.of(2026, 12, 3))
            .lines(List.of(line("Refund").build()))
            .build());
  }

  static Contact.Builder contact(String kind, int number) {
    String name = kind + number;
    return Contact.builder(LocalKey.of(kind, number))
        .name(name)
        .email(name + "@example.com")
        .phone("+33 1 99 00 00 1" + number)
        .mobile("+33 6 99 00 00 1" + number)
        .reference(name)
        .notes("about <" + name + ">")
        .address(address(number + " rue Haute", "at the back", "75001", "Paris"));
  }

  private static PostalAddress address(String street, String street2, String zip, String city) {
    return PostalAddress.builder()
        .street(street)
        .street2(street2)
        .zip(zip)
        .city(city)
        .stateCode("CA")
        .countryCode("US")
        .build();
  }

  private static Travel.Builder travel(int number, TravelState state) {
    return asked(number).contact(null).customer(LocalKey.of("guest", 1)).state(state);
  }

  /** Whether a lead, by its external id, takes name and address from a customer. */
  static boolean hasCustomer(String externalId) {
    return externalId.contains("crm_lead") && !externalId.matches(".*_[46]");
  }

  /** A travel of somebody who is no contact yet. */
  private static Travel.Builder asked(int number) {
    return Travel.builder(LocalKey.of("travel", number))
        .title("Rome " + number)
        .contact(
            TravelContact.builder()
                .name("Ann")
                .organisation("Lycée " + number)
                .email("ann" + number + "@example.com")
                .phone("+33 5 00")
                .build())
        .expectedRevenue(Money.of("1250.50", "EUR"))
        .departure(LocalDate.of(2027, 3, 1))
        .returnDate(LocalDate.of(2027, 3, 6))
        .expectedClosing(LocalDate.of(2027, 1, 15))
        .description("two <classes>")
        .priority(2)
        .tags(List.of("abroad"));
  }

  private static Invoice.Builder invoice(int number) {
    return Invoice.builder(LocalKey.of("invoice", number), "EUR")
        .number("F-" + number)
        .customer(LocalKey.of("guest", 1))
        .invoiceDate(LocalDate.of(2026, 11, 2))
        .dueDate(LocalDate.of(2026, 12, 2))
        .origin("travel " + number)
        .narration("paid by the parents")
        .lines(
            List.of(
                InvoiceLine.section("Travel"),
                line("Coach").discountPercent(BigDecimal.TEN).build(),
                InvoiceLine.builder("Insurance").unitPrice(new BigDecimal("9.90")).build()))
        .document(
            new InvoiceDocument(
                "F-" + number + ".pdf", PDF.length, () -> new ByteArrayInputStream(PDF)));
  }

  private static InvoiceLine.Builder line(String description) {
    return InvoiceLine.builder(description)
        .quantity(new BigDecimal("2"))
        .unitPrice(new BigDecimal("100.10"))
        .taxes(SalesTax.of("TVA20", "20"));
  }

  void put(SourceRecord... records) {
    for (SourceRecord record : records) {
      if (record instanceof Contact contact) {
        contacts.put(contact.key(), contact);
      } else if (record instanceof Travel travel) {
        travels.put(travel.key(), travel);
      } else if (record instanceof Invoice invoice) {
        invoices.put(invoice.key(), invoice);
      }
    }
  }

  /** What it was told of its invoices. */
  Set<String> told() {
    return told;
  }

  /** What it took from Odoo, in the order in which it came. */
  List<String> taken() {
    return taken;
  }

  private void take(SourceRecord after, List<PropertyChange> changes) {
    put(after);
    changes.forEach(change -> taken.add(after.key() + ": " + change));
  }

  ContactSource contacts() {
    return new ContactSource() {
      @Override
      public Stream<Contact> contacts() {
        return List.copyOf(contacts.values()).stream();
      }

      @Override
      public void apply(ContactChange change) {
        take(change.after(), change.changes());
      }
    };
  }

  TravelSource travels() {
    return new TravelSource() {
      @Override
      public Stream<Travel> travels() {
        return List.copyOf(travels.values()).stream();
      }

      @Override
      public void apply(TravelChange change) {
        take(change.after(), change.changes());
      }
    };
  }

  InvoiceSource invoices() {
    return new InvoiceSource() {
      @Override
      public Stream<Invoice> invoices() {
        return List.copyOf(invoices.values()).stream();
      }

      @Override
      public boolean wantsStatus() {
        return true;
      }

      @Override
      public void apply(InvoiceStatus status) {
        told.add(status.key() + ": " + status.state() + ", " + status.paymentState());
      }
    };
  }
}
