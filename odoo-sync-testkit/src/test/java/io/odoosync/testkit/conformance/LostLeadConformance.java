package io.odoosync.testkit.conformance;

import static io.odoosync.testkit.conformance.OdooUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How leads are lost, archived and reopened. What 18 does between is not measured. */
interface LostLeadConformance {

  OdooUnderTest odoo();

  private long lead() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", odoo().unique("Lead"));
    values.put("type", "opportunity");
    return odoo().create("crm.lead", values);
  }

  private String reasonField() {
    return odoo().has("crm.lead", "lost_reason_id") ? "lost_reason_id" : "lost_reason";
  }

  private List<Long> reasons() {
    return odoo()
        .client()
        .search("crm.lost.reason", io.odoosync.odoo.Domain.all(), Page.first(2).orderedBy("id"));
  }

  private void lose(long lead, long reason) {
    odoo()
        .client()
        .call(
            MethodCall.of("crm.lead", "action_set_lost")
                .ids(List.of(lead))
                .argument(reasonField(), reason));
  }

  private void act(String method, long lead) {
    odoo().call("crm.lead", method, lead);
  }

  private OdooRecord read(long lead) {
    List<String> fields =
        new ArrayList<>(
            List.of("active", "probability", "stage_id", "date_closed", reasonField(), "type"));
    return odoo().read("crm.lead", lead, fields.toArray(String[]::new));
  }

  private long stage(String name) {
    return odoo().client().resolveExternalId("crm", name).orElseThrow().id();
  }

  private void assertWonStatus(long lead, String status) {
    if (odoo().has("crm.lead", "won_status")) {
      assertThat(odoo().read("crm.lead", lead, "won_status").text("won_status")).contains(status);
    }
  }

  private static boolean isZero(OdooRecord lead) {
    return lead.number("probability").orElseThrow().signum() == 0;
  }

  /** 14 forgets when it was closed. */
  @Test
  default void lost_withAReason_isArchivedWithIt() {
    long id = lead();
    lose(id, reasons().get(0));
    OdooRecord lead = read(id);
    assertThat(lead.flag("active")).isFalse();
    assertThat(isZero(lead)).isTrue();
    assertThat(lead.reference(reasonField())).contains(reasons().get(0));
    assertThat(lead.instant("date_closed").isPresent()).isEqualTo(odoo().has(Fact.LOSING_DATES));
    assertWonStatus(id, "lost");
  }

  @Test
  default void lost_againWithAnotherReason_takesThatReason() {
    long id = lead();
    lose(id, reasons().get(0));
    lose(id, reasons().get(1));
    OdooRecord lead = read(id);
    assertThat(lead.flag("active")).isFalse();
    assertThat(lead.reference(reasonField())).contains(reasons().get(1));
  }

  @Test
  default void lost_againWithoutAReason_keepsTheFirst() {
    long id = lead();
    lose(id, reasons().get(0));
    act("action_set_lost", id);
    assertThat(read(id).reference(reasonField())).contains(reasons().get(0));
  }

  @Test
  default void lost_unknownReason_isRefusedAsAWhole() {
    long id = lead();
    assertThat(failure(() -> lose(id, 99_999_999)).errorName()).startsWith("odoo.exceptions.");
    assertThat(read(id).flag("active")).isTrue();
  }

  @Test
  default void lost_missingLead_isRefused() {
    assertThat(failure(() -> act("action_set_lost", 99_999_999)).errorName())
        .isEqualTo("odoo.exceptions.MissingError");
  }

  @Test
  default void unarchive_lostLead_forgetsTheReason() {
    long id = lead();
    lose(id, reasons().get(0));
    act("action_unarchive", id);
    OdooRecord lead = read(id);
    assertThat(lead.flag("active")).isTrue();
    assertThat(lead.reference(reasonField())).isEmpty();
    assertWonStatus(id, "pending");
  }

  @Test
  default void writeActive_lostLead_keepsTheReason() {
    long id = lead();
    lose(id, reasons().get(0));
    odoo().write("crm.lead", id, Map.of("active", true));
    assertThat(read(id).reference(reasonField())).contains(reasons().get(0));
    assertThat(isZero(read(id))).isTrue();
    assertWonStatus(id, "pending");
  }

  @Test
  default void toggleActive_twice_isAsBefore() {
    assumeTrue(odoo().has(Fact.TOGGLE_ACTIVE), "archived and restored by methods of their own");
    long id = lead();
    act("toggle_active", id);
    assertThat(read(id).flag("active")).isFalse();
    act("toggle_active", id);
    assertThat(read(id).flag("active")).isTrue();
  }

  @Test
  default void won_lostLead_isOpenAndWithoutAReason() {
    long id = lead();
    lose(id, reasons().get(0));
    act("action_set_won", id);
    OdooRecord lead = read(id);
    assertThat(lead.flag("active")).isTrue();
    assertThat(lead.reference(reasonField())).isEmpty();
    assertThat(lead.reference("stage_id")).contains(stage("stage_lead4"));
    assertThat(lead.instant("date_closed")).isPresent();
    assertWonStatus(id, "won");
  }

  /** Up to 18 it stays archived. */
  @Test
  default void writeWonStage_archivedLead_opensItFrom19() {
    long id = lead();
    odoo().write("crm.lead", id, Map.of("active", false));
    odoo().write("crm.lead", id, Map.of("stage_id", stage("stage_lead4")));
    OdooRecord lead = read(id);
    assertThat(lead.flag("active")).isEqualTo(odoo().has(Fact.WON_STAGE_OPENS));
    assertThat(lead.number("probability").orElseThrow()).isEqualByComparingTo("100");
    assertWonStatus(id, "won");
  }

  @Test
  default void writeStage_lostLead_staysLost() {
    long id = lead();
    lose(id, reasons().get(0));
    odoo().write("crm.lead", id, Map.of("stage_id", stage("stage_lead2")));
    OdooRecord lead = read(id);
    assertThat(lead.flag("active")).isFalse();
    assertThat(isZero(lead)).isTrue();
    assertThat(lead.reference(reasonField())).contains(reasons().get(0));
    assertThat(lead.reference("stage_id")).contains(stage("stage_lead2"));
    assertThat(lead.instant("date_closed")).isEmpty();
    assertWonStatus(id, "lost");
  }

  /** 14 forgets that it was won only in the probability. */
  @Test
  default void writeStage_wonLead_isOpenAgain() {
    long id = lead();
    act("action_set_won", id);
    odoo().write("crm.lead", id, Map.of("stage_id", stage("stage_lead1")));
    OdooRecord lead = read(id);
    assertThat(lead.number("probability").orElseThrow())
        .isLessThan(java.math.BigDecimal.valueOf(100));
    assertThat(lead.instant("date_closed").isPresent())
        .isEqualTo(!odoo().has(Fact.ZERO_KEEPS_CLOSED));
    assertWonStatus(id, "pending");
  }

  /** Up to 18 an archived lead is taken for a lost one. */
  @Test
  default void archive_wonLead_staysWonFrom19() {
    long id = lead();
    act("action_set_won", id);
    act("action_archive", id);
    OdooRecord lead = read(id);
    assertThat(lead.flag("active")).isFalse();
    assertThat(isZero(lead)).isEqualTo(odoo().has(Fact.ARCHIVE_EMPTIES_PROBABILITY));
    assertThat(lead.reference("stage_id")).contains(stage("stage_lead4"));
    assertWonStatus(id, "won");
    act("action_unarchive", id);
    assertThat(read(id).number("probability").orElseThrow()).isEqualByComparingTo("100");
    assertThat(read(id).instant("date_closed")).isPresent();
  }

  @Test
  default void write_probabilityAbove100_isRefused() {
    long id = lead();
    assertThat(failure(() -> odoo().write("crm.lead", id, Map.of("probability", 101))).errorName())
        .isEqualTo("odoo.exceptions.ValidationError");
  }

  @Test
  default void reasons_byName_areFoundAndMayNotBeCreated() {
    assertThat(odoo().read("crm.lost.reason", reasons().get(0), "name").text("name")).isPresent();
    assertThat(
            failure(() -> odoo().create("crm.lost.reason", Map.of("name", odoo().unique("R"))))
                .errorName())
        .isEqualTo("odoo.exceptions.AccessError");
  }
}
