package io.odoosync.testkit.workflow;

import static io.odoosync.testkit.workflow.SchoolTravel.teacherKey;

import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceTotals;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Invoices of every kind, with the totals that the host issued. */
final class InvoiceTable {

  static final SalesTax T20 = SalesTax.of("T20", "20");
  static final SalesTax T10 = SalesTax.of("T10", "10");
  static final SalesTax T55 = SalesTax.of("T55", "5.5");
  static final SalesTax T21 = SalesTax.of("T21", "2.1");
  static final SalesTax T2 = SalesTax.of("T2", "2");
  static final SalesTax ADD5 = SalesTax.of("ADD5", "5");
  static final SalesTax I20 = SalesTax.included("I20", "20");
  static final SalesTax I10 = SalesTax.included("I10", "10");
  static final SalesTax ECO = new SalesTax("ECO", null, false);

  private final Map<String, Invoice> invoices = new LinkedHashMap<>();

  InvoiceTable(Bookkeeping books) {
    String product = books.product();
    String rome = books.analytic("Rome");
    String oslo = books.analytic("Oslo");
    issued("one line, 20 %", "EUR", item("1", "100.00", T20));
    issued("20 % and 10 %", "EUR", item("2", "49.99", T20), item("3", "19.95", T10));
    issued(
        "four rates",
        "EUR",
        item("1", "10.01", T20),
        item("1", "10.01", T10),
        item("1", "10.01", T55),
        item("1", "10.01", T21));
    issued("no tax", "EUR", item("4", "12.34"));
    issued(
        "3 lines of 0.33",
        "EUR",
        item("1", "0.33", T20),
        item("1", "0.33", T20),
        item("1", "0.33", T20));
    issued("3 × 0.33", "EUR", item("3", "0.33", T20));
    issued("discount 10 %", "EUR", discounted("2", "100.10", "10", T20));
    issued("discount 33.33 %", "EUR", discounted("7", "19.99", "33.33", T10));
    issued("discount 100 %", "EUR", item("1", "80.00", T20), discounted("1", "50.00", "100", T20));
    issued("price 12.3400", "EUR", item("3", "12.3400", T20));
    issued("price 1.2345 × 1000", "EUR", item("1000", "1.2345", T20));
    issued("price 0.0049 × 100", "EUR", item("100", "0.0049", T20));
    issued("price 10.0049 × 1", "EUR", item("1", "10.0049", T20));
    issued("quantity 2.5", "EUR", item("2.5", "33.35", T55));
    issued("quantity 0.333", "EUR", item("0.333", "100.00", T20));
    issued("3 × 33.33, 20 % included", "EUR", item("3", "33.33", I20));
    issued(
        "3 lines of 33.33 included",
        "EUR",
        item("1", "33.33", I20),
        item("1", "33.33", I20),
        item("1", "33.33", I20));
    issued("20 % and 10 % included", "EUR", item("1", "59.99", I20), item("2", "24.90", I10));
    issued("included, discount 15 %", "EUR", discounted("3", "49.90", "15", I20));
    issued(
        "included and on top, by line", "EUR", item("1", "119.00", I20), item("1", "50.05", T10));
    computed("included and on top, one line", "EUR", item("1", "120.00", I20, T2));
    issued("two taxes on one line", "EUR", item("3", "33.33", T10, T2));
    computed("tax on tax", "EUR", item("2", "50.05", ADD5, T20));
    computed("fixed tax, no totals", "EUR", item("2", "10.00", ECO));
    totals("fixed tax, totals given", "EUR", "20.00", "3.00", "23.00", item("2", "10.00", ECO));
    issued("JPY", "JPY", item("3", "1234", T20));
    issued("JPY, price 333.33", "JPY", item("3", "333.33", T10));
    issued("JPY, 10 % included", "JPY", item("1", "9999", I10));
    issued("TND", "TND", item("1", "1.25", T20));
    issued("TND, price 1.234", "TND", item("7", "1.234", T20));
    issued("USD", "USD", item("2", "99.95", T20));
    issued("GBP, inactive", "GBP", item("1", "10.00", T20));
    credit("credit note", "one line, 20 %", item("1", "100.00", T20));
    credit("credit note, part", "20 % and 10 %", item("1", "49.99", T20));
    credit("credit note, included, discount", null, discounted("3", "33.33", "5", I20));
    issued("200 lines", "EUR", many(200, i -> item("1", (100 + i) + "." + (10 + i % 90), T20)));
    issued("200 lines of 0.33", "EUR", many(200, i -> item("1", "0.33", T20)));
    issued(
        "sections and notes",
        "EUR",
        InvoiceLine.section("Travel"),
        item("2", "250.00", T20),
        InvoiceLine.note("two classes, <one> \"teacher\" free"),
        InvoiceLine.section("Insurance"),
        item("40", "4.90"));
    issued(
        "product, account, analytic",
        "EUR",
        InvoiceLine.builder("Coach")
            .quantity(number("1"))
            .unitPrice(number("780.00"))
            .taxes(T10)
            .product(product)
            .account("706000")
            .analytic(rome, number("100"))
            .build(),
        item("1", "20.00", T20));
    issued(
        "analytic 60/40",
        "EUR",
        InvoiceLine.builder("Coach")
            .quantity(number("1"))
            .unitPrice(number("780.00"))
            .taxes(T10)
            .analytic(rome, number("60"))
            .analytic(oslo, number("40"))
            .build());
    issued("deduction", "EUR", item("1", "500.00", T20), item("1", "-120.50", T20));
    issued("large", "EUR", item("1000", "999999.99", T20));
    totals(
        "issued 5 cents more",
        "EUR",
        "100.05",
        "20.01",
        "120.06",
        item("1", "60.00", T20),
        item("1", "40.00", T20));
    totals("issued 1 cent more", "EUR", "100.01", "20.00", "120.01", item("1", "100.00", T20));
    totals("wrong tax here", "EUR", "100.00", "10.00", "110.00", item("1", "100.00", T20));
    issued("unknown tax", "EUR", item("1", "100.00", SalesTax.of("T77", "7.7")));
    issued(
        "unknown product",
        "EUR",
        InvoiceLine.builder("x")
            .quantity(number("1"))
            .unitPrice(number("1"))
            .product("none")
            .build());
    dressed(
        "reference, term, journal",
        b ->
            b.reference("PO-1")
                .origin("SO1")
                .narration("Terms & <co>\nline")
                .journal("INV")
                .paymentTerm(OdooReference.name("30 Days")),
        item("1", "10.00", T20));
    dressed("due date", b -> b.dueDate(LocalDate.of(2026, 12, 24)), item("1", "10.00", T20));
  }

