package io.odoosync.internal.invoice.einvoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** An invoice spoilt in one respect, once and more for each rule. */
final class BrokenInvoices {

  static final Map<String, Broken> BROKEN = new LinkedHashMap<>();

  record Broken(Set<Rule> rules, Consumer<Sample> change) {}

  private static void broken(String how, Consumer<Sample> change, Rule first, Rule... more) {
    BROKEN.put(how, new Broken(EnumSet.of(first, more), change));
  }

  private static Vat category(String code, String rate) {
    return new Vat("tax " + code, new BigDecimal(rate), code, "", "", "", false);
  }

  static {
    parties();
    documents();
    lines();
    taxes();
    texts();
    sums();
  }

  private static void parties() {
    broken(
        "no street", s -> s.sellerAddress = new Address("", "1", "P", "FR"), Rule.SELLER_ADDRESS);
    broken(
        "seller nowhere",
        s -> s.sellerAddress = new Address("a", "1", "P", ""),
        Rule.SELLER_COUNTRY);
    broken("no VAT number", s -> s.sellerVat = "", Rule.SELLER_VAT);
    broken("VAT number /", s -> s.sellerVat = "/", Rule.SELLER_VAT);
    broken("seller without SIRET", s -> s.sellerRegistry = "", Rule.SELLER_SIREN);
    broken("seller's wrong digit", s -> s.sellerRegistry = "73282932000075", Rule.CHECK_DIGITS);
    broken(
        "seller's SIRET of another", s -> s.sellerRegistry = "44306184100047", Rule.NUMBERS_AGREE);
    broken("wrong VAT key", s -> s.sellerVat = "FR45732829320", Rule.VAT_PREFIX);
    broken("no phone", s -> s.phone = " ", Rule.SELLER_PHONE);
    broken("no e-mail", s -> s.email = "", Rule.SELLER_EMAIL);
    broken("no bank account", s -> s.bankAccount = false, Rule.BANK_ACCOUNT);
    broken("nameless", s -> s.buyerName = "", Rule.BUYER_NAME);
    broken("no city", s -> s.buyerAddress = new Address("a", "1", "", "FR"), Rule.BUYER_ADDRESS);
    broken(
        "deliver nowhere", s -> s.delivery = new Address("a", "1", "P", ""), Rule.DELIVERY_COUNTRY);
    broken("school without SIREN", s -> s.buyerRegistry = "", Rule.BUYER_SIREN);
    broken("SIREN of 8 digits", s -> s.buyerRegistry = "44306184", Rule.CHECK_DIGITS);
    broken("VAT without country", s -> s.buyerVat = "64443061841", Rule.VAT_PREFIX);
    broken("French with German VAT", s -> s.buyerVat = "DE129273398", Rule.VAT_PREFIX);
    broken("VAT too short", s -> s.buyerVat = "FR6444306184", Rule.VAT_PREFIX);
    broken(
        "buyer nowhere",
        s -> {
          s.buyerAddress = new Address("a", "1", "P", "");
          s.delivery = s.buyerAddress;
        },
        Rule.BUYER_COUNTRY);
    broken("public body by SIREN", BrokenInvoices::lycee, Rule.PUBLIC_REFERENCE);
    broken(
        "public body by the host",
        s -> s.buyerKind = Party.Kind.PUBLIC_BODY,
        Rule.PUBLIC_SIRET,
        Rule.PUBLIC_REFERENCE);
    broken(
        "Chorus Pro's address",
        s -> {
          s.endpoint = "0009:11000201100044";
          s.order = "1234567890";
        },
        Rule.PUBLIC_SIRET);
    broken(
        "long engagement",
        s -> {
          lycee(s);
          s.order = "1".repeat(51);
        },
        Rule.PUBLIC_LENGTH);
  }

  static void lycee(Sample sample) {
    sample.buyerRegistry = "11000201100044";
  }

  private static void documents() {
    broken("36 characters", s -> s.number = "F".repeat(36), Rule.NUMBER_LENGTH);
    broken("a space", s -> s.number = "F 1", Rule.NUMBER_CHARACTERS);
    broken("year 1999", s -> s.delivered = LocalDate.of(1999, 12, 31), Rule.YEAR);
    broken("nobody says when", s -> s.decided = false, Rule.DUE_DATE);
    broken("due before", s -> s.due = LocalDate.of(2026, 11, 1), Rule.DUE_AFTER_ISSUE);
    broken("due in 90 days", s -> s.due = LocalDate.of(2027, 1, 31), Rule.PAYMENT_PERIOD);
    broken("credit note of nothing", s -> s.creditNote = true, Rule.ORIGINAL);
    broken(
        "deposit of a deposit",
        s -> {
          s.downPayment = true;
          s.deducts = true;
        },
        Rule.DEPOSIT_ONLY);
    broken("francs", s -> s.currency = "CHF", Rule.EURO_VAT);
  }

