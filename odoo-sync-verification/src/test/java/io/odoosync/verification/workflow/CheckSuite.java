package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.odoosync.ContactOptions;
import io.odoosync.CrmOptions;
import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.OdooReference;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.CheckFinding;
import io.odoosync.report.CheckFinding.Severity;
import io.odoosync.report.CheckReport;
import io.odoosync.store.InProcessRunLock;
import io.odoosync.store.RunLock;
import org.junit.jupiter.api.Test;

/** What the engine says before a run. */
abstract class CheckSuite extends EngineSuite {

  private final SchoolTravel host = SchoolTravel.of(2);

  private CheckReport check() {
    return engine(host).build().check();
  }

  @Test
  void check_usableOdoo_isReadyAndTellsTheVersion() {
    CheckReport report = check();

    assertThat(report.isReady()).as("%s", report).isTrue();
    assertThat(report.findings())
        .filteredOn(finding -> finding.severity() == Severity.INFO)
        .extracting(CheckFinding::what)
        .anyMatch(what -> what.startsWith("Odoo " + client().verify().version()));
    assertThat(report.toString()).startsWith("ready");
  }

  @Test
  void check_readsOnlyAndTakesNoLock() {
    RunLock lock = new InProcessRunLock();
    SyncEngine engine = engine(host).lock(lock).build();
    RunLock.Lease lease = lock.tryAcquire("odoo-sync:" + namespace()).orElseThrow();

    CheckReport report = engine.check();

    assertThat(report.isReady()).as("%s", report).isTrue();
    assertThat(writes()).isEmpty();
    for (EntityType type : EntityType.values()) {
      assertThat(ids().page(type, null, 1)).isEmpty();
    }
    lease.close();
  }

  @Test
  void check_leadsAreSwitchedOff_warnsThatNobodySeesTravels() {
    boolean on = odoo().integrationUser().isIn("crm", "group_use_lead");
    assumeFalse(on, "this Odoo uses leads");
    assertThat(check().warnings())
        .filteredOn(finding -> finding.type() == TRAVEL)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).contains("crm.group_use_lead");
              assertThat(finding.advice()).contains("Leads");
            });
  }

  @Test
  void check_severalThingsAreMissing_namesThemAll() {
    CheckReport report =
        engine(host)
            .crm(CrmOptions.builder().team(OdooReference.name("No such team")).build())
            .contactOptions(ContactOptions.builder().language("xx_XX").build())
            .build()
            .check();

    assertThat(report.isReady()).isFalse();
    assertThat(report.errors())
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding.cause()).isEqualTo(FailureCause.UNRESOLVED_NAME));
    assertThat(report.errors()).anySatisfy(f -> assertThat(f.what()).contains("No such team"));
    assertThat(report.errors()).anySatisfy(f -> assertThat(f.what()).contains("xx_XX"));
  }

  @Test
  void check_userWithoutRights_saysWhatToGrant() {
    CheckReport report = engine(host, odoo().clientOf(odoo().plain())).build().check();

    assertThat(report.isReady()).isFalse();
    assertThat(report.errors())
        .anySatisfy(
            finding -> {
              assertThat(finding.type()).isEqualTo(TRAVEL);
              assertThat(finding.cause())
                  .isIn(FailureCause.MISSING_RIGHT, FailureCause.MISSING_IN_ODOO);
              assertThat(finding.advice()).isNotEmpty();
            });
  }

  @Test
  void check_wrongKey_isAFindingAndNotThrown() {
    OdooClient stranger = OdooClient.connect(odoo().connection().apiKey("no-such-key").build());

    CheckReport report = engine(host, stranger).build().check();

    assertThat(report.isReady()).isFalse();
    assertThat(report.errors())
        .singleElement()
        .satisfies(finding -> assertThat(finding.cause()).isEqualTo(FailureCause.REFUSED_KEY));
    assertThat(report.toString()).startsWith("not ready").doesNotContain("no-such-key");
  }

  @Test
  void check_nothingAnswers_isAFindingAndNotThrown() {
    OdooClient nobody = OdooClient.connect(odoo().connection().url("http://127.0.0.1:1").build());

    CheckReport report = engine(host, nobody).build().check();

    assertThat(report.errors())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.cause()).isEqualTo(FailureCause.UNREACHABLE_SERVER));
  }
}
