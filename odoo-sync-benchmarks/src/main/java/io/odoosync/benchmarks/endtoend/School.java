package io.odoosync.benchmarks.endtoend;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.Money;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.SalesTax;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The records of a host, made when they are asked for. Contacts, travels and invoices have numbers
 * from 1; travel and invoice 5 are those of contact 5.
 */
final class School {

  static final SalesTax TAX = SalesTax.of("T20", "20");
  static final LocalDate INVOICE_DATE = LocalDate.of(2026, 11, 2);
  static final LocalDate CLOSING = LocalDate.of(2027, 1, 15);
  static final List<BigDecimal> PRICES =
      List.of(new BigDecimal("100.10"), new BigDecimal("49.90"), new BigDecimal("9.90"));

  private final String mark;
  private final Sizes sizes;
  private final int[] moves;
  private final Map<Integer, String> phones = new ConcurrentHashMap<>();
  private int movedNow;
  private int most = Integer.MAX_VALUE;
  private TravelState state = TravelState.NEW;

  /**
   * A host whose contacts are new.
   *
   * @param mark what tells its records from those of others
   */
  School(String mark, Sizes sizes) {
    this.mark = mark;
    this.sizes = sizes;
    this.moves = new int[sizes.contacts() + 1];
  }

  static LocalKey contactKey(int number) {
    return LocalKey.of("guest", number);
  }

  /** The first so many contacts get another street; nobody has changed since but they. */
  void moveHouse(int count) {
    movedNow = count;
    for (int number = 1; number <= count; number++) {
      moves[number]++;
    }
  }

  /** One contact gets another street. */
  void moveHouseOf(int number) {
    moves[number]++;
  }

  /** One contact gets another number. */
  void takePhone(int number, String phone) {
    phones.put(number, phone);
  }

  /** All travels have come so far. */
  void advance(TravelState to) {
    state = to;
  }

  /** Of each kind only the first so many are there. */
  void showAtMost(int count) {
    most = count;
  }

  /** All are there. */
  void showAll() {
    most = Integer.MAX_VALUE;
  }

  String mark() {
    return mark;
  }

  Sizes sizes() {
    return sizes;
  }

  String name(int number) {
    return "Guest " + number + " " + mark;
  }

  String email(int number) {
    return "guest" + number + "." + mark + "@example.com";
  }

  static String phone(int number) {
    return "+33 1 99 00 " + (10 + number / 90 % 90) + " " + (10 + number % 90);
  }

  String street(int number) {
    return moves[number] == 0 ? number + " rue Haute" : number + " rue Neuve " + moves[number];
  }

  String title(int number) {
    return "Rome " + number + " " + mark;
  }

  String invoiceNumber(int number) {
    return mark + "-" + number;
  }

  Stream<Contact> contacts() {
    return shown(sizes.contacts()).mapToObj(this::contact);
  }

  /** Those that have moved last. */
  Stream<Contact> moved() {
    return contacts().limit(movedNow);
  }

  Contact contact(int number) {
    return Contact.builder(contactKey(number))
        .name(name(number))
        .email(email(number))
        .phone(phones.getOrDefault(number, phone(number)))
        .address(
            PostalAddress.builder()
                .street(street(number))
                .zip("75001")
                .city("Paris")
                .countryCode("FR")
                .build())
        .build();
  }

  Stream<Travel> travels() {
    return shown(sizes.leads()).mapToObj(this::travel);
  }

  private Travel travel(int number) {
    return Travel.builder(LocalKey.of("travel", number))
        .title(title(number))
        .state(state)
        .customer(contactKey(number))
        .expectedRevenue(Money.of("1250.50", "EUR"))
        .expectedClosing(CLOSING)
        .description("two classes")
        .build();
  }

  Stream<Invoice> invoices() {
    return shown(sizes.invoices()).mapToObj(this::invoice);
  }

  private IntStream shown(int all) {
    return IntStream.rangeClosed(1, Math.min(all, most));
  }

  private Invoice invoice(int number) {
    return Invoice.builder(LocalKey.of("invoice", number), "EUR")
        .number(invoiceNumber(number))
        .customer(contactKey(number))
        .invoiceDate(INVOICE_DATE)
        .lines(
            IntStream.range(0, PRICES.size())
                .mapToObj(
                    line ->
                        InvoiceLine.builder(lineText(line))
                            .unitPrice(PRICES.get(line))
                            .taxes(TAX)
                            .build())
                .toList())
        .build();
  }

  static String lineText(int line) {
    return "Item " + (line + 1);
  }
}
