package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.SyncReport;
import io.odoosync.source.TravelState;
import io.odoosync.testkit.Fault;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of leads whose call breaks off, before or after it took effect. */
class InterruptedStepsTest extends InProcessSuite {

  private final SchoolTravel host = new SchoolTravel();

  @ParameterizedTest
  @CsvSource({
    "QUOTE_VALIDATED, write",
    "INVOICED, write",
    "INVOICED, action_set_won",
    "CANCELLED, action_set_lost"
  })
  void runAll_answerOfAStepIsLost_isReadBackAndNotMadeAgain(TravelState state, String method) {
    putTravels(state);
    server.faults().on("crm.lead", method).once(Fault.closeAfterCommit());

    SyncReport report = engine(host).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(writes().stream().filter(("crm.lead." + method)::equals)).hasSize(1);
    assertInStep(state);
  }

  @ParameterizedTest
  @CsvSource({
    "QUOTE_VALIDATED, write",
    "INVOICED, write",
    "INVOICED, action_set_won",
    "CANCELLED, action_set_lost"
  })
  void runAll_callOfAStepIsLost_isMadeAgain(TravelState state, String method) {
    putTravels(state);
    server.faults().on("crm.lead", method).once(Fault.closeBefore());

    assertThat(engine(host).build().runAll().isSuccessful()).isTrue();

    assertInStep(state);
  }

  private void putTravels(TravelState state) {
    for (int number = 1; number <= 3; number++) {
      host.put(SchoolTravel.teacher(number).build(), SchoolTravel.travel(number, state).build());
    }
  }

  private void assertInStep(TravelState state) {
    for (int number = 1; number <= 3; number++) {
      OdooRecord lead =
          read(TRAVEL, SchoolTravel.travelKey(number), "active", "type", "stage_id", "partner_id");
      assertThat(lead.flag("active")).isEqualTo(state != TravelState.CANCELLED);
      assertThat(lead.text("type"))
          .hasValue(state == TravelState.INVOICED ? "opportunity" : "lead");
      assertThat(lead.reference("stage_id")).hasValue(stage(state));
      assertThat(lead.reference("partner_id")).isPresent();
    }
    writes().clear();
    assertThat(stage(engine(host).build().runAll(), TRAVEL).unchanged()).isEqualTo(3);
    assertThat(writes()).isEmpty();
  }

  private long stage(TravelState state) {
    String name =
        List.of("stage_lead1", "stage_lead2", "stage_lead4", "stage_lead1")
            .get(List.of(TravelState.values()).indexOf(state));
    return client().resolveExternalId("crm", name).orElseThrow().id();
  }
}
