package io.odoosync.testkit.conformance;

import static io.odoosync.testkit.conformance.OdooUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sections and notes, credit notes, dates, closed periods, and documents that are taken back. */
interface PostingConformance {

  OdooUnderTest odoo();

  private Map<String, Object> line(String price) {
    return Map.of(
        "name",
        "Bus",
        "price_unit",
        new BigDecimal(price),
        "tax_ids",
        List.of(List.of(6, 0, List.of())));
  }

  private long document(Map<String, ?> header, List<Map<String, Object>> lines) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("move_type", "out_invoice");
    values.put("partner_id", odoo().partner());
    values.put("invoice_line_ids", lines.stream().map(line -> List.of(0, 0, line)).toList());
    values.putAll(header);
    return odoo().create("account.move", values);
  }

  private long document(Map<String, ?> header) {
    return document(header, List.of(line("100")));
  }

  private OdooRecord read(long move) {
    return odoo()
        .read(
            "account.move",
            move,
            "name",
            "state",
            "date",
            "invoice_date",
            "invoice_date_due",
            "payment_state",
            "payment_reference",
            "amount_total",
            "amount_residual");
  }

  private void act(String method, long move) {
    odoo().call("account.move", method, move);
  }

  private long posted(Map<String, ?> header) {
    long id = document(header);
    act("action_post", id);
    return id;
  }

  private static BigDecimal residual(OdooRecord move) {
    return move.number("amount_residual").orElseThrow();
  }

  @Test
  default void lines_sectionAndNote_countForNothing() {
    long id =
        document(
            Map.of(),
            List.of(
                Map.of("display_type", "line_section", "name", "Travel"),
                line("100"),
                Map.of("display_type", "line_note", "name", "Bring a passport")));
    assertThat(read(id).number("amount_total").orElseThrow()).isEqualByComparingTo("100");
    Domain remarks =
        Domain.field("move_id")
            .isEqualTo(id)
            .and(Domain.field("display_type").isIn(List.of("line_section", "line_note")));
    List<OdooRecord> found =
        odoo()
            .client()
            .searchRead(
                "account.move.line",
                remarks,
                List.of("name", "account_id", "price_subtotal"),
                Page.first(5).orderedBy("id"));
    assertThat(found).hasSize(2);
    assertThat(found).allSatisfy(line -> assertThat(line.reference("account_id")).isEmpty());
    act("action_post", id);
    assertThat(read(id).text("state")).contains("posted");
  }

  private LoadResult loadLine(String displayType) {
    List<String> columns =
        List.of(
            "id",
            "move_type",
            "partner_id/.id",
            "invoice_line_ids/id",
            "invoice_line_ids/display_type",
            "invoice_line_ids/name",
            "invoice_line_ids/price_unit");
    List<String> row =
        List.of(
            odoo().externalId("account.move"),
            "out_invoice",
            "" + odoo().partner(),
            odoo().externalId("account.move.line"),
            displayType,
            "Bus",
            "100");
    return odoo()
        .client()
        .load("account.move", columns, List.of(row), CreateOnlyConformance.CREATE_ONLY);
  }

  /** An ordinary line has the type "product", or none at all on 14. */
  @Test
  default void load_displayTypeOfAnOrdinaryLine_isProductOrEmptyOn14() {
    boolean named = odoo().has(Fact.LINES_HAVE_KIND);
    assertThat(loadLine("product").ids().isEmpty()).isEqualTo(!named);
    assertThat(loadLine("").ids().isEmpty()).isEqualTo(named);
  }

  @Test
  default void dates_invoiceDateOfAnotherYear_isTheAccountingDate() {
    long id = posted(Map.of("invoice_date", "2025-12-15"));
    OdooRecord move = read(id);
    assertThat(move.date("date")).contains(LocalDate.of(2025, 12, 15));
    assertThat(move.text("name").orElseThrow()).contains("/2025/");
    assertThat(move.date("invoice_date_due").orElseThrow().equals(LocalDate.of(2025, 12, 15)))
        .isEqualTo(!odoo().has(Fact.DRAFTS_COMPLETED_LATE));
  }

  @Test
  default void dates_ownDueDate_isKept() {
    long id = posted(Map.of("invoice_date", "2025-12-15", "invoice_date_due", "2026-01-15"));
    assertThat(read(id).date("invoice_date_due")).contains(LocalDate.of(2026, 1, 15));
  }

  @Test
  default void refund_ofAPostedInvoice_paysItAfter14() {
    long invoice = posted(Map.of());
    long refund = document(Map.of("move_type", "out_refund", "reversed_entry_id", invoice));
    assertThat(
            odoo().read("account.move", refund, "reversed_entry_id").reference("reversed_entry_id"))
        .contains(invoice);
    act("action_post", refund);
    assertThat(read(refund).text("payment_reference").orElse("")).isEmpty();
    assertThat(read(refund).text("name").orElseThrow()).startsWith("R");
    boolean reconciled = odoo().has(Fact.CREDIT_NOTES_SETTLE);
    assertThat(residual(read(invoice)).signum() == 0).isEqualTo(reconciled);
    assertThat(read(invoice).text("payment_state")).contains(reconciled ? "reversed" : "not_paid");
    assertThat(read(refund).text("payment_state")).contains(reconciled ? "paid" : "not_paid");
  }

  @Test
  default void post_zeroTotal_isPaid() {
    long id = document(Map.of(), List.of(line("0")));
    act("action_post", id);
    assertThat(read(id).text("payment_state")).contains("paid");
  }

  @Test
  default void post_oneOfTwoRefused_postsNone() {
    long good = document(Map.of());
    long bad = document(Map.of(), List.of());
    assertThat(
            failure(
                    () ->
                        odoo()
                            .client()
                            .call(
                                io.odoosync.odoo.MethodCall.of("account.move", "action_post")
                                    .ids(List.of(good, bad))))
                .errorName())
        .isEqualTo("odoo.exceptions.UserError");
    assertThat(read(good).text("state")).contains("draft");
  }

  @Test
  default void post_archivedPartner_isAccepted() {
    long partner = odoo().partner();
    long id = document(Map.of("partner_id", partner));
    odoo().write("res.partner", partner, Map.of("active", false));
    act("action_post", id);
    assertThat(read(id).text("state")).contains("posted");
  }

  @Test
  default void post_missing_isRefused() {
    assertThat(failure(() -> act("action_post", 99_999_999)).errorName())
        .isEqualTo("odoo.exceptions.MissingError");
  }

  @Test
  default void draft_posted_keepsItsNumber() {
    long id = posted(Map.of());
    String number = read(id).text("name").orElseThrow();
    act("button_draft", id);
    assertThat(read(id).text("state")).contains("draft");
    assertThat(read(id).text("name")).contains(number);
    act("action_post", id);
    assertThat(read(id).text("name")).contains(number);
  }

  @Test
  default void draft_ofADraft_isRefusedFrom17() {
    long id = document(Map.of());
    if (odoo().has(Fact.RESETTING_CHECKS_STATE)) {
      assertThat(failure(() -> act("button_draft", id)).errorName())
          .isEqualTo("odoo.exceptions.UserError");
    } else {
      act("button_draft", id);
    }
    assertThat(read(id).text("state")).contains("draft");
  }

  /** 14 and 16 post a cancelled one. */
  @Test
  default void cancel_posted_isCancelledAndMayNotBePostedFrom17() {
    long id = posted(Map.of());
    act("button_cancel", id);
    assertThat(read(id).text("state")).contains("cancel");
    if (!odoo().has(Fact.CANCELLED_CAN_BE_POSTED)) {
      assertThat(failure(() -> act("action_post", id)).errorName())
          .isEqualTo("odoo.exceptions.UserError");
      act("button_draft", id);
    }
    act("action_post", id);
    assertThat(read(id).text("state")).contains("posted");
  }

  private void lock(Object last) {
    odoo().admin().write("res.company", List.of(1L), Map.of("fiscalyear_lock_date", last));
  }

  /** 14 refuses even a draft; later ones post it at the end of the first open year. */
  @Test
  default void lockedPeriod_invoiceInIt_isRefusedOrDatedLater() {
    boolean refuses = odoo().has(Fact.LOCKS_REFUSE_DRAFTS);
    posted(Map.of("invoice_date", "2018-02-01"));
    lock("2018-12-31");
    try {
      if (refuses) {
        assertThat(failure(() -> document(Map.of("invoice_date", "2018-06-15"))).errorName())
            .isEqualTo("odoo.exceptions.UserError");
        return;
      }
      long id = document(Map.of("invoice_date", "2018-06-15"));
      assertThat(read(id).date("date")).contains(LocalDate.of(2018, 6, 15));
      act("action_post", id);
      assertThat(read(id).date("date")).contains(LocalDate.of(2019, 12, 31));
      assertThat(read(id).date("invoice_date")).contains(LocalDate.of(2018, 6, 15));
    } finally {
      lock(false);
    }
  }

  @Test
  default void lockedPeriod_withDrafts_isRefusedOn14() {
    assumeTrue(!odoo().has(Fact.POSTED_LINES_OPEN), "not measured on 16 and 17");
    long draft = document(Map.of("invoice_date", "2017-06-15"));
    try {
      if (odoo().has(Fact.LOCKS_REFUSE_DRAFTS)) {
        assertThat(failure(() -> lock("2017-12-31")).errorName())
            .isEqualTo("odoo.exceptions.RedirectWarning");
      } else {
        lock("2017-12-31");
      }
    } finally {
      lock(false);
      odoo().client().unlink("account.move", List.of(draft));
    }
  }
}
