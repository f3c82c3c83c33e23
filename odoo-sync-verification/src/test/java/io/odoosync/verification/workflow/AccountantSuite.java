package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.verification.workflow.InvoiceTable.item;
import static io.odoosync.verification.workflow.InvoiceTable.key;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.InvoicingOptions;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.Page;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.InvoiceStatus;
import io.odoosync.source.InvoiceStatus.PaymentState;
import io.odoosync.source.InvoiceStatus.State;
import io.odoosync.source.SalesTax;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * What accountants do to invoices after they were sent: each is seen by the next full run, told to
 * the host, warned of once, and never undone.
 */
abstract class AccountantSuite extends EngineSuite {

  private static final InvoicingOptions DRAFTS = InvoicingOptions.DEFAULT;
  private static final InvoicingOptions POSTING = InvoicingOptions.builder().posting().build();

  private static final SalesTax VAT = SalesTax.of("TVA20", "20");

  private final InvoiceHost host = new InvoiceHost();
  private long move;

  private Accountant accountant() {
    return new Accountant(odoo());
  }

  private SyncEngineBuilder invoicing(InvoicingOptions options, InvoiceSource source) {
    SchoolTravel contacts = new SchoolTravel();
    contacts.put(teacher(1).build());
    return engine(contacts).invoices(source).invoicing(options);
  }

  private SyncReport run(InvoicingOptions options) {
    return invoicing(options, host).build().run(CONTACT, INVOICE);
  }

  private static Invoice.Builder invoice() {
    return Invoice.builder(key("i"), "EUR")
        .number("F-i")
        .customer(teacherKey(1))
        .invoiceDate(LocalDate.of(2026, 11, 2))
        .dueDate(LocalDate.of(2026, 12, 2))
        .lines(List.of(item("1", "100.00", VAT)));
  }

  /** An invoice that the host knows to be in Odoo. */
  private void sent(InvoicingOptions options) {
    host.put(invoice().build());
    SyncReport report = run(options);
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    move = id(INVOICE, key("i"));
    forget();
  }

  private void assumePayments() {
    new Bookkeeping(odoo(), "").assumeModel("account.payment.register");
  }

  private void paid() {
    assumePayments();
    sent(POSTING);
    accountant().pay(move, Map.of());
    SyncReport report = run(POSTING);
    assertThat(toldNow().paymentState()).isIn(PaymentState.PAID, PaymentState.IN_PAYMENT);
    assertThat(warnings(report)).isEmpty();
    forget();
  }

  private void forget() {
    host.told().clear();
    writes().clear();
  }

  private InvoiceStatus toldNow() {
    assertThat(host.told()).hasSize(1);
    return host.told().get(0);
  }

  private List<String> warnings(SyncReport report) {
    return log
        .find(SyncLogQuery.all().withRun(report.runId()).withMinimumLevel(SyncLogLevel.WARN))
        .stream()
        .map(SyncLogEntry::message)
        .toList();
  }

  /** The next run tells and warns; the one after that has nothing to say or to do. */
  private InvoiceStatus seen(InvoicingOptions options, String... words) {
    SyncReport report = run(options);
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(warnings(report)).hasSize(1).first().asString().contains(words);
    InvoiceStatus told = toldNow();
    assertThat(writes()).isEmpty();
    forget();

    SyncReport again = run(options);
    assertThat(again.isSuccessful()).as("%s", again).isTrue();
    assertThat(warnings(again)).isEmpty();
    assertThat(host.told()).isEmpty();
    assertThat(writes()).isEmpty();
    return told;
  }

  @Test
  void run_paymentUndone_isToldAndWarnedOf() {
    paid();
    accountant().undoPayment(move);
    InvoiceStatus told = seen(POSTING, "payment undone in Odoo", "not_paid with 120 left to pay");
    assertThat(told.paymentState()).isEqualTo(PaymentState.NOT_PAID);
    assertThat(told.residual()).isEqualByComparingTo("120");
  }

  @Test
  void run_onePaymentOfTwoUndone_isToldAndWarnedOf() {
    assumePayments();
    sent(POSTING);
    accountant().pay(move, Map.of("amount", 40));
    run(POSTING);
    assertThat(toldNow().paymentState()).isEqualTo(PaymentState.PARTIAL);
    forget();
    accountant().undoPayment(move);
    assertThat(seen(POSTING, "payment undone").paymentState()).isEqualTo(PaymentState.NOT_PAID);
  }

  @Test
  void run_paidOneResetToDraft_isToldWarnedOfAndNotPostedAgain() {
    paid();
    accountant().resetToDraft(move);
    assertThat(seen(POSTING, "was reset to draft in Odoo").state()).isEqualTo(State.DRAFT);
  }