  private static void lines() {
    broken("no lines", s -> s.lines.clear(), Rule.LINES);
    broken("for nothing", s -> s.line("", "1", "1", Sample.TWENTY), Rule.ITEM_NAME);
    broken("no tax", s -> s.line("Repas", "1", "1"), Rule.LINE_VAT);
    broken("two taxes", s -> s.only(Sample.TWENTY, Sample.TEN), Rule.ONE_VAT);
    broken(
        "a third of a cent",
        s -> {
          s.decimals = 3;
          s.line("x", "1", "1.005", Sample.vat("0 %", "20"));
        },
        Rule.AMOUNT_DECIMALS);
    broken(
        "fine quantity", s -> s.line("x", "0.00001", "0", Sample.TWENTY), Rule.QUANTITY_DECIMALS);
    broken("fine price", s -> s.line("x", "0", "0.0000001", Sample.TWENTY), Rule.PRICE_DECIMALS);
  }

  private static void taxes() {
    broken("7.7 %", s -> s.only(Sample.vat("7.7", "7.7")), Rule.RATE);
    broken("B", s -> s.only(category("B", "20")), Rule.CATEGORY);
    broken("S of 0 %", s -> s.only(category("S", "0")), Rule.STANDARD_RATE);
    broken(
        "S with a reason",
        s -> s.only(new Vat("x", new BigDecimal("20"), "S", "VATEX-EU-132", "", "", false)),
        Rule.STANDARD_REASON);
    broken("Z of 20 %", s -> s.only(category("Z", "20")), Rule.ZERO_RATE);
    broken(
        "E of 20 %",
        s -> {
          s.only(category("E", "20"));
          s.narration = "Article 261-4. " + Sample.MENTIONS;
        },
        Rule.EXEMPT_RATE);
    broken(
        "said to be exempt",
        s -> {
          s.lines.clear();
          s.said("x", "1", "100", new Line.Said("E", "article 261"), Sample.TWENTY);
        },
        Rule.EXEMPT_RATE,
        Rule.SAME_CATEGORY);
    broken("exempt, no reason", s -> s.only(Sample.vat("0 %", "0")), Rule.EXEMPT_REASON);
    broken(
        "AE of 20 %",
        s -> s.only(new Vat("x", new BigDecimal("20"), "AE", "VATEX-EU-AE", "", "", false)),
        Rule.REVERSE_RATE);
    broken("AE without reason", s -> s.only(category("AE", "0")), Rule.REVERSE_REASON);
    broken(
        "AE to nobody",
        s -> {
          s.only(new Vat("x", BigDecimal.ZERO, "AE", "VATEX-EU-AE", "", "", false));
          foreign(s);
        },
        Rule.REVERSE_BUYER);
    broken(
        "K without a number",
        s -> {
          s.only(Sample.vat("0 %", "0"));
          foreign(s);
        },
        Rule.INTRA_BUYER);
    broken(
        "K of 10 %",
        s -> {
          s.only(category("K", "10"));
          foreign(s);
          s.buyerVat = "DE129273398";
        },
        Rule.INTRA_RATE);
    broken("G of 10 %", s -> s.only(category("G", "10")), Rule.EXPORT_RATE);
    broken("O of 10 %", s -> s.only(category("O", "10")), Rule.OUTSIDE_RATE, Rule.OUTSIDE_SELLER);
    broken(
        "O beside S",
        s -> s.line("x", "1", "1", category("O", "0")),
        Rule.OUTSIDE_ALONE,
        Rule.OUTSIDE_SELLER);
    broken(
        "Canary Islands",
        s -> {
          s.only(new Vat("x", BigDecimal.ZERO, "E", "VATEX-EU-132", "", "", false));
          foreign(s);
          s.buyerAddress = new Address("a", "35001", "Las Palmas", "ES");
        },
        Rule.CANARY_RATE);
  }

  static void foreign(Sample sample) {
    sample.buyerAddress = Sample.BERLIN;
    sample.buyerRegistry = "";
  }

  private static void texts() {
    broken("no mentions", s -> s.narration = "", Rule.MENTIONS);
    broken(
        "margin",
        s -> s.only(new Vat("Marge", BigDecimal.ZERO, "E", "VATEX-EU-309", "", "", false)),
        Rule.MARGIN_MENTION);
  }

  private static void sums() {
    broken("a line is lost", s -> s.untaxedOff = BigDecimal.ONE, Rule.LINE_SUM);
    broken("VAT is off", s -> s.taxOff = BigDecimal.ONE, Rule.VAT_SUM);
    broken("the total is off", s -> s.totalOff = BigDecimal.ONE, Rule.TOTAL);
    broken("a rate is off", s -> s.rateOff = BigDecimal.ONE, Rule.VAT_OF_RATE);
  }

  private BrokenInvoices() {}
}
