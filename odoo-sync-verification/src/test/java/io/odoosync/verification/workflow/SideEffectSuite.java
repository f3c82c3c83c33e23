package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.TravelState;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogQuery;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What Odoo does to records by itself, or writes in its own way, is no change that a person made.
 * All of it under a policy that would bring any change to the host.
 */
abstract class SideEffectSuite extends EngineSuite {

  private static final ConflictPolicy POLICY = ConflictPolicy.odooWins();

  private final SchoolTravel host = new SchoolTravel();

  private OdooClient person() {
    return odoo().clientOf(odoo().person());
  }

  private SyncReport run() {
    writes().clear();
    host.taken().clear();
    return engine(host).conflictPolicy(POLICY).build().runAll();
  }

  private void edit(Map<String, ?> values) {
    person().write("res.partner", List.of(id(CONTACT, teacherKey(1))), values);
  }

  private void assertNothingSeen() {
    SyncReport report = run();
    assertThat(report.stages()).as("%s", report).allMatch(s -> s.unchanged() == s.read());
    assertThat(writes()).isEmpty();
    assertThat(host.taken()).isEmpty();
    assertThat(log.find(SyncLogQuery.all()))
        .noneMatch(entry -> entry.event() == SyncEvent.CONFLICT_RESOLVED);
  }

  @Test
  void runAll_invoicePosted_customerIsUnchanged() {
    host.put(teacher(1).build(), invoice("i1", teacherKey(1)).build());
    run();
    long move = id(INVOICE, invoiceKey("i1"));
    person().call(MethodCall.of("account.move", "action_post").ids(List.of(move)));
    assertNothingSeen();
  }

  @Test
  void runAll_customersAddressDataChanged_leadIsUnchanged() {
    host.put(teacher(1).build(), travel(1, TravelState.NEW).build());
    run();
    edit(Map.of("email", "odoo@example.com", "phone", "+33 1 99 00 11 22"));

    SyncReport report = run();

    assertThat(stage(report, CONTACT).pulled()).isEqualTo(1);
    assertThat(stage(report, TRAVEL).unchanged()).as("%s", report).isEqualTo(1);
    assertThat(writes()).isEmpty();
    assertNothingSeen();
  }

  @Test
  void runAll_valuesThatOdooWritesItsOwnWay_areUnchanged() {
    host.put(
        teacher(1)
            .organisation()
            .notes("<b>bold</b> & \"quoted\"\n\n  second  paragraph\nits second line \u00e9")
            .vat("fr 40 303 265 045")
            .phone("01 99 00 00 11")
            .email("  Ada@Example.COM ")
            .extra("website", "example.com/school")
            .build());
    assertThat(stage(run(), CONTACT).created()).isEqualTo(1);
    assertNothingSeen();
    host.put(host.teacherNow(1).toBuilder().phone("01 99 00 00 12").build());
    assertThat(stage(run(), CONTACT).updated()).isEqualTo(1);
    assertNothingSeen();
  }

  @Test
  void runAll_personEmptiesAnEmptyField_isUnchanged() {
    host.put(teacher(1).email(null).build());
    run();
    edit(Map.of("email", "", "street2", ""));
    assertNothingSeen();
  }

  @Test
  void runAll_personEmptiesAField_isBroughtToTheHostOnce() {
    host.put(teacher(1).build());
    run();
    edit(Map.of("email", ""));

    assertThat(stage(run(), CONTACT).pulled()).isEqualTo(1);

    assertThat(host.teacherNow(1).email()).isNull();
    assertNothingSeen();
  }

  @Test
  void runAll_partnerArchived_isKeptInStepAndStaysArchived() {
    host.put(teacher(1).build());
    run();
    edit(Map.of("active", false));
    assertNothingSeen();
    host.put(teacher(1).reference("T-99").build());

    StageReport report = stage(run(), CONTACT);

    assertThat(report.updated()).as("%s", report).isEqualTo(1);
    assertThat(read(CONTACT, teacherKey(1), "ref").text("ref")).hasValue("T-99");
    assertThat(read(CONTACT, teacherKey(1), "active").flag("active")).isFalse();
    assertNothingSeen();
  }

  @Test
  void runAll_editInTheSecondOfOurCreate_isSeen() {
    host.put(teacher(1).build());
    OdooClient person = person();
    run();
    person.write("res.partner", List.of(id(CONTACT, teacherKey(1))), Map.of("city", "Nantes"));
    assertThat(stage(run(), CONTACT).pulled()).isEqualTo(1);
    assertThat(host.teacherNow(1).address().city()).isEqualTo("Nantes");
  }

  @Test
  void runAll_editInTheSecondOfOurUpdate_isSeen() {
    host.put(teacher(1).build());
    run();
    host.put(teacher(1).reference("T-99").build());
    OdooClient person = person();
    run();
    person.write("res.partner", List.of(id(CONTACT, teacherKey(1))), Map.of("ref", "T-ODOO"));
    assertThat(stage(run(), CONTACT).pulled()).isEqualTo(1);
    assertThat(host.teacherNow(1).reference()).isEqualTo("T-ODOO");
  }

  @Test
  void runAll_editInTheSecondOfOurUpdateAndHostChangesAgain_isAConflict() {
    host.put(teacher(1).build());
    run();
    host.put(teacher(1).reference("T-99").build());
    OdooClient person = person();
    run();
    person.write("res.partner", List.of(id(CONTACT, teacherKey(1))), Map.of("ref", "T-ODOO"));
    host.put(teacher(1).reference("T-100").build());
    assertThat(stage(run(), CONTACT).conflicted()).isEqualTo(1);
    assertThat(host.teacherNow(1).reference()).isEqualTo("T-ODOO");
  }
}
