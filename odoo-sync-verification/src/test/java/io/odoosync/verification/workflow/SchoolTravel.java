package io.odoosync.verification.workflow;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Money;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.PropertyChange;
import io.odoosync.source.SalesTax;
import io.odoosync.source.SourceRecord;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelChange;
import io.odoosync.source.TravelSource;
import io.odoosync.source.TravelState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A host application whose records lie in maps, and which takes what comes from Odoo. */
final class SchoolTravel {

  private static final List<TravelState> STATES =
      List.of(TravelState.NEW, TravelState.QUOTE_VALIDATED, TravelState.INVOICED);

  static final SalesTax TWENTY = SalesTax.of("TVA20", "20");

  private final Map<LocalKey, Contact> contacts = new LinkedHashMap<>();
  private final Map<LocalKey, Travel> travels = new LinkedHashMap<>();
  private final Map<LocalKey, Invoice> invoices = new LinkedHashMap<>();
  private final List<String> taken = new ArrayList<>();

  /** {@code count} teachers, each with a travel and an invoice; a third of the travels a state. */
  static SchoolTravel of(int count) {
    SchoolTravel host = new SchoolTravel();
    for (int i = 1; i <= count; i++) {
      host.put(teacher(i).build());
      host.put(travel(i, STATES.get(i % STATES.size())).build());
      host.put(invoice("i" + i, teacherKey(i)).build());
    }
    return host;
  }

  static LocalKey teacherKey(int number) {
    return LocalKey.of("teacher", number);
  }

  static LocalKey travelKey(int number) {
    return LocalKey.of("travel", number);
  }

  static LocalKey invoiceKey(String id) {
    return LocalKey.of("invoice", id);
  }

  static Contact.Builder teacher(int number) {
    return Contact.builder(teacherKey(number))
        .name("Teacher " + number)
        .email("teacher" + number + "@example.com")
        .phone("+33 1 99 00 00 " + (10 + number % 90))
        .reference("T-" + number)
        .notes("teaches <history>\nand Latin")
        .address(
            PostalAddress.builder()
                .street(number + " rue Haute")
                .zip("75001")
                .city("Paris")
                .countryCode("FR")
                .build());
  }

  static Travel.Builder travel(int number, TravelState state) {
    return Travel.builder(travelKey(number))
        .title("Rome " + number)
        .state(state)
        .customer(teacherKey(number))
        .expectedRevenue(Money.of("1250.50", "EUR"))
        .departure(LocalDate.of(2027, 3, 1))
        .returnDate(LocalDate.of(2027, 3, 6))
        .expectedClosing(LocalDate.of(2027, 1, 15))
        .description("two classes");
  }

  /** Two lines: 2 × 100.10 less 10 % with 20 % tax, and 1 × 9.90 without tax. */
  static Invoice.Builder invoice(String id, LocalKey customer) {
    return Invoice.builder(invoiceKey(id), "EUR")
        .number("F-" + id)
        .customer(customer)
        .invoiceDate(LocalDate.of(2026, 11, 2))
        .dueDate(LocalDate.of(2026, 12, 2))
        .lines(
            List.of(
                InvoiceLine.builder("Coach, \"Rome\"\nboth ways")
                    .quantity(new BigDecimal("2"))
                    .unitPrice(new BigDecimal("100.10"))
                    .discountPercent(BigDecimal.TEN)
                    .taxes(TWENTY)
                    .build(),
                InvoiceLine.builder("Insurance").unitPrice(new BigDecimal("9.90")).build()));
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

  void removeTravel(int number) {
    travels.remove(travelKey(number));
  }

  private void take(SourceRecord after, List<PropertyChange> changes) {
    put(after);
    changes.forEach(change -> taken.add(change.toString()));
  }

  /** What the host took from Odoo, in the order in which it came. */
  List<String> taken() {
    return taken;
  }

  Contact teacherNow(int number) {
    return Objects.requireNonNull(contacts.get(teacherKey(number)));
  }

  Travel travelNow(int number) {
    return Objects.requireNonNull(travels.get(travelKey(number)));
  }

  ContactSource contacts() {
    return new ContactSource() {
      @Override
      public Stream<Contact> contacts() {
        return contacts.values().stream();
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
        return travels.values().stream();
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
        return invoices.values().stream();
      }
    };
  }
}
