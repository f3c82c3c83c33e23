package io.odoosync.internal.invoice.einvoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invoice of a school-travel company that keeps all rules, to be spoilt in one respect. */
final class Sample {

  static final Address PARIS = new Address("1 rue de la Paix", "75002", "Paris", "FR");
  static final Address BERLIN = new Address("Hauptstr. 1", "10115", "Berlin", "DE");
  static final Vat TWENTY = vat("20% S", "20");
  static final Vat TEN = vat("10% S", "10");
  static final Vat EXEMPT =
      new Vat("0% E", BigDecimal.ZERO, "E", "VATEX-FR-CGI261-4", "", "", false);
  static final String MENTIONS =
      "Pénalités de retard : 12 %. Indemnité de recouvrement : 40 €. Pas d'escompte.";

  String sellerName = "Voyages Scolaires SAS";
  Address sellerAddress = PARIS;
  String sellerVat = "FR44732829320";
  String sellerRegistry = "73282932000074";
  String phone = "+33 1 23 45 67 89";
  String email = "compta@example.test";
  String buyerName = "Collège privé";
  Party.Kind buyerKind = Party.Kind.UNKNOWN;
  boolean buyerCompany = true;
  Address buyerAddress = new Address("2 place du Marché", "69001", "Lyon", "FR");
  String buyerVat = "";
  String buyerRegistry = "443061841";
  String endpoint = ":";
  @Nullable Address delivery = buyerAddress;
  boolean creditNote;
  String number = "F-2026-001";
  String currency = "EUR";
  @Nullable LocalDate issued = LocalDate.of(2026, 11, 2);
  @Nullable LocalDate due = LocalDate.of(2026, 12, 2);
  @Nullable LocalDate delivered = LocalDate.of(2026, 10, 31);
  boolean decided = true;
  String narration = MENTIONS;
  String service = "";
  String order = "";
  boolean original;
  boolean downPayment;
  boolean deducts;
  boolean exported = true;
  boolean bankAccount = true;
  int decimals = 2;
  BigDecimal taxOff = BigDecimal.ZERO;
  BigDecimal totalOff = BigDecimal.ZERO;
  BigDecimal untaxedOff = BigDecimal.ZERO;
  BigDecimal rateOff = BigDecimal.ZERO;
  final List<Line> lines = new ArrayList<>();

  Sample() {
    line("Transport", "2", "100.00", TWENTY);
    line("Musée", "30", "5.50", TEN);
  }

  static Vat vat(String name, String rate) {
    return new Vat(name, new BigDecimal(rate), "", "", "", "", false);
  }

  Sample line(String name, String quantity, String price, Vat... vats) {
    return said(name, quantity, price, Line.Said.NOTHING, vats);
  }

  Sample said(String name, String quantity, String price, Line.Said said, Vat... vats) {
    BigDecimal net = new BigDecimal(quantity).multiply(new BigDecimal(price));
    return add(
        new Line(
            lines.size() + 1,
            name,
            new BigDecimal(quantity),
            new BigDecimal(price),
            net,
            vats.length > 0,
            List.of(vats),
            said));
  }

  Sample add(Line line) {
    lines.add(line);
    return this;
  }

  Sample only(Vat... vats) {
    lines.clear();
    return line("Séjour", "1", "1000.00", vats);
  }

  EInvoice invoice() {
    return new EInvoice(
        new Document(
            creditNote,
            number,
            currency,
            new Document.Dates(issued, due, delivered, decided),
            new Document.Texts(narration, ""),
            new Document.References(service, order, original, downPayment, deducts)),
        new Party(
            sellerName,
            Party.Kind.BUSINESS,
            true,
            sellerAddress,
            sellerAddress,
            sellerVat,
            sellerRegistry,
            new Party.Reach(phone, email, "")),
        new Party(
            buyerName,
            buyerKind,
            buyerCompany,
            buyerAddress,
            buyerAddress,
            buyerVat,
            buyerRegistry,
            new Party.Reach("", "", endpoint)),
        delivery,
        lines,
        totals(),
        new EInvoice.Export(exported, bankAccount));
  }

  private Totals totals() {
    Map<Vat, BigDecimal> bases = new LinkedHashMap<>();
    BigDecimal untaxed = untaxedOff;
    for (Line line : lines) {
      untaxed = untaxed.add(line.net());
      line.vats().forEach(vat -> bases.merge(vat, line.net(), BigDecimal::add));
    }
    List<Totals.RateTotal> rates = new ArrayList<>();
    bases.forEach((vat, base) -> rates.add(new Totals.RateTotal(vat, tax(vat, base).add(rateOff))));
    BigDecimal tax = rates.stream().map(Totals.RateTotal::amount).reduce(taxOff, BigDecimal::add);
    return new Totals(untaxed, tax, untaxed.add(tax).add(totalOff), decimals, rates);
  }

  private BigDecimal tax(Vat vat, BigDecimal base) {
    return base.multiply(vat.rate()).movePointLeft(2).setScale(decimals, RoundingMode.HALF_UP);
  }

  List<Violation> judged() {
    return FrenchRules.judge(invoice());
  }
}
