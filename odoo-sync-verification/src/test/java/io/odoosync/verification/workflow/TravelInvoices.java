package io.odoosync.verification.workflow;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Invoices of a school-travel company, good ones and ones with something wrong; the same for the
 * same seed.
 */
final class TravelInvoices {

  static final String MENTIONS =
      "Pénalités de retard : trois fois le taux légal. Indemnité forfaitaire de recouvrement : 40 €."
          + " Pas d'escompte pour paiement anticipé.";

  private static final List<String> TOWNS = List.of("Lyon", "Nantes", "Lille", "Rennes", "Nice");
  private static final List<String> TRIPS =
      List.of("Rome", "Berlin", "Londres", "Auvergne", "Barcelone");

  private final Random random;
  private final String mark;
  private final List<Case> cases = new ArrayList<>();

  /**
   * An invoice with its customer.
   *
   * @param kind what it is
   * @param rules the ids of the rules that it breaks
   */
  record Case(String kind, Set<String> rules, Contact customer, Invoice invoice) {
    boolean isGood() {
      return rules.isEmpty();
    }
  }

  /** What is changed of a good invoice. */
  static final class Draft {
    final Contact.Builder customer;
    final String siret;
    Invoice.Builder invoice;
    final List<InvoiceLine> lines = new ArrayList<>();

    private Draft(Contact.Builder customer, String siret, Invoice.Builder invoice) {
      this.customer = customer;
      this.siret = siret;
      this.invoice = invoice;
    }

    Draft only(InvoiceLine line) {
      lines.clear();
      lines.add(line);
      return this;
    }
  }

  TravelInvoices(long seed, String mark) {
    this.random = new Random(seed);
    this.mark = mark;
  }

  List<Case> cases() {
    return List.copyOf(cases);
  }

  static SalesTax tax(String code, String rate) {
    return SalesTax.of(code, rate);
  }

  static InvoiceLine item(String what, String quantity, String price, SalesTax... taxes) {
    return InvoiceLine.builder(what)
        .quantity(new BigDecimal(quantity))
        .unitPrice(new BigDecimal(price))
        .taxes(taxes)
        .build();
  }

  /** Adds some of a kind. */
  void add(int count, String kind, Set<String> rules, Consumer<Draft> change) {
    for (int i = 0; i < count; i++) {
      Draft draft = draft(cases.size() + 1);
      change.accept(draft);
      cases.add(
          new Case(
              kind,
              rules,
              draft.customer.build(),
              draft.invoice.lines(List.copyOf(draft.lines)).build()));
    }
  }

  private Draft draft(int number) {
    String siret = CompanyNumber.ofPrivate(random);
    LocalKey customer = LocalKey.of("school", number);
    LocalDate day = LocalDate.of(2026, 9, 1).plusDays(random.nextInt(60));
    Draft draft =
        new Draft(
            Contact.builder(customer)
                .name("École " + number + " " + mark)
                .email("e" + number + "@" + mark + ".test")
                .organisation()
                .companyRegistry(siret)
                .address(french()),
            siret,
            described(Invoice.builder(key(number), "EUR"), number, customer, day));
    travel(draft);
    return draft;
  }

  private Invoice.Builder described(
      Invoice.Builder invoice, int number, LocalKey customer, LocalDate day) {
    return invoice
        .number("VS-2026-" + number)
        .customer(customer)
        .invoiceDate(day)
        .dueDate(day.plusDays(30))
        .narration(MENTIONS);
  }

  static LocalKey key(int number) {
    return LocalKey.of("invoice", number);
  }

  private void travel(Draft draft) {
    String trip = TRIPS.get(random.nextInt(TRIPS.size()));
    draft.lines.add(item("Autocar " + trip, "1", price(90_000, 250_000), tax("T10", "10")));
    draft.lines.add(item("Hébergement " + trip, pupils(), price(2_000, 9_000), tax("T10", "10")));
    draft.lines.add(item("Guide " + trip, "2", price(10_000, 30_000), tax("T20", "20")));
    if (random.nextBoolean()) {
      draft.lines.add(item("Repas", pupils(), price(500, 1_500), tax("T55", "5.5")));
    }
    if (random.nextInt(4) == 0) {
      draft.lines.add(item("Journaux", "3", price(100, 300), tax("T21", "2.1")));
    }
  }

  String price(int from, int to) {
    return BigDecimal.valueOf(from + random.nextInt(to - from), 2).toPlainString();
  }

  private String pupils() {
    return Integer.toString(12 + random.nextInt(40));
  }

  PostalAddress french() {
    return address(TOWNS.get(random.nextInt(TOWNS.size())), "69001", "FR");
  }

  static PostalAddress address(@Nullable String city, @Nullable String zip, String country) {
    return PostalAddress.builder()
        .street(city == null ? null : "1 rue de l'École")
        .zip(zip)
        .city(city)
        .countryCode(country)
        .build();
  }

  void publicBody(Draft draft) {
    draft.customer.companyRegistry(CompanyNumber.ofPublic(random));
  }

  void parents(Draft draft) {
    draft.customer.organisation(false).companyRegistry(null).address(address(null, null, "FR"));
    draft.invoice.narration(null);
  }

  static void abroad(Draft draft, String city, String zip, String country, @Nullable String vat) {
    draft.customer.companyRegistry(null).address(address(city, zip, country)).vat(vat);
  }

  /** The taxes that these invoices have, by their codes. */
  static void taxes(FrenchSeller seller) {
    String category = "ubl_cii_tax_category_code";
    String reason = "ubl_cii_tax_exemption_reason_code";
    seller.tax("T20", "20", Map.of());
    seller.tax("T10", "10", Map.of());
    seller.tax("T55", "5.5", Map.of());
    seller.tax("T21", "2.1", Map.of());
    seller.tax("T0", "0", Map.of());
    seller.tax("T77", "7.7", Map.of());
    seller.tax("TEX", "0", Map.of(category, "E", reason, "VATEX-FR-CGI261-4"));
    seller.tax(
        "Marge",
        "0",
        Map.of(
            category,
            "E",
            reason,
            "VATEX-EU-309",
            "invoice_legal_notes",
            "Régime particulier - Agences de voyages"));
    seller.tax("Marge muette", "0", Map.of(category, "E", reason, "VATEX-EU-309"));
    seller.tax("TS0", "0", Map.of(category, "S"));
    seller.tax("TE20", "20", Map.of(category, "E", reason, "VATEX-FR-CGI261-4"));
    seller.tax("TSR", "20", Map.of(category, "S", reason, "VATEX-FR-CGI261-4"));
    seller.tax("TZ20", "20", Map.of(category, "Z"));
    seller.tax("TAE", "0", Map.of(category, "AE", reason, "VATEX-EU-AE"));
    seller.tax("TAE muette", "0", Map.of(category, "AE"));
    seller.tax("TAE20", "20", Map.of(category, "AE", reason, "VATEX-EU-AE"));
    seller.tax("TK10", "10", Map.of(category, "K"));
    seller.tax("TG10", "10", Map.of(category, "G"));
    seller.tax("TO", "0", Map.of(category, "O", reason, "VATEX-EU-O"));
    seller.tax("TO10", "10", Map.of(category, "O", reason, "VATEX-EU-O"));
    seller.tax("TL", "20", Map.of(category, "L"));
  }
}
