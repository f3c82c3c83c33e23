package io.odoosync.verification.crash;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceDocument;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Money;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.SalesTax;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import io.odoosync.source.TravelState;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The records of a host: few, but of every sort. Each carries a mark that no other workload has, so
 * that whatever becomes of it in Odoo can be found there, also what has no external id.
 */
final class Workload {

  private static final byte[] PDF = "%PDF-1.4 an invoice".getBytes(StandardCharsets.UTF_8);

  private final String mark;
  private final Map<LocalKey, Contact> contacts = new LinkedHashMap<>();
  private final Map<LocalKey, Travel> travels = new LinkedHashMap<>();
  private final Map<LocalKey, Invoice> invoices = new LinkedHashMap<>();

  private Workload(String mark) {
    this.mark = mark;
  }

  /** What the first run finds: all that the workflow knows. */
  static Workload marked(String mark) {
    Workload workload = new Workload(mark);
    workload.begin();
    return workload;
  }

  static String newMark() {
    return "k" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
  }

  private void begin() {
    put(contact("teacher", 1).build());
    put(contact("teacher", 2).build());
    put(contact("guest", 1).build());
    put(travel(1, TravelState.NEW).customer(key("teacher", 1)).build());
    put(travel(2, TravelState.QUOTE_VALIDATED).customer(key("teacher", 2)).build());
    put(travel(3, TravelState.INVOICED).customer(key("guest", 1)).build());
    put(invoice(1, key("teacher", 1)));
    put(invoice(2, key("teacher", 2)));
    put(invoice(3, key("guest", 1)));
  }

  /** What happened in the host since: edits, travels that advanced, new records of every sort. */
  void change() {
    put(contact("teacher", 1).email("new.teacher1." + mark + "@example.com").build());
    put(contact("guest", 1).phone("+33 1 99 00 99 99").build());
    put(contact("teacher", 3).build());
    put(travel(1, TravelState.QUOTE_VALIDATED).customer(key("teacher", 1)).build());
    put(travel(2, TravelState.INVOICED).customer(key("teacher", 2)).build());
    put(travel(4, TravelState.INVOICED).customer(key("teacher", 3)).build());
    put(invoice(4, key("teacher", 3)));
  }

  private Contact.Builder contact(String kind, int number) {
    return Contact.builder(key(kind, number))
        .name(kind + " " + number + " " + mark)
        .email(kind + number + "." + mark + "@example.com")
        .phone("+33 1 99 00 00 " + (10 + number))
        .reference(kind + "-" + number)
        .address(
            PostalAddress.builder()
                .street(number + " rue Haute")
                .zip("75001")
                .city("Paris")
                .countryCode("FR")
                .build());
  }

  private Travel.Builder travel(int number, TravelState state) {
    return Travel.builder(key("travel", number))
        .title("Rome " + number + " " + mark)
        .state(state)
        .expectedRevenue(Money.of("1250.50", "EUR"))
        .departure(LocalDate.of(2027, 3, 1))
        .returnDate(LocalDate.of(2027, 3, 6))
        .expectedClosing(LocalDate.of(2027, 1, 15));
  }

  private Invoice invoice(int number, LocalKey customer) {
    return Invoice.builder(key("invoice", number), "EUR")
        .number("F-" + number + " " + mark)
        .customer(customer)
        .invoiceDate(LocalDate.of(2026, 11, 2))
        .dueDate(LocalDate.of(2026, 12, 2))
        .lines(
            List.of(
                InvoiceLine.builder("Coach to Rome")
                    .quantity(new BigDecimal("2"))
                    .unitPrice(new BigDecimal("100.10"))
                    .discountPercent(BigDecimal.TEN)
                    .taxes(SalesTax.of("TVA20", "20"))
                    .build(),
                InvoiceLine.builder("Insurance").unitPrice(new BigDecimal("9.90")).build()))
        .document(
            new InvoiceDocument(
                "F-" + number + " " + mark + ".pdf",
                PDF.length,
                () -> new ByteArrayInputStream(PDF)))
        .build();
  }

  private static LocalKey key(String kind, int number) {
    return LocalKey.of(kind, number);
  }

  private void put(Contact contact) {
    contacts.put(contact.key(), contact);
  }

  private void put(Travel travel) {
    travels.put(travel.key(), travel);
  }

  private void put(Invoice invoice) {
    invoices.put(invoice.key(), invoice);
  }

  String mark() {
    return mark;
  }

  /** The addresses of its contacts, which others in Odoo may have too. */
  List<String> emails() {
    return contacts.values().stream().map(Contact::email).filter(Objects::nonNull).toList();
  }

  String namespace() {
    return "__" + mark + "__";
  }

  /** The local records of a kind. */
  Set<LocalKey> keys(EntityType type) {
    return switch (type) {
      case CONTACT -> contacts.keySet();
      case TRAVEL -> travels.keySet();
      case INVOICE -> invoices.keySet();
    };
  }

  ContactSource contacts() {
    return new ContactSource() {
      @Override
      public Stream<Contact> contacts() {
        return all(contacts);
      }
    };
  }

  TravelSource travels() {
    return new TravelSource() {
      @Override
      public Stream<Travel> travels() {
        return all(travels);
      }
    };
  }

  InvoiceSource invoices() {
    return new InvoiceSource() {
      @Override
      public Stream<Invoice> invoices() {
        return all(invoices);
      }
    };
  }

  private static <T> Stream<T> all(Map<LocalKey, T> records) {
    Collection<T> copy = List.copyOf(records.values());
    return copy.stream();
  }
}
