package io.odoosync.testkit.conformance;

import static io.odoosync.testkit.conformance.OdooUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.Fact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customer invoices: their totals, and what posting does. */
interface InvoiceConformance {

  OdooUnderTest odoo();

  /** A sale tax of the company that is added to the price. */
  private OdooRecord tax() {
    Domain usable =
        Domain.field("type_tax_use")
            .isEqualTo("sale")
            .and(Domain.field("amount_type").isEqualTo("percent"))
            .and(Domain.field("price_include").isEqualTo(false))
            .and(Domain.field("amount").isGreaterThan(0));
    Page first = Page.first(1).orderedBy("amount desc, id");
    return odoo().client().searchRead("account.tax", usable, List.of("amount"), first).get(0);
  }

  private BigDecimal rate() {
    return tax().number("amount").orElseThrow().movePointLeft(2);
  }

  private Map<String, Object> line(String quantity, String price) {
    return Map.of(
        "name",
        "Bus",
        "quantity",
        new BigDecimal(quantity),
        "price_unit",
        new BigDecimal(price),
        "tax_ids",
        List.of(List.of(6, 0, List.of(tax().id()))));
  }

  private long invoice(List<? extends Map<String, ?>> lines) {
    return invoice(Map.of("partner_id", odoo().partner()), lines);
  }

