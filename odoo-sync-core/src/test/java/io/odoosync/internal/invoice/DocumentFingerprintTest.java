package io.odoosync.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.source.CustomerKind;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceTotals;
import io.odoosync.source.SalesTax;
import io.odoosync.source.TaxCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentFingerprintTest {

  private static final LocalKey KEY = LocalKey.of("invoice", 1);

  /**
   * Stored in the links of hosts: if this changes, every invoice that was ever sent counts as
   * changed.
   */
  @Test
  void of_knownInvoice_neverChanges() {
    assertThat(DocumentFingerprint.text(full().build()).text())
        .isEqualTo(
            """
            number[2]=F1
            customer[8]=school/7
            currency[3]=EUR
            date[10]=2026-11-25
            due[10]=2026-12-25
            line[80]=description[4]=Rome
            quantity[1]=2
            price[4]=12.5
            tax[23]=code[3]=T20
            rate[2]=20


            """);
    assertThat(DocumentFingerprint.of(full().build()))
        .isEqualTo("b7418a4a21daa5d3b1fa52973dae408ef7af9484aaeb88e5aa2836e825ef41a6");
  }

  /** As much stored as the rest of the document. */
  @Test
  void text_extraValueOfEachType_neverChanges() {
    Invoice invoice =
        Invoice.builder(KEY, "EUR")
            .extra("text", "6b")
            .extra("whole", 5)
            .extra("decimal", new BigDecimal("1.50"))
            .extra("flag", true)
            .extra("day", LocalDate.of(2026, 11, 25))
            .extra("moment", Instant.parse("2026-11-25T10:00:05Z"))
            .extra("references", List.of(1L, 3L))
            .build();
    assertThat(DocumentFingerprint.text(invoice).text())
        .isEqualTo(
            """
            currency[3]=EUR
            extra[19]=day[10]=2026-11-25

            extra[15]=decimal[3]=1.5

            extra[13]=flag[4]=true

            extra[32]=moment[20]=2026-11-25T10:00:05Z

            extra[21]=references[6]=[1, 3]

            extra[13]=text[4]='6b'

            extra[11]=whole[1]=5

            """);
  }

  static Stream<Invoice> others() {
    return Stream.of(
        full().number("F2").build(),
        full().customer(LocalKey.of("school", 8)).build(),
        full().invoiceDate(LocalDate.of(2026, 11, 26)).build(),
        full().dueDate(null).build(),
        full().lines(List.of()).build(),
        full().lines(List.of(line("Roma", "2", "12.50", "20"))).build(),
        full().lines(List.of(line("Rome", "3", "12.50", "20"))).build(),
        full().lines(List.of(line("Rome", "2", "12.51", "20"))).build(),
        full().lines(List.of(line("Rome", "2", "12.50", "0"))).build(),
        full().lines(List.of(discounted())).build(),
        filled(Invoice.creditNote(KEY, "eur", null)).build(),
        filled(Invoice.creditNote(KEY, "eur", LocalKey.of("invoice", 1))).build(),
        full().reference("R1").build(),
        full().origin("travel 7").build(),
        full().narration("thanks").build(),
        full().journal("VEN").build(),
        full().company(OdooReference.id(2)).build(),
        full().paymentTerm(OdooReference.id(3)).build(),
        full().totals(InvoiceTotals.builder().total(new BigDecimal("30")).build()).build(),
        full().extra("x_class", "6b").build(),
        full().lines(List.of(item().product("COACH").build())).build(),
        full().lines(List.of(item().account("706000").build())).build(),
        full().lines(List.of(item().analytic("A1", new BigDecimal("100")).build())).build(),
        full().buyerReference("SERVICE1").build(),
        full().purchaseOrderReference("ENG-7").build(),
        full().deliveryDate(LocalDate.of(2026, 12, 1)).build(),
        full().lines(List.of(item().downPayment().build())).build(),
        full().lines(List.of(item().depositInvoice(LocalKey.of("invoice", 2)).build())).build(),
        full().lines(List.of(InvoiceLine.section("Rome"))).build(),
        full().lines(List.of(InvoiceLine.note("Rome"))).build(),
        full()
            .lines(List.of(line("Rome", "2", "12.50", "20"), line("Rome", "2", "12.50", "20")))
            .build());
  }

  @ParameterizedTest
  @MethodSource("others")
  void of_anotherDocument_differs(Invoice other) {
    assertThat(DocumentFingerprint.of(other)).isNotEqualTo(DocumentFingerprint.of(full().build()));
  }

  @Test
  void of_otherCurrency_differs() {
    assertThat(DocumentFingerprint.of(Invoice.builder(KEY, "CHF").build()))
        .isNotEqualTo(DocumentFingerprint.of(Invoice.builder(KEY, "EUR").build()));
  }

  @Test
  void of_sameAmountsWrittenOtherwise_isTheSame() {
    Invoice other =
        full().lines(List.of(line(" Rome ", "2.00", "12.5", "20.0"))).odooId(4L).build();
    assertThat(DocumentFingerprint.of(other)).isEqualTo(DocumentFingerprint.of(full().build()));
  }

  /** Odoo is not told, so a host that begins to say so has not changed what it sent. */
  @Test
  void of_whatOnlyHelpsToJudge_isTheSame() {
    SalesTax tax = SalesTax.of("T20", "20").category(TaxCategory.STANDARD).exempt("why", "VATEX");
    Invoice judged =
        full()
            .customerKind(CustomerKind.PUBLIC_BODY)
            .lines(List.of(item().taxes(tax).build()))
            .build();
    assertThat(DocumentFingerprint.of(judged)).isEqualTo(DocumentFingerprint.of(full().build()));
  }

  @Test
  void text_valueThatLooksLikeAPart_isNotTakenForOne() {
    CanonicalText one = new CanonicalText().add("a", "x\nb[1]=y");
    CanonicalText other = new CanonicalText().add("a", "x").add("b", "y");
    assertThat(one.sha256()).isNotEqualTo(other.sha256());
  }

  private static InvoiceLine.Builder item() {
    return InvoiceLine.builder("Rome")
        .quantity(new BigDecimal("2"))
        .unitPrice(new BigDecimal("12.50"))
        .taxes(SalesTax.of("T20", "20"));
  }

  private static Invoice.Builder full() {
    return filled(Invoice.builder(KEY, "eur"));
  }

  private static Invoice.Builder filled(Invoice.Builder invoice) {
    return invoice
        .number("F1")
        .customer(LocalKey.of("school", 7))
        .invoiceDate(LocalDate.of(2026, 11, 25))
        .dueDate(LocalDate.of(2026, 12, 25))
        .lines(List.of(line("Rome", "2", "12.50", "20")));
  }

  private static InvoiceLine line(String text, String quantity, String price, String rate) {
    return InvoiceLine.builder(text)
        .quantity(new BigDecimal(quantity))
        .unitPrice(new BigDecimal(price))
        .taxes(SalesTax.of("T20", rate))
        .build();
  }

  private static InvoiceLine discounted() {
    return item().discountPercent(BigDecimal.ONE).build();
  }
}
