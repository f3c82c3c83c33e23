package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Countries by what hosts call them, and their states. */
abstract class AddressSuite extends EngineSuite {

  private final SchoolTravel host = new SchoolTravel();

  private StageReport run(ConflictPolicy policy) {
    writes().clear();
    host.taken().clear();
    SyncReport report = engine(host).conflictPolicy(policy).build().runAll();
    assertThat(report.stopped()).isNull();
    return stage(report, CONTACT);
  }

  private StageReport run() {
    return run(ConflictPolicy.localWins());
  }

  private void keep(@Nullable String country, @Nullable String state) {
    PostalAddress address =
        PostalAddress.builder().city("Paris").countryCode(country).stateCode(state).build();
    host.put(teacher(1).address(address).build());
  }

  private void edit(Map<String, ?> values) {
    odoo()
        .clientOf(odoo().person())
        .write("res.partner", List.of(id(CONTACT, teacherKey(1))), values);
  }

  private long stateId(String country, String code) {
    Domain domain =
        Domain.field("country_id.code")
            .isEqualTo(country)
            .and(Domain.field("code").isEqualTo(code));
    return client().search("res.country.state", domain, Page.first(1)).get(0);
  }

  private long countryId(String code) {
    return client()
        .search("res.country", Domain.field("code").isEqualTo(code), Page.first(1))
        .get(0);
  }

  private String inOdoo() {
    OdooRecord partner = read(CONTACT, teacherKey(1), "country_id", "state_id");
    return code("res.country", partner.reference("country_id").orElse(null))
        + "/"
        + code("res.country.state", partner.reference("state_id").orElse(null));
  }

  private String code(String model, @Nullable Long id) {
    return id == null
        ? ""
        : client().read(model, List.of(id), List.of("code")).get(0).text("code").orElse("");
  }

  @Test
  void run_countryChangesAndHostKeepsNoStates_oldCountrysStateGoes() {
    keep("US", null);
    run();
    edit(Map.of("state_id", stateId("US", "CA")));
    keep("FR", null);

    assertThat(engine(host).build().plan().records().toString()).contains("state_id");
    assertThat(run().updated()).isEqualTo(1);

    assertThat(inOdoo()).isEqualTo("FR/");
    assertThat(run().unchanged()).isEqualTo(1);
    assertThat(writes()).isEmpty();
  }

  @Test
  void run_countryClearedAndHostKeepsNoStates_stateGoes() {
    keep("US", null);
    run();
    edit(Map.of("state_id", stateId("US", "CA")));
    keep(null, null);
    run();
    assertThat(inOdoo()).isEqualTo("/");
  }

  @Test
  void run_countryStaysOrPersonsStateIsOfTheNewOne_stateIsLeftAlone() {
    keep("US", null);
    run();
    edit(Map.of("state_id", stateId("US", "CA")));
    Contact moved = host.teacherNow(1);
    host.put(
        moved.toBuilder().address(moved.address().toBuilder().city("Oakland").build()).build());
    run();
    assertThat(inOdoo()).isEqualTo("US/CA");

    edit(Map.of("state_id", stateId("IT", "RM")));
    keep("IT", null);
    run();
    assertThat(inOdoo()).isEqualTo("IT/RM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CA", "us-ca", "California"})
  void run_hostKeepsStates_areInStepBothWays(String state) {
    keep("US", state);
    assertThat(run().created()).isEqualTo(1);
    assertThat(inOdoo()).isEqualTo("US/CA");
    assertThat(run(ConflictPolicy.odooWins()).unchanged()).isEqualTo(1);
    assertThat(writes()).isEmpty();

    edit(Map.of("state_id", stateId("US", "CO")));
    run(ConflictPolicy.odooWins());
    assertThat(host.teacherNow(1).address().stateCode()).isEqualTo("CO");

    keep("IT", "IT-RM");
    run();
    assertThat(inOdoo()).isEqualTo("IT/RM");
    keep("FR", "");
    run();
    assertThat(inOdoo()).isEqualTo("FR/");
  }

  @Test
  void run_personMovesThePartnerOverTheApi_hostsStateGoes() {
    keep("US", "CA");
    run();
    edit(Map.of("country_id", countryId("FR")));
    run(ConflictPolicy.odooWins());
    assertThat(host.teacherNow(1).address().countryCode()).isEqualTo("FR");
    assertThat(host.teacherNow(1).address().stateCode()).isEmpty();
    run();
    assertThat(inOdoo()).isEqualTo("FR/");
  }

  @Test
  void run_unknownState_isToldWithTheOnesThatThereAre() {
    keep("US", "Bavaria");
    assertThat(run().failures().toString())
        .contains("Odoo has no state of US with code or name 'Bavaria'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UK", "uk", "GBR"})
  void run_countryByAnAlias_isUnchangedInTheNextRuns(String alias) {
    keep(alias, null);
    run();
    assertThat(inOdoo()).isEqualTo("GB/");
    for (ConflictPolicy policy : List.of(ConflictPolicy.localWins(), ConflictPolicy.odooWins())) {
      assertThat(run(policy).unchanged()).isEqualTo(1);
      assertThat(writes()).isEmpty();
      assertThat(host.taken()).isEmpty();
    }
    edit(Map.of("country_id", countryId("GR")));
    run(ConflictPolicy.odooWins());
    assertThat(host.teacherNow(1).address().countryCode()).isEqualTo("GR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u200b", "\u2800", "\u3000\u00ad"})
  void run_nameOfUnusualBlanksOnly_isNoName(String name) {
    host.put(teacher(1).name(name).build());
    assertThat(run().failures().toString()).contains("name is missing");
    assertThat(writes()).isEmpty();
  }
}