  @Test
  void run_resetAndPostedAgain_isTold() {
    sent(POSTING);
    accountant().resetToDraft(move);
    seen(POSTING, "was reset to draft in Odoo");
    accountant().post(move);

    SyncReport report = run(POSTING);

    assertThat(toldNow().state()).isEqualTo(State.POSTED);
    assertThat(warnings(report)).isEmpty();
    assertThat(writes()).isEmpty();
  }

  @Test
  void run_paidOneCancelled_isToldAndWarnedOf() {
    paid();
    accountant().undoPayment(move);
    accountant().resetToDraft(move);
    accountant().cancel(move);
    assertThat(seen(POSTING, "was cancelled in Odoo").state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void run_creditNoteMadeOfIt_isToldAndWarnedOf() {
    sent(POSTING);
    long note = accountant().reverse(move);
    InvoiceStatus draft = seen(POSTING, "was credited in Odoo, by account.move [" + note + "]");
    assertThat(draft.creditNotes()).containsExactly(note);
    assertThat(draft.paymentState()).isEqualTo(PaymentState.NOT_PAID);
  }

  /** Some releases leave it to people to reconcile the two. */
  @Test
  void run_reversed_isToldAndWarnedOf() {
    sent(POSTING);
    long note = accountant().reverse(move);
    accountant().post(note);

    SyncReport report = run(POSTING);

    InvoiceStatus told = toldNow();
    boolean reversed = told.paymentState() == PaymentState.REVERSED;
    assertThat(told.creditNotes()).containsExactly(note);
    assertThat(reversed || told.paymentState() == PaymentState.NOT_PAID).isTrue();
    assertThat(warnings(report)).anySatisfy(said -> assertThat(said).contains("was credited"));
    assertThat(warnings(report).stream().anyMatch(said -> said.contains("was reversed")))
        .isEqualTo(reversed);
  }

  @Test
  void run_ownCreditNote_isToldWithoutWarning() {
    sent(POSTING);
    host.put(
        Invoice.creditNote(key("note"), "EUR", key("i"))
            .customer(teacherKey(1))
            .invoiceDate(LocalDate.of(2026, 11, 3))
            .lines(List.of(item("1", "100.00", VAT)))
            .build());

    SyncReport first = run(POSTING);
    SyncReport second = run(POSTING);

    assertThat(host.told())
        .filteredOn(status -> status.key().equals(key("i")))
        .last()
        .satisfies(
            status -> assertThat(status.creditNotes()).isEqualTo(Set.of(id(INVOICE, key("note")))));
    assertThat(warnings(first)).isEmpty();
    assertThat(warnings(second)).isEmpty();
  }

  @Test
  void run_draftsPriceChanged_isToldAndWarnedOfUntilChangedBack() {
    sent(DRAFTS);
    accountant().changeLine(move, Map.of("price_unit", 90));
    InvoiceStatus told = seen(DRAFTS, "was changed in Odoo", "total, from 120 to 108", "its lines");
    assertThat(told.changedInOdoo()).isTrue();
    assertThat(told.total()).isEqualByComparingTo("108");

    accountant().changeLine(move, Map.of("price_unit", 100));
    assertThat(seen(DRAFTS, "total, from 108 to 120").changedInOdoo()).isFalse();
  }

  @Test
  void run_postedOneResetChangedAndPostedAgain_isToldAndWarnedOf() {
    sent(POSTING);
    accountant().resetToDraft(move);
    accountant().changeLine(move, Map.of("price_unit", 90));
    accountant().post(move);
    InvoiceStatus told = seen(POSTING, "total, from 120 to 108");
    assertThat(told.state()).isEqualTo(State.POSTED);
    assertThat(told.changedInOdoo()).isTrue();
  }

  @Test
  void run_resetChangedAndLeftADraft_isNotPostedAgain() {
    sent(POSTING);
    accountant().resetToDraft(move);
    accountant().changeLine(move, Map.of("price_unit", 90));

    SyncReport report = run(POSTING);

    assertThat(toldNow().state()).isEqualTo(State.DRAFT);
    assertThat(toldNow().changedInOdoo()).isTrue();
    assertThat(warnings(report)).hasSize(2);
    assertThat(writes()).isEmpty();
  }

  /** Odoo 16 and 17 take it over RPC, without a reset; 14 some of it, 18 and later none. */
  @Test
  void run_postedOneChanged_isToldAndWarnedOfWhereOdooTakesIt() {
    sent(POSTING);
    boolean taken = isTaken(() -> accountant().changeLine(move, Map.of("price_unit", 90)));
    assumeTrue(taken, "this Odoo refuses to change the lines of a posted invoice");
    InvoiceStatus told = seen(POSTING, "was changed in Odoo", "total, from 120 to 108");
    assertThat(told.state()).isEqualTo(State.POSTED);
    assertThat(told.changedInOdoo()).isTrue();
    assertThat(told.total()).isEqualByComparingTo("108");
  }

  @Test
  void run_postedOnesDateChanged_isToldAndWarnedOfWhereOdooTakesIt() {
    sent(POSTING);
    Map<String, String> values = Map.of("invoice_date", "2026-11-05");
    boolean taken = isTaken(() -> accountant().write(move, values));
    assumeTrue(taken, "this Odoo refuses to change the date of a posted invoice");
    InvoiceStatus told = seen(POSTING, "its date, from 2026-11-02 to 2026-11-05");
    assertThat(told.changedInOdoo()).isTrue();
  }

  private static boolean isTaken(Runnable edit) {
    try {
      edit.run();
      return true;
    } catch (OdooRequestException e) {
      return false;
    }
  }

  @Test
  void run_customerChanged_isToldAndWarnedOf() {
    sent(DRAFTS);
    long other = client().create("res.partner", List.of(Map.of("name", "Other school"))).get(0);
    accountant().write(move, Map.of("partner_id", other));
    assertThat(seen(DRAFTS, "its customer", "to " + other).changedInOdoo()).isTrue();
  }

  @Test
  void run_dateChanged_isToldAndWarnedOf() {
    sent(DRAFTS);
    accountant().write(move, Map.of("invoice_date", "2026-11-05"));
    assertThat(seen(DRAFTS, "its date, from 2026-11-02 to 2026-11-05").changedInOdoo()).isTrue();
  }

  /** Also where the amounts stay as they were, once Odoo has written it in another second. */
  @Test
  void run_onlyTheTextOfALineChanged_isToldAndWarnedOf() {
    sent(DRAFTS);
    nextSecond();
    accountant().changeLine(move, Map.of("name", "Something else"));
    assertThat(seen(DRAFTS, "was changed in Odoo: its lines").changedInOdoo()).isTrue();
  }

  private static void nextSecond() {
    long second = Instant.now().getEpochSecond();
    while (Instant.now().getEpochSecond() == second) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void run_renumbered_isToldAndWarnedOf() {
    sent(POSTING);
    String number = "INV/2026/9" + move;
    accountant().write(move, Map.of("name", number));
    assertThat(seen(POSTING, "was renumbered in Odoo", "to " + number).number()).isEqualTo(number);
  }

  @Test
  void run_draftDeleted_isReportedToldOnceAndNotCreatedAgain() {
    sent(DRAFTS);
    accountant().delete(move);

    for (int times = 1; times <= 2; times++) {
      SyncReport report = run(DRAFTS);
      assertThat(stage(report, INVOICE).failed()).as("%s", report).isEqualTo(1);
      assertThat(stage(report, INVOICE).failures().get(0).reason()).contains("was deleted in Odoo");
      assertThat(toldNow().state()).isEqualTo(State.DELETED);
      assertThat(writes()).isEmpty();
    }
  }

  @Test
  void plan_draftDeleted_saysSoAndTellsNobody() {
    sent(DRAFTS);
    accountant().delete(move);
    assertThat(invoicing(DRAFTS, host).build().plan().records())
        .anySatisfy(record -> assertThat(record.reason()).contains("was deleted in Odoo"));
    assertThat(host.told()).isEmpty();
  }

  @Test
  void run_draftDeletedAndHostWantsItRecreated_isCreatedOnce() {
    sent(DRAFTS);
    accountant().delete(move);
    SyncReport report =
        invoicing(DRAFTS, host)
            .missingRecords(MissingRecordPolicy.RECREATE)
            .build()
            .run(CONTACT, INVOICE);
    assertThat(stage(report, INVOICE).created()).isEqualTo(1);
    assertThat(id(INVOICE, key("i"))).isNotEqualTo(move);
  }

  /** A host that does not ask for the status finds it in the sync log. */
  @Test
  void run_hostWantsNoStatus_isWarnedAllTheSame() {
    InvoiceSource quiet = InvoiceSource.of(List.of(invoice().build()));
    invoicing(POSTING, quiet).build().run(CONTACT, INVOICE);
    accountant().resetToDraft(id(INVOICE, key("i")));

    SyncReport report = invoicing(POSTING, quiet).build().run(CONTACT, INVOICE);
    SyncReport again = invoicing(POSTING, quiet).build().run(CONTACT, INVOICE);

    assertThat(warnings(report)).hasSize(1).first().asString().contains("was reset to draft");
    assertThat(warnings(again)).isEmpty();
  }

  @Test
  void run_paymentDeleted_isToldAndWarnedOf() {
    paid();
    OdooClient person = odoo().clientOf(odoo().person());
    List<Long> payments =
        person.search(
            "account.payment",
            Domain.field("partner_id").isEqualTo(id(CONTACT, teacherKey(1))),
            Page.first(2));
    person.call(MethodCall.of("account.payment", "action_draft").ids(payments));
    person.unlink("account.payment", payments);
    assertThat(seen(POSTING, "payment undone").paymentState()).isEqualTo(PaymentState.NOT_PAID);
  }
}