  Map<String, Invoice> invoices() {
    return invoices;
  }

  static LocalKey key(String name) {
    return LocalKey.of("invoice", name);
  }

  static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  static InvoiceLine item(String quantity, String price, SalesTax... taxes) {
    return InvoiceLine.builder("Item")
        .quantity(number(quantity))
        .unitPrice(number(price))
        .taxes(taxes)
        .build();
  }

  static InvoiceLine discounted(String quantity, String price, String discount, SalesTax... taxes) {
    return InvoiceLine.builder("Item")
        .quantity(number(quantity))
        .unitPrice(number(price))
        .discountPercent(number(discount))
        .taxes(taxes)
        .build();
  }

  private static InvoiceLine[] many(int count, java.util.function.IntFunction<InvoiceLine> line) {
    return IntStream.range(0, count).mapToObj(line).toArray(InvoiceLine[]::new);
  }

  private static Invoice.Builder plain(String name, String currency) {
    return Invoice.builder(key(name), currency)
        .number("F-" + name)
        .customer(teacherKey(1))
        .invoiceDate(LocalDate.of(2026, 11, 2));
  }

  private void computed(String name, String currency, InvoiceLine... lines) {
    invoices.put(name, plain(name, currency).lines(List.of(lines)).build());
  }

  private void issued(String name, String currency, InvoiceLine... lines) {
    List<InvoiceLine> list = List.of(lines);
    invoices.put(name, plain(name, currency).lines(list).totals(issued(list, currency)).build());
  }

