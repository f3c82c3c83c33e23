package io.odoosync.internal.invoice;

import static io.odoosync.internal.intake.spool.RoundTrip.maybe;
import static io.odoosync.internal.intake.spool.RoundTrip.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.internal.intake.spool.RoundTrip;
import io.odoosync.source.CustomerKind;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceDocument;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceTotals;
import io.odoosync.source.SalesTax;
import io.odoosync.source.TaxCategory;
import io.odoosync.testing.Choices;
import io.odoosync.testing.Gen;
import io.odoosync.testing.Property;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InvoiceCodecPropertiesTest {

  @Test
  void invoice_readBack_isTheSame() {
    Property.forAll(
        InvoiceCodecPropertiesTest::invoice,
        invoice -> RoundTrip.check(new InvoiceCodec(), invoice));
  }

  @Test
  void document_thereIsRoom_isOpenedInTheSameWay() {
    InvoiceDocument document = new InvoiceDocument("a.pdf", 7, InputStream::nullInputStream);
    Invoice invoice = Invoice.builder(LocalKey.of("invoice", 1), "EUR").document(document).build();

    InvoiceDocument again =
        Objects.requireNonNull(RoundTrip.again(new InvoiceCodec(), invoice).document());

    assertThat(again.content()).isSameAs(document.content());
  }

  private static Invoice invoice(Choices any) {
    Invoice.Builder invoice =
        begun(any)
            .number(text(any))
            .reference(text(any))
            .customer(maybe(RoundTrip::key, any))
            .invoiceDate(maybe(RoundTrip::day, any))
            .dueDate(maybe(RoundTrip::day, any))
            .paymentTerm(maybe(RoundTrip::reference, any))
            .journal(text(any))
            .company(maybe(RoundTrip::reference, any))
            .origin(text(any))
            .narration(text(any))
            .buyerReference(text(any))
            .purchaseOrderReference(text(any))
            .deliveryDate(maybe(RoundTrip::day, any))
            .customerKind(maybe(Gen.of(CustomerKind.values()), any))
            .lines(lines(any))
            .totals(totals(any))
            .document(maybe(InvoiceCodecPropertiesTest::document, any))
            .odooId(maybe(choices -> 1L + choices.below(1_000_000), any));
    for (int extra = any.below(3); extra > 0; extra--) {
      invoice.extra("x_" + any.below(9), RoundTrip.value(any));
    }
    return invoice.build();
  }

  private static Invoice.Builder begun(Choices any) {
    return any.below(2) == 0
        ? Invoice.builder(RoundTrip.key(any), "EUR")
        : Invoice.creditNote(RoundTrip.key(any), "CHF", maybe(RoundTrip::key, any));
  }

  private static InvoiceTotals totals(Choices any) {
    return InvoiceTotals.builder()
        .untaxed(maybe(RoundTrip::decimal, any))
        .tax(maybe(RoundTrip::decimal, any))
        .total(maybe(RoundTrip::decimal, any))
        .build();
  }

  private static InvoiceDocument document(Choices any) {
    return new InvoiceDocument(
        "F " + any.below(9) + ".pdf", 1L + any.below(20_000_000), InputStream::nullInputStream);
  }

  private static List<InvoiceLine> lines(Choices any) {
    List<InvoiceLine> lines = new ArrayList<>();
    for (int line = any.below(4); line > 0; line--) {
      lines.add(line(any));
    }
    return lines;
  }

  private static InvoiceLine line(Choices any) {
    return switch (any.below(4)) {
      case 0 -> InvoiceLine.section("Rome " + any.below(9));
      case 1 -> InvoiceLine.note("");
      default -> item(any);
    };
  }

  private static InvoiceLine item(Choices any) {
    InvoiceLine.Builder line =
        InvoiceLine.builder(text(any))
            .quantity(RoundTrip.decimal(any))
            .unitPrice(RoundTrip.decimal(any))
            .discountPercent(RoundTrip.decimal(any))
            .taxes(tax(any))
            .downPayment(any.below(2) == 0)
            .depositInvoice(maybe(RoundTrip::key, any))
            .product(text(any))
            .account(text(any));
    for (int share = any.below(3); share > 0; share--) {
      line.analytic("a" + any.below(9), RoundTrip.decimal(any));
    }
    return any.below(2) == 0 ? line.build() : line.extra("x_1", RoundTrip.value(any)).build();
  }

  private static SalesTax tax(Choices any) {
    return new SalesTax(
        "T" + any.below(9),
        maybe(RoundTrip::decimal, any),
        true,
        maybe(Gen.of(TaxCategory.values()), any),
        text(any),
        text(any));
  }
}