  private long invoice(Map<String, ?> header, List<? extends Map<String, ?>> lines) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("move_type", "out_invoice");
    values.put("invoice_line_ids", lines.stream().map(line -> List.of(0, 0, line)).toList());
    values.putAll(header);
    return odoo().create("account.move", values);
  }

  private OdooRecord read(long move) {
    return odoo()
        .read(
            "account.move",
            move,
            "name",
            "state",
            "amount_untaxed",
            "amount_tax",
            "amount_total",
            "invoice_date",
            "payment_reference",
            "ref");
  }

  private void assertTotals(long move, BigDecimal untaxed, BigDecimal tax) {
    OdooRecord read = read(move);
    assertThat(read.number("amount_untaxed").orElseThrow()).isEqualByComparingTo(untaxed);
    assertThat(read.number("amount_tax").orElseThrow()).isEqualByComparingTo(tax);
    assertThat(read.number("amount_total").orElseThrow()).isEqualByComparingTo(untaxed.add(tax));
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  @Test
  default void create_oneLine_addsTheTax() {
    BigDecimal untaxed = new BigDecimal("100");
    assertTotals(invoice(List.of(line("1", "100"))), untaxed, cents(untaxed.multiply(rate())));
  }

  @Test
  default void create_lineThatNamesNoTaxes_getsNoneExceptOn16() {
    Map<String, Object> line = Map.of("name", "Bus", "quantity", 1, "price_unit", 100);
    BigDecimal tax = odoo().has(Fact.DEFAULT_TAX_ADDED) ? new BigDecimal("20") : BigDecimal.ZERO;
    assertTotals(invoice(List.of(line)), new BigDecimal("100"), tax);
  }

  @Test
  default void create_lineWithAnEmptyListOfTaxes_getsNone() {
    Map<String, Object> line = new LinkedHashMap<>(line("1", "100"));
    line.put("tax_ids", List.of(List.of(6, 0, List.of())));
    assertTotals(invoice(List.of(line)), new BigDecimal("100"), BigDecimal.ZERO);
  }

  /** Three lines of 0.33: rounded once for the document, or line by line, as the company says. */
  @Test
  default void create_threeSmallLines_roundsAsTheCompanySays() {
    Map<String, Object> line = line("1", "0.33");
    BigDecimal untaxed = new BigDecimal("0.99");
    BigDecimal once = cents(untaxed.multiply(rate()));
    BigDecimal perLine =
        cents(new BigDecimal("0.33").multiply(rate())).multiply(BigDecimal.valueOf(3));
    String method =
        odoo()
            .client()
            .searchRead(
                "res.company",
                Domain.all(),
                List.of("tax_calculation_rounding_method"),
                Page.first(1))
            .get(0)
            .text("tax_calculation_rounding_method")
            .orElseThrow();
    assertThat(method)
        .isEqualTo(odoo().has(Fact.PRICES_UNROUNDED) ? "round_globally" : "round_per_line");
    assertTotals(
        invoice(List.of(line, line, line)),
        untaxed,
        method.equals("round_globally") ? once : perLine);
  }

  @Test
  default void create_discount_isTakenOffBeforeTheTax() {
    Map<String, Object> line = new LinkedHashMap<>(line("1", "100"));
    line.put("discount", new BigDecimal("12.5"));
    BigDecimal untaxed = new BigDecimal("87.5");
    assertTotals(invoice(List.of(line)), untaxed, cents(untaxed.multiply(rate())));
  }

  /**
   * Before 19 the price itself is rounded to two digits. 14 shows totals of the unrounded price
   * until somebody touches the line.
   */
  @Test
  default void write_priceOfFiveDigits_isRoundedBeforeNineteen() {
    long id = invoice(List.of(line("1000", "1.23456")));
    long line =
        odoo().read("account.move", id, "invoice_line_ids").references("invoice_line_ids").get(0);
    boolean exact = odoo().has(Fact.PRICES_UNROUNDED);
    assertThat(
            odoo().read("account.move.line", line, "price_unit").number("price_unit").orElseThrow())
        .isEqualByComparingTo(exact ? "1.23456" : "1.23");
    odoo()
        .write(
            "account.move",
            id,
            Map.of("invoice_line_ids", List.of(List.of(1, line, Map.of("name", "Coach")))));
    BigDecimal untaxed = new BigDecimal(exact ? "1234.56" : "1230.00");
    assertTotals(id, untaxed, cents(untaxed.multiply(rate())));
  }

  @Test
  default void create_negativeQuantity_isSubtracted() {
    BigDecimal untaxed = new BigDecimal("200");
    assertTotals(
        invoice(List.of(line("3", "100"), line("-1", "100"))),
        untaxed,
        cents(untaxed.multiply(rate())));
  }

  @Test
  default void actionPost_negativeTotal_isRefused() {
    long id = invoice(List.of(line("-1", "100")));
    assertThat(read(id).number("amount_untaxed").orElseThrow()).isEqualByComparingTo("-100");
    assertUserError(() -> post(id));
  }

  @Test
  default void create_creditNote_hasPositiveTotals() {
    Map<String, Object> header = Map.of("move_type", "out_refund", "partner_id", odoo().partner());
    BigDecimal untaxed = new BigDecimal("100");
    assertTotals(
        invoice(header, List.of(line("1", "100"))), untaxed, cents(untaxed.multiply(rate())));
  }

  @Test
  default void create_unknownMoveType_isRefused() {
    OdooException failure =
        failure(() -> odoo().create("account.move", Map.of("move_type", "nope")));
    assertThat(failure.errorName()).isEqualTo("builtins.ValueError");
  }

  /** Up to 17 the first draft of a period already has its number; from 18 on a draft has none. */
  @Test
  default void create_draft_hasNoReliableName() {
    OdooRecord draft = read(invoice(List.of(line("1", "100"))));
    assertThat(draft.text("state")).contains("draft");
    assertThat(draft.date("invoice_date")).isEmpty();
    assertThat(draft.text("payment_reference").orElse("")).isEmpty();
    assertThat(draft.text("name").isEmpty()).isEqualTo(odoo().has(Fact.DRAFTS_NAMELESS));
  }

  @Test
  default void actionPost_draft_numbersAndDatesIt() {
    long id = invoice(List.of(line("1", "100")));
    post(id);
    OdooRecord posted = read(id);
    assertThat(posted.text("state")).contains("posted");
    assertThat(posted.text("name").orElseThrow()).isNotBlank().isNotEqualTo("/");
    assertThat(posted.date("invoice_date")).isPresent();
    assertThat(posted.text("payment_reference")).isEqualTo(posted.text("name"));
  }

  @Test
  default void actionPost_ownPaymentReference_isKept() {
    long id =
        invoice(
            Map.of("partner_id", odoo().partner(), "payment_reference", "F-42"),
            List.of(line("1", "100")));
    post(id);
    assertThat(read(id).text("payment_reference")).contains("F-42");
  }

  /** 14 answers the records' text and later ones false: nothing to go by. */
  @Test
  default void actionPost_result_isNoSign() {
    long id = invoice(List.of(line("1", "100")));
    var result = odoo().call("account.move", "action_post", id);
    if (odoo().has(Fact.POSTING_ANSWERS_REPR)) {
      assertThat(result.asText()).isEqualTo("account.move(" + id + ",)");
    } else {
      assertThat(result.flag()).contains(false);
    }
  }

  @Test
  default void actionPost_posted_isRefusedFromFifteenOn() {
    long id = posted();
    if (!odoo().has(Fact.POSTING_AGAIN_REFUSED)) {
      post(id);
    } else {
      assertUserError(() -> post(id));
    }
    assertThat(read(id).text("state")).contains("posted");
  }

  @Test
  default void actionPost_noPartner_isRefused() {
    long id = invoice(Map.of(), List.of(line("1", "100")));
    assertUserError(() -> post(id));
    assertThat(read(id).text("state")).contains("draft");
  }

  @Test
  default void actionPost_noLines_isRefused() {
    long id = invoice(List.of());
    assertUserError(() -> post(id));
  }

  @Test
  default void actionPost_inactiveCurrency_isRefusedFromFifteenOn() {
    Domain inactive = Domain.field("active").isEqualTo(false);
    List<Long> currencies =
        odoo().client().search("res.currency", inactive, Page.first(1).orderedBy("id"));
    assumeTrue(!currencies.isEmpty(), "all currencies are active");
    long id =
        invoice(
            Map.of("partner_id", odoo().partner(), "currency_id", currencies.get(0)),
            List.of(line("1", "100")));
    if (!odoo().has(Fact.POSTING_NEEDS_ACTIVE_CURRENCY)) {
      post(id);
    } else {
      assertUserError(() -> post(id));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner_id", "invoice_date"})
  default void write_headerOfPosted_isRefusedFrom18(String field) {
    long id = posted();
    Object value = field.equals("partner_id") ? odoo().partner() : "2026-01-05";
    if (odoo().has(Fact.POSTED_HEADER_OPEN)) {
      odoo().write("account.move", id, Map.of(field, value));
    } else {
      assertUserError(() -> odoo().write("account.move", id, Map.of(field, value)));
    }
  }

  /** On 16 and 17 it counts, and the invoice stays posted. */
  @Test
  default void write_lineOfPosted_isRefusedExceptOn16And17() {
    long id = posted();
    BigDecimal before = read(id).number("amount_untaxed").orElseThrow();
    Map<String, Object> more = Map.of("invoice_line_ids", List.of(List.of(0, 0, line("1", "5"))));
    if (odoo().has(Fact.POSTED_LINES_OPEN)) {
      odoo().write("account.move", id, more);
      BigDecimal untaxed = before.add(new BigDecimal("5"));
      assertTotals(id, untaxed, cents(untaxed.multiply(rate())));
    } else {
      assertUserError(() -> odoo().write("account.move", id, more));
    }
    assertThat(read(id).text("state")).contains("posted");
  }

  @Test
  default void write_refOfPosted_isAccepted() {
    long id = posted();
    odoo().write("account.move", id, Map.of("ref", "F-42"));
    assertThat(read(id).text("ref")).contains("F-42");
  }

  @Test
  default void unlink_posted_isRefused() {
    long id = posted();
    assertUserError(() -> odoo().client().unlink("account.move", List.of(id)));
  }

  @Test
  default void unlink_draft_isGone() {
    long id = invoice(List.of(line("1", "100")));
    odoo().client().unlink("account.move", List.of(id));
    assertThat(odoo().client().read("account.move", List.of(id), List.of("name"))).isEmpty();
  }

  @Test
  default void create_lines_areReadBack() {
    long id = invoice(List.of(line("2", "50.25")));
    List<Long> lines =
        odoo().read("account.move", id, "invoice_line_ids").references("invoice_line_ids");
    assertThat(lines).hasSize(1);
    OdooRecord line =
        odoo()
            .read(
                "account.move.line",
                lines.get(0),
                "name",
                "quantity",
                "price_unit",
                "discount",
                "tax_ids",
                "price_subtotal");
    assertThat(line.text("name")).contains("Bus");
    assertThat(line.number("quantity").orElseThrow()).isEqualByComparingTo("2");
    assertThat(line.number("price_unit").orElseThrow()).isEqualByComparingTo("50.25");
    assertThat(line.number("discount").orElseThrow()).isEqualByComparingTo("0");
    assertThat(line.number("price_subtotal").orElseThrow()).isEqualByComparingTo("100.50");
    assertThat(line.references("tax_ids")).containsExactly(tax().id());
  }

  private long posted() {
    long id = invoice(List.of(line("1", "100")));
    post(id);
    return id;
  }

  private void post(long move) {
    odoo().call("account.move", "action_post", move);
  }

  private static void assertUserError(ThrowingCallable call) {
    OdooException failure = failure(call);
    assertThat(failure).isInstanceOf(OdooRequestException.class);
    assertThat(failure.errorName()).isEqualTo("odoo.exceptions.UserError");
  }

  private OdooRecord loaded(String moveType, List<String> columns) {
    List<String> all = new ArrayList<>(List.of("id", "move_type", "partner_id/.id"));
    List<String> row =
        new ArrayList<>(
            List.of(odoo().externalId("account.move"), moveType, "" + odoo().partner()));
    all.addAll(List.of("invoice_line_ids/name", "invoice_line_ids/price_unit"));
    row.addAll(List.of("Bus", "100"));
    columns.forEach(
        column -> {
          all.add(column);
          row.add("");
        });
    long id = odoo().loadOne("account.move", all, row);
    return odoo().read("account.move", id, "invoice_user_id", "team_id");
  }

  /** Left out, they are the API user and a team; an empty cell leaves them empty. */
  @Test
  default void load_salespersonAndTeam_areTheApiUsersUnlessSentEmpty() {
    for (String type : List.of("out_invoice", "out_refund")) {
      OdooRecord left = loaded(type, List.of());
      assertThat(left.reference("invoice_user_id")).isPresent();
      assertThat(left.reference("team_id")).isPresent();
      OdooRecord nobody = loaded(type, List.of("invoice_user_id"));
      assertThat(nobody.reference("invoice_user_id")).isEmpty();
      assertThat(nobody.reference("team_id")).isPresent();
      OdooRecord empty = loaded(type, List.of("invoice_user_id", "team_id"));
      assertThat(empty.reference("invoice_user_id")).isEmpty();
      assertThat(empty.reference("team_id")).isEmpty();
    }
  }

  @Test
  default void actionPost_negativeLineInAPositiveTotal_isAccepted() {
    long id = invoice(List.of(line("1", "100"), line("1", "-30")));
    post(id);
    assertThat(odoo().read("account.move", id, "state").text("state")).contains("posted");
    long other = invoice(List.of(line("-1", "-100")));
    post(other);
    assertThat(odoo().read("account.move", other, "state").text("state")).contains("posted");
  }
}