  private void totals(
      String name,
      String currency,
      String untaxed,
      String tax,
      String total,
      InvoiceLine... lines) {
    InvoiceTotals issued =
        InvoiceTotals.builder()
            .untaxed(number(untaxed))
            .tax(number(tax))
            .total(number(total))
            .build();
    invoices.put(name, plain(name, currency).lines(List.of(lines)).totals(issued).build());
  }

  private void dressed(String name, UnaryOperator<Invoice.Builder> dress, InvoiceLine... lines) {
    List<InvoiceLine> list = List.of(lines);
    Invoice.Builder builder = plain(name, "EUR").lines(list).totals(issued(list, "EUR"));
    invoices.put(name, dress.apply(builder).build());
  }

  private void credit(
      String name, @org.jspecify.annotations.Nullable String original, InvoiceLine... lines) {
    List<InvoiceLine> list = List.of(lines);
    invoices.put(
        name,
        Invoice.creditNote(key(name), "EUR", original == null ? null : key(original))
            .number("A-" + name)
            .customer(teacherKey(1))
            .invoiceDate(LocalDate.of(2026, 11, 3))
            .lines(list)
            .totals(issued(list, "EUR"))
            .build());
  }

  /** As most hosts compute: lines are rounded, then each tax once for the document. */
  static InvoiceTotals issued(List<InvoiceLine> lines, String currency) {
    int decimals = currency.equals("JPY") ? 0 : currency.equals("TND") ? 3 : 2;
    BigDecimal untaxed = BigDecimal.ZERO;
    BigDecimal included = BigDecimal.ZERO;
    Map<SalesTax, BigDecimal> bases = new LinkedHashMap<>();
    for (InvoiceLine line : lines) {
      BigDecimal amount =
          line.quantity()
              .multiply(line.unitPrice())
              .multiply(number("100").subtract(line.discountPercent()))
              .movePointLeft(2)
              .setScale(decimals, RoundingMode.HALF_UP);
      boolean gross = line.taxes().stream().anyMatch(SalesTax::priceIncluded);
      included = gross ? included.add(amount) : included;
      untaxed = gross ? untaxed : untaxed.add(amount);
      line.taxes().forEach(tax -> bases.merge(tax, amount, BigDecimal::add));
    }
    BigDecimal tax = BigDecimal.ZERO;
    BigDecimal contained = BigDecimal.ZERO;
    for (Map.Entry<SalesTax, BigDecimal> base : bases.entrySet()) {
      BigDecimal rate =
          java.util.Objects.requireNonNullElse(base.getKey().ratePercent(), BigDecimal.ZERO);
      BigDecimal divisor = base.getKey().priceIncluded() ? rate.add(number("100")) : number("100");
      BigDecimal amount =
          base.getValue().multiply(rate).divide(divisor, decimals, RoundingMode.HALF_UP);
      tax = tax.add(amount);
      contained = base.getKey().priceIncluded() ? contained.add(amount) : contained;
    }
    untaxed = untaxed.add(included).subtract(contained);
    return InvoiceTotals.builder().untaxed(untaxed).tax(tax).total(untaxed.add(tax)).build();
  }

  static List<String> cells(InvoiceTotals totals) {
    List<String> cells = new ArrayList<>();
    for (BigDecimal amount :
        java.util.Arrays.asList(totals.untaxed(), totals.tax(), totals.total())) {
      cells.add(amount == null ? "–" : amount.toPlainString());
    }
    return cells;
  }
}
