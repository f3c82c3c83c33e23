package io.odoosync.testkit.conformance;

import static io.odoosync.testkit.conformance.OdooUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.Fact;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads, their stages, and how they are won. */
interface LeadConformance {

  OdooUnderTest odoo();

  private long lead(Map<String, ?> values) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.put("name", odoo().unique("Lead"));
    return odoo().create("crm.lead", all);
  }

  private OdooRecord read(long lead) {
    return odoo()
        .read(
            "crm.lead",
            lead,
            "type",
            "partner_id",
            "user_id",
            "stage_id",
            "active",
            "probability",
            "date_conversion",
            "date_closed");
  }

  private long stage(String name) {
    return odoo().client().resolveExternalId("crm", name).orElseThrow().id();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage_lead1", "stage_lead2", "stage_lead3", "stage_lead4"})
  default void stages_ofTheModule_haveExternalIds(String name) {
    long id = stage(name);
    assertThat(odoo().read("crm.stage", id, "is_won").flag("is_won"))
        .isEqualTo(name.equals("stage_lead4"));
    OdooValue names =
        odoo().client().call(MethodCall.of("crm.stage", "get_external_id").ids(List.of(id)));
    assertThat(names.get(String.valueOf(id)).asText()).isEqualTo("crm." + name);
  }

  @Test
  default void stages_sequence_endsWithWon() {
    List<Long> ids =
        odoo()
            .client()
            .search("crm.stage", Domain.all(), Page.first(100).orderedBy("sequence, id"));
    assertThat(ids)
        .containsSubsequence(
            stage("stage_lead1"), stage("stage_lead2"), stage("stage_lead3"), stage("stage_lead4"));
  }

  /** Why type and user are always sent. */
  @Test
  default void create_typeAndUserLeftOut_areFilledByOdoo() {
    OdooRecord lead = read(lead(Map.of()));
    assertThat(lead.text("type")).contains("opportunity");
    assertThat(lead.reference("user_id")).isPresent();
    assertThat(lead.reference("stage_id")).contains(stage("stage_lead1"));
    assertThat(lead.flag("active")).isTrue();
  }

  @Test
  default void create_typeAndNoUserSent_areKept() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("type", "lead");
    values.put("user_id", null);
    OdooRecord lead = read(lead(values));
    assertThat(lead.text("type")).contains("lead");
    assertThat(lead.reference("user_id")).isEmpty();
  }

  @Test
  default void create_withoutName_isRefused() {
    OdooException failure = failure(() -> odoo().create("crm.lead", Map.of("type", "lead")));
    assertThat(failure).isInstanceOf(OdooRequestException.class);
    assertThat(failure.errorName()).isEqualTo("odoo.exceptions.ValidationError");
  }

  /** The portable conversion: one write, and the partner stays. */
  @Test
  default void write_typeDateAndStage_convertsAndKeepsThePartner() {
    long partner = odoo().partner();
    long id = lead(Map.of("type", "lead", "partner_id", partner));
    Instant moment = Instant.parse("2026-11-23T01:02:03Z");
    odoo()
        .write(
            "crm.lead",
            id,
            Map.of(
                "type",
                "opportunity",
                "date_conversion",
                moment,
                "stage_id",
                stage("stage_lead2")));
    OdooRecord lead = read(id);
    assertThat(lead.text("type")).contains("opportunity");
    assertThat(lead.instant("date_conversion")).contains(moment);
    assertThat(lead.reference("partner_id")).contains(partner);
    assertThat(lead.reference("stage_id")).contains(stage("stage_lead2"));
  }

  @Test
  default void write_typeAlone_leavesTheConversionDateEmpty() {
    long id = lead(Map.of("type", "lead"));
    odoo().write("crm.lead", id, Map.of("type", "opportunity"));
    assertThat(read(id).instant("date_conversion")).isEmpty();
  }

  @Test
  default void convertOpportunity_withoutPartner_losesThePartner() {
    long id = lead(Map.of("type", "lead", "partner_id", odoo().partner()));
    odoo().client().call(convert(id, null));
    OdooRecord lead = read(id);
    assertThat(lead.text("type")).contains("opportunity");
    assertThat(lead.instant("date_conversion")).isPresent();
    assertThat(lead.reference("partner_id")).isEmpty();
  }

  @Test
  default void convertOpportunity_partnerAsNumber_worksUpToFifteenOnly() {
    long partner = odoo().partner();
    long id = lead(Map.of("type", "lead", "partner_id", partner));
    if (!odoo().has(Fact.CONVERT_WANTS_RECORD)) {
      odoo().client().call(convert(id, partner));
      assertThat(read(id).reference("partner_id")).contains(partner);
    } else {
      OdooException failure = failure(() -> odoo().client().call(convert(id, partner)));
      assertThat(failure.errorName()).isEqualTo("builtins.AttributeError");
      assertThat(read(id).text("type")).contains("lead");
    }
  }

  private static MethodCall convert(long lead, @Nullable Long partner) {
    return MethodCall.of("crm.lead", "convert_opportunity")
        .ids(List.of(lead))
        .positional("partner", partner);
  }

  @Test
  default void actionSetWon_lead_winsItAndMayBeRepeated() {
    long id = lead(Map.of("type", "lead"));
    odoo().call("crm.lead", "action_set_won", id);
    OdooRecord lead = read(id);
    assertThat(lead.reference("stage_id")).contains(stage("stage_lead4"));
    assertThat(lead.number("probability").orElseThrow()).isEqualByComparingTo("100");
    assertThat(lead.instant("date_closed")).isPresent();
    assertThat(lead.flag("active")).isTrue();
    assertThat(lead.text("type")).contains("lead");
    assertWonStatus(id, "won");
    odoo().call("crm.lead", "action_set_won", id);
    assertThat(read(id).reference("stage_id")).contains(stage("stage_lead4"));
  }

  @Test
  default void write_wonStage_winsToo() {
    long id = lead(Map.of("type", "opportunity"));
    odoo().write("crm.lead", id, Map.of("stage_id", stage("stage_lead4")));
    OdooRecord lead = read(id);
    assertThat(lead.number("probability").orElseThrow()).isEqualByComparingTo("100");
    assertThat(lead.instant("date_closed")).isPresent();
    assertWonStatus(id, "won");
  }

  @Test
  default void actionSetLost_openLead_archivesIt() {
    long id = lead(Map.of("type", "lead"));
    assertWonStatus(id, "pending");
    assertThat(odoo().call("crm.lead", "action_set_lost", id).isNull()).isTrue();
    OdooRecord lead = read(id);
    assertThat(lead.flag("active")).isFalse();
    assertThat(lead.number("probability").orElseThrow()).isEqualByComparingTo("0");
    assertThat(odoo().client().searchCount("crm.lead", Domain.field("id").isEqualTo(id))).isZero();
    assertWonStatus(id, "lost");
  }

  @Test
  default void actionSetLost_wonLead_isRefusedFromNineteenOn() {
    long id = lead(Map.of("type", "opportunity"));
    odoo().call("crm.lead", "action_set_won", id);
    if (odoo().has(Fact.WON_STAGE_IS_CERTAIN)) {
      OdooException failure = failure(() -> odoo().call("crm.lead", "action_set_lost", id));
      assertThat(failure.errorName()).isEqualTo("odoo.exceptions.ValidationError");
      assertThat(read(id).flag("active")).isTrue();
    } else {
      odoo().call("crm.lead", "action_set_lost", id);
      assertThat(read(id).flag("active")).isFalse();
    }
  }

  private void assertWonStatus(long lead, String status) {
    if (odoo().has("crm.lead", "won_status")) {
      assertThat(odoo().read("crm.lead", lead, "won_status").text("won_status")).contains(status);
    }
  }

  @Test
  default void write_description_isKeptOrMadeAParagraph() {
    long id = lead(Map.of("type", "lead"));
    odoo().write("crm.lead", id, Collections.singletonMap("description", "12 pupils"));
    boolean html = odoo().type("crm.lead", "description").equals("html");
    assertThat(odoo().read("crm.lead", id, "description").text("description"))
        .contains(html ? "<p>12 pupils</p>" : "12 pupils");
  }
}
