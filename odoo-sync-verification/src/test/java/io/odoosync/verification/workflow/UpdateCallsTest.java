package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.report.RecordFailure;
import io.odoosync.report.SyncReport;
import io.odoosync.testkit.Exchange;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Updates take as few calls as the server offers, and what they made of it is known for certain.
 */
class UpdateCallsTest extends EngineSuite {

  private static final int TEACHERS = 20;

  private final SchoolTravel host = new SchoolTravel();
  private InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19);

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return OdooUnderTest.of(server);
  }

  private void use(OdooRelease release) {
    server.close();
    server = InProcessOdoo.start(release);
  }

  private void created() {
    IntStream.rangeClosed(1, TEACHERS).forEach(i -> host.put(teacher(i).build()));
    assertThat(engine(host).build().run(CONTACT).isSuccessful()).isTrue();
  }

  /** The teachers from one number to another have other notes now, all the same. */
  private void changed(int from, int to) {
    for (int i = from; i <= to; i++) {
      host.put(teacher(i).notes("retired").build());
    }
  }

  /** The same with one of their own for each. */
  private void changedEach(int from, int to) {
    for (int i = from; i <= to; i++) {
      host.put(teacher(i).notes("teaches class " + i).build());
    }
  }

  private SyncReport update() {
    server.forgetRequests();
    SyncReport report = engine(host).build().run(CONTACT);
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    return report;
  }

  private List<Exchange> partnerCalls(String method) {
    return server.requests().stream()
        .filter(call -> call.request().calls("res.partner", method))
        .toList();
  }

  private static boolean readsValues(Exchange call) {
    return call.request().arguments().toString().contains("write_date");
  }

  private void assertInStep() {
    server.forgetRequests();
    SyncReport idle = engine(host).build().run(CONTACT);
    assertThat(stage(idle, CONTACT).unchanged()).as("%s", idle).isEqualTo(TEACHERS);
    assertThat(server.writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"V19", "V20"})
  void run_differentChanges_areWrittenAndReadBackInOneCall(OdooRelease release) {
    use(release);
    created();
    changedEach(1, TEACHERS);

    SyncReport report = update();

    assertThat(stage(report, CONTACT).updated()).isEqualTo(TEACHERS);
    assertThat(partnerCalls("web_save_multi"))
        .extracting(call -> call.request().records())
        .containsExactly(0, TEACHERS);
    assertThat(partnerCalls("write")).isEmpty();
    assertThat(partnerCalls("search_read").stream().filter(UpdateCallsTest::readsValues))
        .hasSize(1);
    assertInStep();
  }

  @ParameterizedTest
  @EnumSource(names = {"V14", "V19"})
  void run_equalChanges_areOneWrite(OdooRelease release) {
    use(release);
    created();
    changed(1, TEACHERS);

    SyncReport report = update();

    assertThat(stage(report, CONTACT).updated()).isEqualTo(TEACHERS);
    assertThat(partnerCalls("write"))
        .extracting(call -> call.request().records())
        .containsExactly(TEACHERS);
    assertThat(partnerCalls("web_save_multi")).isEmpty();
    assertInStep();
  }

  @ParameterizedTest
  @EnumSource(names = {"V14", "V19"})
  void run_someChangesEqual_areOneWriteAndTheOthersAsTheServerTakesThem(OdooRelease release) {
    use(release);
    created();
    changed(1, 12);
    changedEach(13, TEACHERS);

    SyncReport report = update();

    boolean together = release.isAtLeast(OdooRelease.V19);
    assertThat(stage(report, CONTACT).updated()).isEqualTo(TEACHERS);
    assertThat(partnerCalls("write")).hasSize(together ? 1 : 9);
    assertThat(partnerCalls("web_save_multi")).hasSize(together ? 2 : 1);
    assertInStep();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void run_answerLost_isReadBackAndNothingIsWrittenTwice(boolean equal) {
    created();
    if (equal) {
      changed(1, TEACHERS);
    } else {
      changedEach(1, TEACHERS);
    }
    String method = equal ? "write" : "web_save_multi";
    server
        .faults()
        .where(call -> call.calls("res.partner", method) && call.records() > 0)
        .once(Fault.closeAfterCommit());

    SyncReport report = update();

    assertThat(stage(report, CONTACT).updated()).isEqualTo(TEACHERS);
    assertThat(partnerCalls(method).stream().filter(call -> call.request().records() > 0))
        .hasSize(1);
    assertInStep();
  }

  @Test
  void run_oneRecordIsRefused_theOthersAreWritten() {
    server.close();
    server = InProcessOdoo.builder(OdooRelease.V19).checkVats().start();
    created();
    changedEach(1, TEACHERS);
    host.put(teacher(7).vat("FR00000000000").build());

    SyncReport report = engine(host).build().run(CONTACT);

    assertThat(stage(report, CONTACT).updated()).as("%s", report).isEqualTo(TEACHERS - 1);
    assertThat(stage(report, CONTACT).failures())
        .extracting(RecordFailure::key)
        .containsExactly(teacherKey(7));
  }
}
