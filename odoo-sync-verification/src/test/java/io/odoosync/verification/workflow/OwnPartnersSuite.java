package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.Matching;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.CallObserver;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Partners of the database's own companies and of its internal users are never written to. */
abstract class OwnPartnersSuite extends LivedInSuite {

  private static final Matching BY_ALL =
      Matching.by(Matching.Key.EMAIL, Matching.Key.VAT, Matching.Key.REFERENCE);

  private StageReport run(SchoolTravel host) {
    return stage(engine(host).matching(BY_ALL).build().run(CONTACT), CONTACT);
  }

  private void assertNeverAdopted(long partner) {
    String before = snapshot(partner);
    SchoolTravel host = contacts(named(1).email(mail).build(), named(2).build());

    StageReport report = run(host);

    assertThat(report.created()).as("%s", report).isEqualTo(2);
    assertThat(id(CONTACT, teacherKey(1))).isNotEqualTo(partner);
    assertThat(run(host).unchanged()).isEqualTo(2);
    assertThat(snapshot(partner)).isEqualTo(before);
  }

  @Test
  void runAll_matchIsACompanyOfTheDatabase_isNeverAdopted() {
    assertNeverAdopted(partnerOfAnotherCompany());
  }

  @Test
  void runAll_matchIsAnEmployee_isNeverAdopted() {
    assertNeverAdopted(partnerOfEmployee());
  }

  @Test
  void runAll_matchIsAFormerEmployee_isNeverAdopted() {
    assertNeverAdopted(partnerOfFormerEmployee());
  }

  @Test
  void runAll_matchIsACustomerWithAPortalUser_isAdopted() {
    long partner = partnerOfPortalUser();
    edit(partner, Map.of("name", "Teacher 1 " + tag));
    run(contacts(named(1).email(mail).build()));
    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(partner);
  }

  @Test
  void runAll_companyAndAContactMatch_theContactIsAdopted() {
    long company = partnerOfAnotherCompany();
    long known = partner(Map.of("name", "Teacher 1 " + tag, "email", mail));
    String before = snapshot(company);

    run(contacts(named(1).email(mail).build()));

    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(known);
    assertThat(snapshot(company)).isEqualTo(before);
  }

  private void assertRefused(StageReport report) {
    assertThat(report.failed()).as("%s", report).isEqualTo(1);
    assertThat(report.created() + report.updated()).isEqualTo(1);
    RecordFailure failure = report.failures().get(0);
    assertThat(failure.key()).isEqualTo(teacherKey(1));
    assertThat(failure.failure().cause()).isEqualTo(FailureCause.CONTRADICTION);
    assertThat(failure.reason()).contains("never written to");
  }

  @Test
  void runAll_hostGivesTheIdOfACompany_failsThatContactOnly() {
    for (long partner : List.of(partnerOfAnotherCompany(), partnerOfEmployee())) {
      String before = snapshot(partner);
      loseIdStore();

      StageReport report = run(contacts(named(1).odooId(partner).build(), named(2).build()));

      assertThat(report.failed()).as("%s", report).isEqualTo(1);
      assertThat(report.failures().get(0).failure().cause()).isEqualTo(FailureCause.CONTRADICTION);
      assertThat(snapshot(partner)).isEqualTo(before);
      assertThat(ids().find(CONTACT, List.of(teacherKey(1)))).isEmpty();
    }
  }

  @Test
  void runAll_linkedPartnerBelongsToAnEmployeeNow_isNotWrittenToInEitherDirection() {
    long partner = partnerOfEmployee();
    ids().save(List.of(new Link(CONTACT, teacherKey(1), partner, null, Instant.EPOCH)));
    String before = snapshot(partner);
    SchoolTravel host = contacts(named(1).build(), named(2).build());

    assertRefused(run(host));
    host.put(named(2).phone("2").build());
    assertRefused(
        stage(
            engine(host).conflictPolicy(ConflictPolicy.odooWins()).build().run(CONTACT), CONTACT));

    assertThat(snapshot(partner)).isEqualTo(before);
    assertThat(host.taken()).isEmpty();
  }

  private static final int OTHERS = 5;

  /** The first ones are nobody's, the last one, of teacher 6, is an employee's by now. */
  private SchoolTravel host(long employee) {
    SchoolTravel host = new SchoolTravel();
    for (int number = 1; number <= OTHERS; number++) {
      host.put(named(number).build());
    }
    assertThat(run(host).created()).isEqualTo(OTHERS);
    for (int number = 1; number <= OTHERS; number++) {
      host.put(named(number).phone("" + number).build());
    }
    int last = OTHERS + 1;
    ids().save(List.of(new Link(CONTACT, teacherKey(last), employee, null, Instant.EPOCH)));
    host.put(named(last).phone("6").build());
    return host;
  }

  final List<String> updateOneByOne(long employee) {
    SchoolTravel host = host(employee);
    String before = snapshot(employee);
    List<String> calls = new ArrayList<>();
    CallObserver noting = attempt -> calls.add(attempt.model() + "." + attempt.method());

    StageReport report =
        stage(
            engine(host, client().observedBy(noting)).batchSize(CONTACT, 1).build().run(CONTACT),
            CONTACT);

    assertThat(report.updated()).as("%s", report).isEqualTo(OTHERS);
    assertThat(report.failures()).extracting(RecordFailure::key).containsExactly(teacherKey(6));
    assertThat(snapshot(employee)).isEqualTo(before);
    calls.removeIf(call -> !call.equals("res.users.search_read"));
    return calls;
  }

  @Test
  void run_manyBatches_odoosOwnAreAskedForTwiceInAll() {
    assertThat(updateOneByOne(partnerOfEmployee())).hasSize(2);
  }

  @Test
  void plan_partnerOfACompany_saysTheSameAsTheRun() {
    long partner = partnerOfAnotherCompany();
    SchoolTravel host = contacts(named(1).odooId(partner).build());

    List<PlannedRecord> planned = engine(host).build().plan().records();

    assertThat(planned)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.action()).isEqualTo(PlannedRecord.Action.FAIL);
              assertThat(record.reason()).contains("never written to");
            });
  }
}
