package io.odoosync.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the records of a host refuse, copy and keep. */
class SourceRecordsTest {

  private static final LocalKey KEY = LocalKey.of("any", 1);
  private static final InvoiceLine LINE =
      InvoiceLine.builder("Coach").unitPrice(BigDecimal.TEN).build();

  @Test
  void odooId_notPositive_isRefusedAtOnce() {
    String rule = "odooId must be more than 0, but is 0";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Contact.builder(KEY).odooId(0L))
        .withMessage(rule);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Travel.builder(KEY).odooId(0L))
        .withMessage(rule);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Invoice.builder(KEY, "EUR").odooId(0L))
        .withMessage(rule);
  }

  @Test
  void priority_outOfRange_isRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Travel.builder(KEY).priority(4))
        .withMessage("priority must be 0 to 3, but is 4");
  }

  @Test
  void lists_withNull_areRefusedByName() {
    assertThatNullPointerException()
        .isThrownBy(() -> Invoice.builder(KEY, "EUR").lines(Arrays.asList(LINE, null)))
        .withMessage("lines must not hold null");
    assertThatNullPointerException()
        .isThrownBy(() -> Travel.builder(KEY).tags(Arrays.asList("a", null)))
        .withMessage("tags must not hold null");
    assertThatNullPointerException()
        .isThrownBy(() -> InvoiceLine.builder("x").taxes(Arrays.asList((SalesTax) null)))
        .withMessage("taxes must not hold null");
  }

  @Test
  void item_withoutPrice_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(InvoiceLine.builder("Coach")::build)
        .withMessage("unitPrice must be set");
  }

  @Test
  void item_nothingSaid_isOnePieceWithoutDiscountAndTaxes() {
    assertThat(LINE.quantity()).isEqualTo("1");
    assertThat(LINE.discountPercent()).isZero();
    assertThat(LINE.taxes()).isEmpty();
  }

  @Test
  void section_withMoreThanADescription_isRefused() {
    InvoiceLine section = InvoiceLine.section("Day 1");
    assertThat(section.toBuilder().description("Day 2").build())
        .isEqualTo(InvoiceLine.section("Day 2"));
    assertThatIllegalArgumentException()
        .isThrownBy(section.toBuilder().quantity(BigDecimal.ONE)::build)
        .withMessage("a section must have nothing but a description");
  }

  @Test
  void lines_hostGoesOnWithItsList_areCopied() {
    List<InvoiceLine> lines = new ArrayList<>(List.of(LINE));
    Invoice invoice = Invoice.builder(KEY, "EUR").lines(lines).build();
    lines.clear();
    assertThat(invoice.lines()).containsExactly(LINE);
    assertThatThrownBy(() -> invoice.lines().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void extra_builderIsUsedOn_isCopied() {
    Contact.Builder builder = Contact.builder(KEY).extra("x_a", 1);
    Contact contact = builder.build();
    builder.extra("x_b", 2);
    assertThat(contact.extra()).isEqualTo(Map.of("x_a", FieldValue.of(1)));
    assertThatThrownBy(() -> contact.extra().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void extraAndAnalytics_anyOrder_isKept() {
    List<String> names = List.of("z", "a", "m", "b", "y", "c", "x", "d");
    Contact.Builder contact = Contact.builder(KEY);
    InvoiceLine.Builder line = LINE.toBuilder();
    names.forEach(name -> contact.extra(name, name));
    names.forEach(name -> line.analytic(name, BigDecimal.ONE));
    assertThat(contact.build().toBuilder().build().extra().keySet())
        .containsExactlyElementsOf(names);
    assertThat(line.build().toBuilder().build().analytics().keySet())
        .containsExactlyElementsOf(names);
  }

  /** Its hash tells whether a record that keeps failing has changed since. */
  @Test
  void toString_knownContact_isAsEver() {
    Contact contact =
        Contact.builder(KEY)
            .name("Ada")
            .address(PostalAddress.builder().city("Paris").build())
            .organisation()
            .odooId(7L)
            .extra("x_level", "B2")
            .build();
    assertThat(contact)
        .hasToString(
            "Contact[key=any/1, name=Ada, email=null, phone=null, mobile=null,"
                + " address=PostalAddress[street=null, street2=null, zip=null, city=Paris,"
                + " countryCode=null], vat=null, reference=null, notes=null, organisation=true,"
                + " odooId=7, updatedAt=null, extra={x_level='B2'}]");
  }

  /** What was added later says nothing unless it is set. */
  @Test
  void toString_knownInvoice_isAsEver() {
    InvoiceLine coach = LINE.toBuilder().taxes(SalesTax.of("T20", "20")).build();
    assertThat(Invoice.builder(KEY, "EUR").lines(List.of(coach)).build())
        .hasToString(
            "Invoice[key=any/1, kind=INVOICE, original=null, number=null, reference=null,"
                + " customer=null, currency=EUR, invoiceDate=null, dueDate=null, paymentTerm=null,"
                + " journal=null, company=null, origin=null, narration=null,"
                + " lines=[InvoiceLine[type=ITEM, description=Coach, quantity=1, unitPrice=10,"
                + " discountPercent=0, taxes=[SalesTax[code=T20, ratePercent=20,"
                + " priceIncluded=false]], product=null, account=null, analytics={}, extra={}]],"
                + " totals=InvoiceTotals[untaxed=null, tax=null, total=null], document=null,"
                + " extra={}, odooId=null]");
  }

  @Test
  void exempt_taxWithCategory_keepsIt() {
    SalesTax tax = SalesTax.of("T0", "0");
    assertThat(tax.exempt("art. 293 B", "VATEX-FR-FRANCHISE"))
        .isEqualTo(
            new SalesTax(
                "T0",
                BigDecimal.ZERO,
                false,
                TaxCategory.EXEMPT,
                "art. 293 B",
                "VATEX-FR-FRANCHISE"))
        .asString()
        .contains("exemptionReason=art. 293 B");
    assertThat(tax.category(TaxCategory.OUT_OF_SCOPE).exempt("why").category())
        .isEqualTo(TaxCategory.OUT_OF_SCOPE);
  }

  @Test
  void equals_sameDocumentReadAgain_isTheSame() {
    assertThat(new InvoiceDocument("a.pdf", 7, InputStream::nullInputStream))
        .isEqualTo(new InvoiceDocument("a.pdf", 7, InputStream::nullInputStream))
        .hasSameHashCodeAs(new InvoiceDocument("a.pdf", 7, InputStream::nullInputStream))
        .isNotEqualTo(new InvoiceDocument("a.pdf", 8, InputStream::nullInputStream))
        .isNotEqualTo(new InvoiceDocument("b.pdf", 7, InputStream::nullInputStream));
  }
}
