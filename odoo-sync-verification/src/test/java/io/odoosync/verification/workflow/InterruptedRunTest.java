package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that break off at the worst moment, on the in-process Odoo, which can be made to. */
class InterruptedRunTest extends EngineSuite {

  private final InProcessOdoo server = InProcessOdoo.start(OdooRelease.V14);
  private final OdooUnderTest odoo = OdooUnderTest.of(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }

  static Stream<Fault> answersLostAfterTheCommit() {
    return Stream.of(
        Fault.closeAfterCommit(),
        Fault.statusAfterCommit(502),
        Fault.statusAfterCommit(504),
        Fault.truncatedBody(),
        Fault.htmlBody());
  }

  @ParameterizedTest
  @MethodSource("answersLostAfterTheCommit")
  void runAll_answerLostAfterCreate_createsOnce(Fault fault) {
    SchoolTravel host = SchoolTravel.of(3);
    for (EntityType type : EntityType.values()) {
      server.faults().on(type.model(), "load").once(fault);
    }

    SyncReport report = engine(host).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertEachOnceAndInStep(host);
  }

  @Test
  void runAll_connectionLostBeforeCreate_asksAndCreates() {
    SchoolTravel host = SchoolTravel.of(3);
    server.faults().on("crm.lead", "load").once(Fault.closeBefore());

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, TRAVEL).created()).isEqualTo(3);
    assertEachOnceAndInStep(host);
  }

  @Test
  void runAll_connectionLostBeforeEachCreate_createsNextTime() {
    SchoolTravel host = SchoolTravel.of(3);
    server.faults().on("crm.lead", "load").always(Fault.closeBefore());

    SyncReport first = engine(host).build().runAll();
    server.faults().clear();

    assertThat(stage(first, TRAVEL).failed()).isEqualTo(3);
    assertThat(stage(first, INVOICE).created()).isEqualTo(3);
    assertThat(stage(engine(host).build().runAll(), TRAVEL).created()).isEqualTo(3);
    assertEachOnceAndInStep(host);
  }

  @Test
  void runAll_lostRacesAndOverload_areRepeated() {
    SchoolTravel host = SchoolTravel.of(3);
    server.faults().on("res.partner", "load").once(Fault.serializationFailure());
    server.faults().on("crm.lead", "load").once(Fault.tooManyRequests(Duration.ZERO));
    server.faults().on("account.move", "load").once(Fault.status(503));

    SyncReport report = engine(host).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(report.traffic().retries()).isEqualTo(3);
    assertEachOnceAndInStep(host);
  }

  @Test
  void runAll_stepKeepsFailing_reportsThoseTravelsAndDoesItNextTime() {
    SchoolTravel host = SchoolTravel.of(3);
    server.faults().on("crm.lead", "action_set_won").times(3, Fault.closeBefore());

    SyncReport first = engine(host).build().runAll();

    assertThat(stage(first, TRAVEL).failed()).isEqualTo(1);
    assertThat(stage(first, TRAVEL).created()).isEqualTo(2);
    assertThat(stage(engine(host).build().runAll(), TRAVEL).updated()).isEqualTo(1);
    assertEachOnceAndInStep(host);
  }

  @Test
  void runAll_keyExpiresHalfway_stopsAndAddsUp() {
    SchoolTravel host = SchoolTravel.of(6);
    server.faults().on("crm.lead", "load").once(Fault.before(request -> server.expireApiKey()));

    SyncReport report = engine(host).batchSize(TRAVEL, 2).build().runAll();

    assertThat(report.stopped()).asString().contains("API key");
    assertThat(stage(report, CONTACT).created()).isEqualTo(6);
    StageReport travels = stage(report, TRAVEL);
    assertThat(travels.read()).isLessThan(6);
    assertThat(travels.notReached() + travels.created()).isEqualTo(travels.read());
    assertThat(stage(report, INVOICE).read()).isZero();
  }

  private void assertEachOnceAndInStep(SchoolTravel host) {
    for (EntityType type : EntityType.values()) {
      List<String> ours =
          server.records(type.model()).stream()
              .map(StoredRecord::externalId)
              .filter(id -> id.startsWith(namespace()))
              .toList();
      assertThat(ours).hasSize(3).doesNotHaveDuplicates();
    }
    assertThat(server.records("account.move.line").stream().filter(this::isOurs)).hasSize(6);
    writes().clear();
    assertThat(engine(host).build().runAll().isSuccessful()).isTrue();
    assertThat(writes()).isEmpty();
  }

  private boolean isOurs(StoredRecord line) {
    return List.of("Insurance", "Coach, \"Rome\"\nboth ways").contains(line.text("name"));
  }
}
