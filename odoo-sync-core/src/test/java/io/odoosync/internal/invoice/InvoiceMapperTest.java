package io.odoosync.internal.invoice;

import static io.odoosync.internal.field.MapperFixtures.cells;
import static io.odoosync.internal.field.MapperFixtures.failure;
import static io.odoosync.internal.field.MapperFixtures.mapped;
import static io.odoosync.internal.field.MapperFixtures.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldMapping;
import io.odoosync.FieldValue;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.Encoding;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.LoadTable;
import io.odoosync.internal.field.MapperFixtures;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.invoice.books.Currencies;
import io.odoosync.internal.invoice.books.SaleTaxes;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InvoiceMapperTest {

  private static final LocalKey KEY = LocalKey.of("invoice", 1);
  private static final LocalKey TEACHER = LocalKey.of("teacher", 1);
  private static final Dependencies CUSTOMERS =
      new Dependencies(
          Map.of(new Dependency(EntityType.CONTACT, TEACHER), 12L), Map.of(), Set.of());
  private static final Currencies CURRENCIES =
      new Currencies(
          Map.of(
              "EUR", new Currencies.OdooCurrency(1, true, 2),
              "GBP", new Currencies.OdooCurrency(2, false, 2),
              "USD", new Currencies.OdooCurrency(3, true, 2)));
  private static final SalesTax TEN = SalesTax.of("TVA10", "10.0");
  private static final SalesTax TWENTY = SalesTax.of("TVA20", "20");

  @Test
  void map_fullInvoice_setsHeaderAndLines() {
    Invoice invoice =
        Invoice.builder(KEY, "eur")
            .number("F-1")
            .customer(TEACHER)
            .invoiceDate(LocalDate.of(2026, 11, 1))
            .dueDate(LocalDate.of(2026, 12, 1))
            .lines(
                List.of(
                    InvoiceLine.builder("Coach")
                        .quantity(new BigDecimal("2.50"))
                        .unitPrice(new BigDecimal("100.00"))
                        .discountPercent(new BigDecimal("5"))
                        .taxes(TEN)
                        .build(),
                    InvoiceLine.builder("Discount").unitPrice(new BigDecimal("-3.10")).build()))
            .build();

    Mapping.Mapped mapped = mapped(mapper(TaxMapping.byRate()).map(invoice, CUSTOMERS));

    assertThat(mapped.fields().byField())
        .containsEntry("move_type", new FieldValue.Text("out_invoice"))
        .containsEntry("partner_id", new FieldValue.LocalReference(TEACHER, 12L))
        .containsEntry("currency_id", new FieldValue.Reference(1))
        .containsEntry("invoice_date", new FieldValue.Day(LocalDate.of(2026, 11, 1)))
        .containsEntry("ref", new FieldValue.Text("F-1"))
        .containsEntry("payment_reference", new FieldValue.Text("F-1"))
        .doesNotContainKey("name");
    assertThat(mapped.onCreate().byField())
        .containsEntry("invoice_date_due", new FieldValue.Day(LocalDate.of(2026, 12, 1)))
        .containsEntry("invoice_payment_term_id", FieldValue.nothing());
    assertThat(mapped.lines().rows())
        .extracting(
            line -> MapperFixtures.cells(line, "name", "quantity", "price_unit", "discount"))
        .containsExactly(
            Map.of("name", "Coach", "quantity", "2.5", "price_unit", "100", "discount", "5"),
            Map.of("name", "Discount", "quantity", "1", "price_unit", "-3.1", "discount", "0"));
    assertThat(mapped.lines().rows())
        .extracting(line -> line.get("tax_ids"))
        .containsExactly(
            new FieldValue.References(List.of(3L)), new FieldValue.References(List.of()));
  }

  /** Odoo knows lines by these: if they change, lines are created a second time. */
  @Test
  void map_lines_haveTheNamesThatOdooHasAlwaysKnownThemBy() {
    Mapping.Mapped mapped = mapped(mapper(TaxMapping.byRate()).map(invoice(line(TEN)), CUSTOMERS));
    LoadTable table =
        LoadTable.of("__app__", "account.move", Map.of(LocalKey.of("invoice", 7), mapped));
    assertThat(table.columns()).contains("invoice_line_ids/id", "invoice_line_ids/price_unit");
    assertThat(table.rows().get(0)).contains("__app__.account_move_line_invoice_7.1");
  }

  @Test
  void map_codeMapped_takesFirstReferenceThatExists() {
    TaxMapping mapping =
        TaxMapping.byRate()
            .with(
                "TVA20",
                OdooReference.externalId("l10n_fr.1_tva_normale"),
                OdooReference.externalId("account.1_tva_normale"),
                OdooReference.name("10% G"));
    assertThat(mapped(mapper(mapping).map(invoice(line(TWENTY)), CUSTOMERS)).lines().rows())
        .extracting(line -> line.get("tax_ids"))
        .containsExactly(new FieldValue.References(List.of(1L)));
  }

  @Test
  void map_codeMappedByNameOrId_findsTax() {
    TaxMapping byName = TaxMapping.byRate().with("TVA20", OdooReference.name("20% S"));
    TaxMapping byId = TaxMapping.byRate().with("TVA20", OdooReference.id(2));
    for (TaxMapping mapping : List.of(byName, byId)) {
      assertThat(mapped(mapper(mapping).map(invoice(line(TWENTY)), CUSTOMERS)).lines().rows())
          .extracting(line -> line.get("tax_ids"))
          .containsExactly(new FieldValue.References(List.of(2L)));
    }
  }

  @Test
  void map_rateOfSeveralTaxes_isRejectedWithCandidates() {
    assertThat(rejection(invoice(line(TEN), line(TWENTY))))
        .isEqualTo(
            "line 2: tax 'TVA20' is not mapped, and Odoo has more than one sale tax of School with"
                + " rate 20 %: '20% G' (id 1), '20% S' (id 2)");
  }

  @Test
  void map_taxesThatCantBeTold_adviseToMapTheirCodes() {
    SalesTax unknown = SalesTax.of("TVA7", "7.7");
    Failure failure =
        failure(mapper(TaxMapping.byRate()).map(invoice(line(TWENTY), line(unknown)), CUSTOMERS));
    assertThat(failure.cause()).isEqualTo(FailureCause.UNRESOLVED_NAME);
    assertThat(failure.advice())
        .contains("Map the code 'TVA20' to one of Odoo's sale taxes with TaxMapping.with(…)")
        .contains("Map the code 'TVA7' to one of");
  }

  @Test
  void map_rateOfNoTax_isRejectedWithCandidates() {
    assertThat(rejection(invoice(line(SalesTax.of("TVA7", "7.7")))))
        .startsWith(
            "line 1: tax 'TVA7' is not mapped, and Odoo has no sale tax of School with rate 7.7 %."
                + " It has: ")
        .contains("'10% G' (id 3)");
  }

  @Test
  void map_priceIncludedDiffers_isAnotherTax() {
    SalesTax included = new SalesTax("TTC10", BigDecimal.TEN, true);
    assertThat(rejection(invoice(line(included))))
        .contains("Odoo has no sale tax of School with rate 10 %, included in the price. It has: ");
  }

  @Test
  void map_neitherCodeMappedNorRate_isRejected() {
    assertThat(rejection(invoice(line(new SalesTax("ECO", null, false)))))
        .isEqualTo("line 1: tax 'ECO' has no rate to be found by");
  }

  @Test
  void map_codeMappedToNothingThere_isRejected() {
    TaxMapping mapping = TaxMapping.byRate().with("TVA20", OdooReference.name("VAT 20"));
    assertThat(reason(mapper(mapping).map(invoice(line(TWENTY)), CUSTOMERS)))
        .startsWith(
            "line 1: tax 'TVA20' is mapped, but Odoo has no sale tax of School with name 'VAT 20'."
                + " It has: '20% G' (id 1), ");
  }

  @Test
  void map_noLines_isRejected() {
    assertThat(rejection(invoice())).isEqualTo("it has no lines");
  }

  @Test
  void map_noCustomer_isRejected() {
    Invoice invoice = Invoice.builder(KEY, "EUR").lines(List.of(line(TEN))).build();
    assertThat(rejection(invoice)).isEqualTo("customer is missing");
  }

  @Test
  void map_customerNotInOdoo_isBlocked() {
    assertThat(mapper(TaxMapping.byRate()).map(invoice(line(TEN)), Dependencies.NONE))
        .isInstanceOf(Mapping.Blocked.class);
  }

  @Test
  void map_negativeQuantity_isADeduction() {
    InvoiceLine deduction = item().quantity(new BigDecimal("-3")).build();
    Mapping.Mapped mapped =
        mapped(mapper(TaxMapping.byRate()).map(invoice(line(TEN), deduction), CUSTOMERS));
    assertThat(cells(mapped.lines().rows().get(1), "quantity")).isEqualTo(Map.of("quantity", "-3"));
  }

  @Test
  void map_negativeTotal_isRejectedWithAWayOut() {
    InvoiceLine deduction = item().quantity(new BigDecimal("-1000")).build();
    assertThat(rejection(invoice(line(TEN), deduction)))
        .startsWith("line 2: quantity -1000 is negative, and so is the total before taxes, -")
        .endsWith("Odoo does not post that. Issue it as a credit note, with positive lines");
    InvoiceLine cheap = item().unitPrice(new BigDecimal("-1000")).build();
    assertThat(rejection(invoice(cheap))).startsWith("line 1: unit price -1000 is negative");
  }

  @Test
  void map_badLine_namesLineAndRule() {
    InvoiceLine nameless = InvoiceLine.builder(" ").unitPrice(BigDecimal.ONE).build();
    InvoiceLine tooCheap =
        InvoiceLine.builder("x")
            .unitPrice(BigDecimal.ONE)
            .discountPercent(new BigDecimal("100.5"))
            .build();
    assertThat(rejection(invoice(line(TEN), nameless, tooCheap)))
        .isEqualTo(
            "line 2: description is missing;"
                + " line 3: discount 100.5 % is not between 0 and 100");
  }

  @Test
  void map_unusableCurrency_isRejected() {
    assertThat(
            rejection(
                Invoice.builder(KEY, "GBP").customer(TEACHER).lines(List.of(line(TEN))).build()))
        .isEqualTo("currency 'GBP' is not active in Odoo");
    assertThat(
            rejection(
                Invoice.builder(KEY, "XXL").customer(TEACHER).lines(List.of(line(TEN))).build()))
        .isEqualTo(
            "Odoo has no active currency with code 'XXL'. It has: 'EUR' (id 1), 'USD' (id 3)");
    Failure inactive =
        failure(
            mapper(TaxMapping.byRate())
                .map(
                    Invoice.builder(KEY, "GBP").customer(TEACHER).lines(List.of(line(TEN))).build(),
                    CUSTOMERS));
    assertThat(inactive.cause()).isEqualTo(FailureCause.MISSING_IN_ODOO);
    assertThat(inactive.advice()).isEqualTo("Activate the currency in Odoo's settings.");
  }

  @Test
  void map_creditNote_isLinkedToAnOriginalThatWasSent() {
    LocalKey original = LocalKey.of("invoice", 9);
    Invoice note =
        Invoice.creditNote(KEY, "EUR", original)
            .customer(TEACHER)
            .lines(List.of(line(TEN)))
            .build();
    Books books = books(TaxMapping.byRate());
    Mapping.Mapped before = mapped(mapper(books, InvoicingOptions.DEFAULT).map(note, CUSTOMERS));
    assertThat(before.fields().get("move_type")).isEqualTo(new FieldValue.Text("out_refund"));
    assertThat(before.onCreate().byField()).doesNotContainKey("reversed_entry_id");
    books.sent(original, 70);
    Mapping.Mapped after = mapped(mapper(books, InvoicingOptions.DEFAULT).map(note, CUSTOMERS));
    assertThat(after.onCreate().get("reversed_entry_id")).isEqualTo(new FieldValue.Reference(70));
  }

  @Test
  void map_referencesOfThePublicSector_haveFieldsOfTheirOwn() {
    Invoice invoice = ordered().buyerReference("SERVICE1").build();
    Books books = books(TaxMapping.byRate()).moveField("purchase_order_reference");
    assertThat(header(books, invoice))
        .containsEntry("ref", new FieldValue.Text("F-1"))
        .containsEntry("buyer_reference", new FieldValue.Text("SERVICE1"))
        .containsEntry("purchase_order_reference", new FieldValue.Text("ENG-7"))
        .containsEntry("delivery_date", new FieldValue.Day(LocalDate.of(2026, 12, 1)));
    assertThat(header(books, invoice(line(TEN))))
        .doesNotContainKeys("buyer_reference", "purchase_order_reference", "delivery_date");
  }

  /** There its electronic invoices take it from. */
  @Test
  void map_serverWithoutPurchaseOrder_hasItInItsReference() {
    Books books = books(TaxMapping.byRate());
    assertThat(header(books, ordered().build()))
        .containsEntry("ref", new FieldValue.Text("ENG-7"))
        .containsEntry("payment_reference", new FieldValue.Text("F-1"));
    assertThat(header(books, ordered().reference("R-1").build()))
        .containsEntry("ref", new FieldValue.Text("R-1"));
  }

  private static Invoice.Builder ordered() {
    return invoice(line(TEN)).toBuilder()
        .number("F-1")
        .purchaseOrderReference("ENG-7")
        .deliveryDate(LocalDate.of(2026, 12, 1));
  }

  private static Map<String, FieldValue> header(Books books, Invoice invoice) {
    return mapped(mapper(books, InvoicingOptions.DEFAULT).map(invoice, CUSTOMERS))
        .fields()
        .byField();
  }

  private static final LocalKey DEPOSIT = LocalKey.of("invoice", 9);

  private static final Dependencies WITH_DEPOSIT =
      new Dependencies(
          Map.of(
              new Dependency(EntityType.CONTACT, TEACHER), 12L,
              new Dependency(EntityType.INVOICE, DEPOSIT), 70L),
          Map.of(),
          Set.of());

  @Test
  void map_finalInvoice_namesItsDepositAndMarksItsLines() {
    InvoiceLine taken = item().unitPrice(new BigDecimal("-3")).depositInvoice(DEPOSIT).build();
    Invoice invoice = invoice(line(TEN), taken, InvoiceLine.note("n"));
    Books books = books(TaxMapping.byRate()).numbered(DEPOSIT, "INV/2026/00001");
    Mapping.Mapped mapped =
        mapped(mapper(books, InvoicingOptions.DEFAULT).map(invoice, WITH_DEPOSIT));
    assertThat(mapped.fields().get("invoice_origin"))
        .isEqualTo(new FieldValue.Text("INV/2026/00001"));
    assertThat(mapped.lines().rows())
        .extracting(row -> row.get("is_downpayment"))
        .containsExactly(
            new FieldValue.Flag(false), new FieldValue.Flag(true), FieldValue.nothing());
    assertThat(mapper(books, InvoicingOptions.DEFAULT).map(invoice, CUSTOMERS))
        .isInstanceOf(Mapping.Blocked.class);
  }

  @Test
  void map_noDownPayment_saysNothingOfIt() {
    Mapping.Mapped mapped = mapped(mapper(TaxMapping.byRate()).map(invoice(line(TEN)), CUSTOMERS));
    assertThat(mapped.lines().rows().get(0).has("is_downpayment")).isFalse();
  }

  @Test
  void map_depositThatAddsOrIsTheInvoiceItself_isRejected() {
    InvoiceLine added = item().depositInvoice(DEPOSIT).build();
    assertThat(reason(mapper(TaxMapping.byRate()).map(invoice(line(TEN), added), WITH_DEPOSIT)))
        .isEqualTo("line 2: it takes off the deposit invoice/9, but its amount is not negative");
    InvoiceLine itself = item().unitPrice(new BigDecimal("-1")).depositInvoice(KEY).build();
    assertThat(rejection(invoice(line(TEN), itself))).isEqualTo("it takes off itself as a deposit");
  }

  @Test
  void map_sectionsProductAccountAnalytic_areSet() {
    InvoiceLine coach =
        InvoiceLine.builder("Coach")
            .unitPrice(BigDecimal.TEN)
            .taxes(TEN)
            .product("COACH")
            .account("706000")
            .analytic("A1", new BigDecimal("60"))
            .analytic("Oslo", new BigDecimal("40.0"))
            .extra("x_class", "6b")
            .build();
    List<FieldValues> lines =
        mapped(
                mapper(TaxMapping.byRate())
                    .map(
                        invoice(InvoiceLine.section("S"), coach, line(TEN), InvoiceLine.note("N")),
                        CUSTOMERS))
            .lines()
            .rows();
    assertThat(cells(lines.get(0), "display_type", "name"))
        .isEqualTo(Map.of("display_type", "line_section", "name", "S"));
    assertThat(
            cells(
                lines.get(1),
                "display_type",
                "product_id",
                "account_id",
                "analytic_distribution",
                "x_class"))
        .isEqualTo(
            Map.of(
                "display_type", "product",
                "product_id", "1",
                "account_id", "1",
                "analytic_distribution", "{\"1\":60,\"2\":40.0}",
                "x_class", "6b"));
    assertThat(cells(lines.get(2), "account_id"))
        .as("that of the journal, since another line names its own")
        .isEqualTo(Map.of("account_id", "40"));
    assertThat(cells(lines.get(3), "display_type")).isEqualTo(Map.of("display_type", "line_note"));
  }

  @Test
  void map_linesNameWhatIsNotThere_areRejectedWithTheirNumbers() {
    InvoiceLine bad =
        InvoiceLine.builder("x")
            .unitPrice(BigDecimal.ONE)
            .product("TWICE")
            .account("1")
            .analytic("A9", new BigDecimal("100"))
            .extra("x_none", "x")
            .build();
    assertThat(rejection(invoice(line(TEN), bad)))
        .contains("line 2: Odoo has more than one product with code 'TWICE': TWICE 'One' (id 2), ")
        .contains("line 2: Odoo has no account of School with code '1'. It has: 706000 'Services'")
        .contains("line 2: Odoo has no analytic account with code or name 'A9'. It has: A1 'Rome'")
        .contains("line 2: extra field 'x_none' does not exist in Odoo");
  }

  static Stream<Arguments> linesWithProblems() {
    return Stream.of(
        arguments(FailureCause.INVALID_RECORD, item().discountPercent(new BigDecimal("-1"))),
        arguments(FailureCause.UNRESOLVED_NAME, item().product("TWICE")),
        arguments(FailureCause.UNRESOLVED_NAME, item().account("1")),
        arguments(FailureCause.UNRESOLVED_NAME, item().analytic("A9", new BigDecimal("100"))),
        arguments(FailureCause.HOST_FAULT, item().extra("x_none", "x")),
        arguments(FailureCause.HOST_FAULT, item().extra("name", "x")));
  }

  private static InvoiceLine.Builder item() {
    return InvoiceLine.builder("x").unitPrice(BigDecimal.ONE);
  }

  @ParameterizedTest
  @MethodSource("linesWithProblems")
  void map_problemOfALine_hasTheCauseOfWhoMendsIt(FailureCause cause, InvoiceLine.Builder line) {
    Failure failure = failure(mapper(TaxMapping.byRate()).map(invoice(line.build()), CUSTOMERS));
    assertThat(failure.cause()).isEqualTo(cause);
  }

  @Test
  void map_problemsOfSeveralCauses_haveThatOfTheFirstAndEachAdvice() {
    InvoiceLine bad =
        item().discountPercent(new BigDecimal("-1")).product("TWICE").account("1").build();
    Failure failure = failure(mapper(TaxMapping.byRate()).map(invoice(bad), CUSTOMERS));
    assertThat(failure.cause()).isEqualTo(FailureCause.INVALID_RECORD);
    assertThat(failure.advice())
        .isEqualTo(
            "Correct the record in the host application."
                + " Map the name to one record of Odoo's, name another, or add it in Odoo.");
  }

  @Test
  void map_productWithoutAccountBesideAccount_isRejected() {
    InvoiceLine coach = InvoiceLine.builder("x").unitPrice(BigDecimal.ONE).product("COACH").build();
    InvoiceLine named =
        InvoiceLine.builder("x").unitPrice(BigDecimal.ONE).account("706000").build();
    assertThat(rejection(invoice(named, coach))).startsWith("line 2: account is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1.2345, 0, line 1: of price_unit 1.2345 Odoo keeps 2 decimals only",
    "0.333, 100, 0, line 1: of quantity 0.333 Odoo keeps 2 decimals only",
    "1000, 100, 0.125, line 1: of discount 0.125 Odoo keeps 2 decimals only"
  })
  void map_decimalsThatOdooWouldLose_areRejected(
      String quantity, String price, String discount, String reason) {
    InvoiceLine line =
        InvoiceLine.builder("x")
            .quantity(new BigDecimal(quantity))
            .unitPrice(new BigDecimal(price))
            .discountPercent(new BigDecimal(discount))
            .build();
    InvoiceMapper mapper = mapper(books(TaxMapping.byRate()).asOdoo14(), InvoicingOptions.DEFAULT);
    assertThat(reason(mapper.map(invoice(line), CUSTOMERS))).startsWith(reason);
  }

  @Test
  void map_decimalsThatMakeNoDifference_areSentAsOdooKeepsThem() {
    InvoiceLine line = InvoiceLine.builder("x").unitPrice(new BigDecimal("10.0049")).build();
    Books books = books(TaxMapping.byRate());
    assertThat(price(mapper(books, InvoicingOptions.DEFAULT), line)).isEqualTo("10.0049");
    assertThat(price(mapper(books.asOdoo14(), InvoicingOptions.DEFAULT), line)).isEqualTo("10");
  }

  private static String price(InvoiceMapper mapper, InvoiceLine line) {
    return Encoding.cell(
        mapped(mapper.map(invoice(line), CUSTOMERS)).lines().rows().get(0).get("price_unit"));
  }

  @Test
  void map_analyticsOnOdoo14_areOneAccountOf100Percent() {
    InvoiceMapper mapper = mapper(books(TaxMapping.byRate()).asOdoo14(), InvoicingOptions.DEFAULT);
    InvoiceLine.Builder line = InvoiceLine.builder("x").unitPrice(BigDecimal.ONE);
    line.analytic("A2", new BigDecimal("100.00"));
    assertThat(
            mapped(mapper.map(invoice(line.build()), CUSTOMERS))
                .lines()
                .rows()
                .get(0)
                .get("analytic_account_id"))
        .isEqualTo(new FieldValue.Reference(2));
    line.analytic("A1", BigDecimal.TEN);
    assertThat(reason(mapper.map(invoice(line.build()), CUSTOMERS)))
        .contains("this Odoo takes one analytic account of 100 % a line");
  }

  @Test
  void map_optionsAndInvoice_chooseJournalTermAndCompany() {
    InvoicingOptions options =
        InvoicingOptions.builder()
            .journal("RET")
            .paymentTerm(OdooReference.name("30 Days"))
            .company(OdooReference.id(1))
            .build();
    InvoiceMapper mapper = mapper(books(TaxMapping.byRate()), options);
    assertThat(mapped(mapper.map(invoice(line(TEN)), CUSTOMERS)).onCreate().byField())
        .containsEntry("journal_id", new FieldValue.Reference(2))
        .containsEntry("invoice_payment_term_id", new FieldValue.Reference(1));
    Invoice own =
        Invoice.builder(KEY, "EUR")
            .customer(TEACHER)
            .journal("INV")
            .paymentTerm(OdooReference.name("At once"))
            .lines(List.of(line(TEN)))
            .build();
    assertThat(mapped(mapper.map(own, CUSTOMERS)).onCreate().byField())
        .containsEntry("journal_id", new FieldValue.Reference(1))
        .containsEntry("invoice_payment_term_id", new FieldValue.Reference(2));
  }

  @Test
  void map_noJournalNamed_takesThatOfTheCurrencyElseTheFirst() {
    InvoiceMapper mapper = mapper(books(TaxMapping.byRate()), InvoicingOptions.DEFAULT);
    Invoice dollars =
        Invoice.builder(KEY, "USD").customer(TEACHER).lines(List.of(line(TEN))).build();

    assertThat(mapped(mapper.map(dollars, CUSTOMERS)).onCreate().get("journal_id"))
        .isEqualTo(new FieldValue.Reference(3));
    assertThat(mapped(mapper.map(invoice(line(TEN)), CUSTOMERS)).onCreate().get("journal_id"))
        .isEqualTo(new FieldValue.Reference(1));
  }

  @Test
  void map_companyNamedWithoutJournal_takesItsFirstJournal() {
    InvoicingOptions options = InvoicingOptions.builder().company(OdooReference.id(1)).build();
    InvoiceMapper mapper = mapper(books(TaxMapping.byRate()), options);
    assertThat(mapped(mapper.map(invoice(line(TEN)), CUSTOMERS)).onCreate().get("journal_id"))
        .isEqualTo(new FieldValue.Reference(1));
    Invoice elsewhere =
        Invoice.builder(KEY, "EUR")
            .customer(TEACHER)
            .company(OdooReference.id(2))
            .lines(List.of(line(TEN)))
            .build();
    assertThat(reason(mapper.map(elsewhere, CUSTOMERS))).isEqualTo("company id 2 is none");
  }

  @Test
  void map_referenceOriginNarrationExtra_areSet() {
    Invoice invoice =
        Invoice.builder(KEY, "EUR")
            .number("F-1")
            .reference("PO 7")
            .origin("T-3")
            .narration("a <b>\nc")
            .extra("x_trip", "Rome")
            .extra("x_days", 5)
            .customer(TEACHER)
            .lines(List.of(line(TEN)))
            .build();
    Mapping.Mapped mapped = mapped(mapper(TaxMapping.byRate()).map(invoice, CUSTOMERS));
    assertThat(cells(mapped.fields(), "ref", "payment_reference", "invoice_origin", "narration"))
        .isEqualTo(
            Map.of(
                "ref", "PO 7",
                "payment_reference", "F-1",
                "invoice_origin", "T-3",
                "narration", "<p>a &lt;b&gt;<br>c</p>"));
    assertThat(cells(mapped.fields(), "x_trip", "x_days"))
        .isEqualTo(Map.of("x_trip", "Rome", "x_days", "5"));
  }

  private static String rejection(Invoice invoice) {
    return reason(mapper(TaxMapping.byRate()).map(invoice, CUSTOMERS));
  }

  private static InvoiceMapper mapper(TaxMapping mapping) {
    return mapper(books(mapping), InvoicingOptions.DEFAULT);
  }

  private static InvoiceMapper mapper(Books books, InvoicingOptions options) {
    return new InvoiceMapper(CURRENCIES, options, books, FieldMapping.unchanged());
  }

  private static Books books(TaxMapping mapping) {
    BigDecimal twenty = new BigDecimal("20.0");
    SaleTaxes.TaxBase alone = SaleTaxes.TaxBase.ALONE;
    return new Books(mapping)
        .tax("20% G", new SaleTaxes.OdooTax(1, twenty, false, alone))
        .taxExternalId("account.1_tva_normale", 1)
        .tax("20% S", new SaleTaxes.OdooTax(2, twenty, false, alone))
        .tax("10% G", new SaleTaxes.OdooTax(3, BigDecimal.TEN, false, alone))
        .tax("eco", new SaleTaxes.OdooTax(4, null, false, alone));
  }

  private static Invoice invoice(InvoiceLine... lines) {
    return Invoice.builder(KEY, "EUR").customer(TEACHER).lines(List.of(lines)).build();
  }

  private static InvoiceLine line(SalesTax tax) {
    return InvoiceLine.builder("Coach").unitPrice(BigDecimal.TEN).taxes(tax).build();
  }
}
