package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Winner;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.StageReport;
import io.odoosync.source.Contact;
import io.odoosync.source.TravelState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Newest wins goes by edits: what Odoo moves by itself is none. */
abstract class NewestWinsSuite extends EngineSuite {

  private final SchoolTravel host = new SchoolTravel();

  @BeforeEach
  void agree() {
    host.put(
        teacher(1).reference("T-BEFORE").build(),
        travel(1, TravelState.NEW).title("Rome").build(),
        invoice("i1", teacherKey(1)).build());
    run();
    nextSecond();
  }

  private io.odoosync.report.SyncReport run() {
    writes().clear();
    return engine(host).conflictPolicy(ConflictPolicy.newestWins()).build().runAll();
  }

  private OdooClient person() {
    return odoo().clientOf(odoo().person());
  }

  /** What time it is in Odoo. */
  Instant now() {
    return Instant.now();
  }

  /** Odoo tells no parts of seconds: what comes after this is later. */
  void nextSecond() {
    long second = Instant.now().getEpochSecond();
    while (Instant.now().getEpochSecond() == second) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private void odooEdits() {
    edit(Map.of("ref", "T-ODOO"));
    nextSecond();
  }

  private void edit(Map<String, ?> values) {
    person().write("res.partner", List.of(id(CONTACT, teacherKey(1))), values);
  }

  private void hostEdits() {
    Contact now = host.teacherNow(1);
    host.put(now.toBuilder().reference("T-HOST").updatedAt(now()).build());
    nextSecond();
  }

  private void post() {
    new Accountant(odoo()).post(id(INVOICE, invoiceKey("i1")));
    nextSecond();
  }

  private void assertWinner(Winner winner) {
    StageReport report = stage(run(), CONTACT);
    assertThat(report.conflicts()).as("%s", report).isEqualTo(Map.of(winner, 1L));
    assertThat(referenceInOdoo()).isEqualTo(winner == Winner.LOCAL ? "T-HOST" : "T-ODOO");
    assertThat(host.teacherNow(1).reference())
        .isEqualTo(winner == Winner.ODOO ? "T-ODOO" : "T-HOST");
  }

  private String referenceInOdoo() {
    return read(CONTACT, teacherKey(1), "ref").text("ref").orElse("");
  }

  @Test
  void runAll_odooEditedLast_odooWins() {
    hostEdits();
    odooEdits();
    assertWinner(Winner.ODOO);
  }

  @Test
  void runAll_hostEditedLast_hostWins() {
    odooEdits();
    hostEdits();
    assertWinner(Winner.LOCAL);
  }

  @Test
  void runAll_invoicePostedBeforeAnybodyEdited_odooWinsIfLast() {
    post();
    hostEdits();
    odooEdits();
    assertWinner(Winner.ODOO);
  }

  /** 19 writes the partner when it posts; before, the time is still that of the edit. */
  @Test
  void runAll_invoicePostedAfterBothEdited_odoosOlderEditDoesNotWin() {
    odooEdits();
    hostEdits();
    Instant edited = written();
    post();
    assertWinner(written().equals(edited) ? Winner.LOCAL : Winner.MANUAL);
  }

  private Instant written() {
    return read(CONTACT, teacherKey(1), "write_date").instant("write_date").orElseThrow();
  }

  @Test
  void runAll_invoicePostedAfterBothEdited_saysWhyNobodyWins() {
    odooEdits();
    hostEdits();
    Instant edited = written();
    post();
    org.junit.jupiter.api.Assumptions.assumeFalse(
        written().equals(edited), "this Odoo does not write the partner when it posts");
    assertThat(stage(run(), CONTACT).failures().get(0).reason())
        .contains(
            "Odoo's time is no edit's: account.move "
                + id(INVOICE, invoiceKey("i1"))
                + " may have moved it");
  }

  /** Left to people, the conflict stays one however often Odoo writes other fields. */
  @Test
  void runAll_leftAndAnotherFieldSettled_isStillLeft() {
    odooEdits();
    hostEdits();
    Instant edited = written();
    post();
    org.junit.jupiter.api.Assumptions.assumeFalse(
        written().equals(edited), "this Odoo does not write the partner when it posts");
    edit(Map.of("email", "odoo@example.com"));
    new Accountant(odoo()).resetToDraft(id(INVOICE, invoiceKey("i1")));
    new Accountant(odoo()).post(id(INVOICE, invoiceKey("i1")));
    nextSecond();
    run();
    nextSecond();
    run();
    assertThat(host.teacherNow(1).email()).isEqualTo("odoo@example.com");
    assertThat(host.teacherNow(1).reference()).isEqualTo("T-HOST");
    assertThat(referenceInOdoo()).isEqualTo("T-ODOO");
  }

  /** An edit of the customer's phone writes the customer's leads. */
  @Test
  void runAll_customerWrittenAfterBothEditedTheLead_odoosOlderEditDoesNotWin() {
    person().write("crm.lead", List.of(id(TRAVEL, travelKey(1))), Map.of("name", "Naples"));
    nextSecond();
    host.put(host.travelNow(1).toBuilder().title("Milan").updatedAt(now()).build());
    nextSecond();
    Instant edited = leadWritten();
    edit(Map.of("phone", "+33 1 99 00 77 66"));
    boolean moved = !leadWritten().equals(edited);

    StageReport report = stage(run(), TRAVEL);

    assertThat(report.conflicts()).isEqualTo(Map.of(moved ? Winner.MANUAL : Winner.LOCAL, 1L));
    assertThat(host.travelNow(1).title()).isEqualTo("Milan");
  }

  private Instant leadWritten() {
    return Objects.requireNonNull(
        read(TRAVEL, travelKey(1), "write_date").instant("write_date").orElse(null));
  }
}
