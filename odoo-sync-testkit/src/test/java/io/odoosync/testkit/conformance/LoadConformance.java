package io.odoosync.testkit.conformance;

import static io.odoosync.testkit.conformance.OdooUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating under external ids. */
interface LoadConformance {

  List<String> ID_NAME = List.of("id", "name");
  List<String> ID_NAME_EMAIL = List.of("id", "name", "email");

  OdooUnderTest odoo();

  private String newId() {
    return odoo().externalId("res.partner");
  }

  @Test
  default void load_newExternalId_createsAndNames() {
    String externalId = newId();
    String name = odoo().unique("new");
    long id = odoo().loadOne("res.partner", ID_NAME, List.of(externalId, name));
    assertThat(odoo().resolved(externalId)).contains(id);
    assertThat(odoo().read("res.partner", id, "name").text("name")).contains(name);
  }

  @Test
  default void load_severalRows_returnsIdsInOrder() {
    List<String> externalIds = List.of(newId(), newId(), newId());
    LoadResult result =
        odoo()
            .load(
                "res.partner",
                ID_NAME,
                externalIds.stream().map(id -> List.of(id, "name of " + id)).toList());
    assertThat(result.messages()).isEmpty();
    assertThat(result.ids())
        .containsExactlyElementsOf(
            externalIds.stream().map(id -> odoo().resolved(id).orElseThrow()).toList());
  }

  @Test
  default void load_sameExternalIdAgain_updatesTheRecord() {
    String externalId = newId();
    long first = odoo().loadOne("res.partner", ID_NAME, List.of(externalId, "one"));
    long second = odoo().loadOne("res.partner", ID_NAME, List.of(externalId, "two"));
    assertThat(second).isEqualTo(first);
    assertThat(odoo().read("res.partner", first, "name").text("name")).contains("two");
  }

  @Test
  default void load_sameExternalIdTwiceInABatch_lastWins() {
    String externalId = newId();
    LoadResult result =
        odoo()
            .load(
                "res.partner",
                ID_NAME,
                List.of(List.of(externalId, "one"), List.of(externalId, "two")));
    assertThat(result.errors()).isEmpty();
    assertThat(result.ids()).hasSize(2).containsOnly(result.ids().get(0));
    assertThat(odoo().read("res.partner", result.ids().get(0), "name").text("name"))
        .contains("two");
  }

  @Test
  default void load_emptyCell_clearsTheField() {
    String externalId = newId();
    long id =
        odoo().loadOne("res.partner", ID_NAME_EMAIL, List.of(externalId, "x", "a@example.test"));
    odoo().loadOne("res.partner", ID_NAME_EMAIL, List.of(externalId, "x", ""));
    assertThat(odoo().read("res.partner", id, "email").text("email")).isEmpty();
  }

  @Test
  default void load_columnLeftOut_keepsTheField() {
    String externalId = newId();
    long id =
        odoo().loadOne("res.partner", ID_NAME_EMAIL, List.of(externalId, "x", "a@example.test"));
    odoo().loadOne("res.partner", ID_NAME, List.of(externalId, "y"));
    assertThat(odoo().read("res.partner", id, "email").text("email")).contains("a@example.test");
  }

  @Test
  default void load_many2oneByDatabaseIdAndByExternalId_isLinked() {
    long country = odoo().only("res.country", Domain.field("code").isEqualTo("FR"));
    long byId =
        odoo()
            .loadOne(
                "res.partner",
                List.of("id", "name", "country_id/.id"),
                List.of(newId(), "x", String.valueOf(country)));
    long byName =
        odoo()
            .loadOne(
                "res.partner",
                List.of("id", "name", "country_id/id"),
                List.of(newId(), "x", "base.fr"));
    assertThat(odoo().read("res.partner", byId, "country_id").reference("country_id"))
        .contains(country);
    assertThat(odoo().read("res.partner", byName, "country_id").reference("country_id"))
        .contains(country);
  }

  @Test
  default void load_unknownMany2oneId_namesRecordAndField() {
    String good = newId();
    LoadResult result =
        odoo()
            .load(
                "res.partner",
                List.of("id", "name", "country_id/.id"),
                List.of(List.of(good, "x", ""), List.of(newId(), "y", "99999999")));
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.record()).isEqualTo(1);
              assertThat(message.field()).isEqualTo("country_id");
              assertThat(message.text()).contains("99999999");
            });
    assertThat(odoo().resolved(good)).isEmpty();
  }

  @Test
  default void load_unknownColumn_isRefusedAsAWhole() {
    OdooException failure =
        failure(
            () ->
                odoo()
                    .load(
                        "res.partner",
                        List.of("id", "name", "nosuch"),
                        List.of(List.of(newId(), "x", "y"))));
    assertThat(failure).isInstanceOf(OdooRequestException.class);
    assertThat(failure.errorName()).isEqualTo("builtins." + errorOfUnknownColumn());
    boolean hidden = odoo().has(Fact.LOAD_HIDES_ERRORS);
    assertThat(failure).hasMessageContaining(hidden ? "Pending savepoints" : "nosuch");
  }

  private String errorOfUnknownColumn() {
    boolean key = odoo().has(Fact.LOAD_UNKNOWN_COLUMN_IS_KEY_ERROR);
    return odoo().has(Fact.LOAD_HIDES_ERRORS) ? "AssertionError" : key ? "KeyError" : "ValueError";
  }

  @Test
  default void load_constraintBroken_keepsNothingOfTheBatch() {
    String good = newId();
    LoadResult result =
        odoo().load("res.partner", ID_NAME, List.of(List.of(good, "x"), List.of(newId(), "")));
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.record()).isEqualTo(1);
              assertThat(message.text()).contains("Contacts require a name");
            });
    assertThat(odoo().resolved(good)).isEmpty();
  }

  @Test
  default void load_manyRowsRefusedByAConstraint_stopsAfterTen() {
    LoadResult result = loadFourteen("", "");
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors()).hasSize(10);
    LoadResult.Message last = result.messages().get(result.messages().size() - 1);
    assertThat(last.error()).isFalse();
    assertThat(last.record()).isNull();
    assertThat(last.text()).startsWith("Found more than 10 errors");
  }

  @Test
  default void load_manyValuesNotConvertible_reportsAll() {
    LoadResult result = loadFourteen("x", "99999999");
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors()).hasSize(14);
    assertThat(result.errors()).extracting(LoadResult.Message::record).doesNotHaveDuplicates();
  }

  private LoadResult loadFourteen(String name, String country) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      rows.add(List.of(newId(), name, country));
    }
    return odoo().load("res.partner", List.of("id", "name", "country_id/.id"), rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "/a:b", ".1.2", "it's", "100%", "a+b@c", "東京"})
  default void load_unusualCharacterInExternalId_isKept(String characters) {
    String externalId = newId() + characters;
    long id = odoo().loadOne("res.partner", ID_NAME, List.of(externalId, "x"));
    assertThat(odoo().resolved(externalId)).contains(id);
    assertThat(odoo().loadOne("res.partner", ID_NAME, List.of(externalId, "y"))).isEqualTo(id);
  }

  @Test
  default void load_spaceInExternalId_isRefused() {
    LoadResult result = odoo().load("res.partner", ID_NAME, List.of(List.of(newId() + " x", "x")));
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors()).isNotEmpty();
  }

  /** Odoo 14 re-points the external id to a new record, or overwrites the one with this number. */
  @Test
  default void load_externalIdOfAnotherModel_isRefusedOrStolen() {
    String externalId = newId();
    long partner = odoo().loadOne("res.partner", ID_NAME, List.of(externalId, "x"));
    List<Boolean> any = List.of(true, false);
    Domain sameNumber = Domain.field("id").isEqualTo(partner).and(Domain.field("active").isIn(any));
    assumeTrue(
        odoo().client().search("crm.lead", sameNumber, Page.first(1)).isEmpty(),
        "a lead has the partner's number, and Odoo 14 would overwrite it");
    LoadResult result =
        odoo()
            .load(
                "crm.lead",
                List.of("id", "name", "type"),
                List.of(List.of(externalId, odoo().unique("Lead"), "lead")));
    if (!odoo().has(Fact.LOAD_REFUSES_OTHER_MODELS)) {
      assertThat(result.ids()).hasSize(1);
      assertThat(odoo().resolved(externalId)).contains(result.ids().get(0));
    } else {
      assertThat(result.ids()).isEmpty();
      assertThat(result.errors().get(0).text()).contains("found record of different model");
      assertThat(odoo().resolved(externalId)).contains(partner);
    }
  }

  @Test
  default void load_archivedRecord_isUpdatedInPlace() {
    String externalId = newId();
    long id = odoo().loadOne("res.partner", ID_NAME, List.of(externalId, "one"));
    odoo().write("res.partner", id, Map.of("active", false));
    assertThat(odoo().loadOne("res.partner", ID_NAME, List.of(externalId, "two"))).isEqualTo(id);
    var partner = odoo().read("res.partner", id, "name", "active");
    assertThat(partner.text("name")).contains("two");
    assertThat(partner.flag("active")).isFalse();
  }

  @Test
  default void load_deletedRecord_isCreatedAgain() {
    String externalId = newId();
    long first = odoo().loadOne("res.partner", ID_NAME, List.of(externalId, "x"));
    odoo().client().unlink("res.partner", List.of(first));
    assertThat(odoo().resolved(externalId)).isEmpty();
    long second = odoo().loadOne("res.partner", ID_NAME, List.of(externalId, "x"));
    assertThat(second).isNotEqualTo(first);
    assertThat(odoo().resolved(externalId)).contains(second);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "0, false", "true, true", "false, false", "'', false"})
  default void load_boolean_isReadFromText(String text, boolean value) {
    long id =
        odoo().loadOne("res.partner", List.of("id", "name", "active"), List.of(newId(), "x", text));
    assertThat(odoo().read("res.partner", id, "active").flag("active")).isEqualTo(value);
  }

  @Test
  default void load_nameOfTwoRecords_warnsAndTakesOne() {
    String company = odoo().unique("Twin");
    long one = odoo().create("res.partner", Map.of("name", company, "is_company", true));
    long two = odoo().create("res.partner", Map.of("name", company, "is_company", true));
    LoadResult result =
        odoo()
            .load(
                "res.partner",
                List.of("id", "name", "parent_id"),
                List.of(List.of(newId(), "x", company)));
    assertThat(result.errors()).isEmpty();
    assertThat(result.ids()).hasSize(1);
    assertThat(result.messages()).isNotEmpty();
    assertThat(
            odoo()
                .read("res.partner", result.ids().get(0), "parent_id")
                .reference("parent_id")
                .orElseThrow())
        .isIn(one, two);
  }

  @Test
  default void load_userWithoutTheRight_isAMessage() {
    LoadResult result =
        odoo().plain().load("res.partner", ID_NAME, List.of(List.of(newId(), "x")), Map.of());
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors()).isNotEmpty();
    assertThat(result.errors().get(0).text())
        .contains("You are not allowed to create 'Contact' (res.partner) records");
    assertThat(result.errors().get(0).text().contains("odoo.exceptions.AccessError"))
        .isEqualTo(!odoo().has(Fact.LOAD_SAYS_REFUSALS_PLAINLY));
  }

  /** On 14 the external ids of lines are not stored, so that the same load doubles the lines. */
  @Test
  default void load_linesWithExternalIds_areStoredOrDoubled() {
    String move = odoo().externalId("account.move");
    List<String> lines =
        List.of(odoo().externalId("account.move.line"), odoo().externalId("account.move.line"));
    long first = loadInvoice(move, lines);
    assertThat(lineCount(first)).isEqualTo(2);
    assertThat(odoo().resolved(lines.get(0)).isPresent())
        .isEqualTo(odoo().has(Fact.LINE_EXTERNAL_IDS));
    long second = loadInvoice(move, lines);
    assertThat(second).isEqualTo(first);
    assertThat(lineCount(first)).isEqualTo(odoo().has(Fact.LINE_EXTERNAL_IDS) ? 2 : 4);
  }

  private long loadInvoice(String move, List<String> lines) {
    List<String> columns =
        List.of(
            "id",
            "move_type",
            "partner_id/.id",
            "invoice_line_ids/id",
            "invoice_line_ids/name",
            "invoice_line_ids/quantity",
            "invoice_line_ids/price_unit");
    String partner = String.valueOf(odoo().partner());
    LoadResult result =
        odoo()
            .load(
                "account.move",
                columns,
                List.of(
                    List.of(move, "out_invoice", partner, lines.get(0), "Bus", "1", "100.5"),
                    List.of("", "", "", lines.get(1), "Guide", "2", "50")));
    assertThat(result.errors()).isEmpty();
    assertThat(result.ids()).hasSize(1);
    return result.ids().get(0);
  }

  private int lineCount(long move) {
    return odoo()
        .read("account.move", move, "invoice_line_ids")
        .references("invoice_line_ids")
        .size();
  }

  @Test
  default void load_lead_isCreatedWithItsStage() {
    String externalId = odoo().externalId("crm.lead");
    long partner = odoo().partner();
    long id =
        odoo()
            .loadOne(
                "crm.lead",
                List.of(
                    "id",
                    "name",
                    "type",
                    "partner_id/.id",
                    "stage_id/id",
                    "expected_revenue",
                    "date_deadline"),
                List.of(
                    externalId,
                    odoo().unique("Lead"),
                    "lead",
                    String.valueOf(partner),
                    "crm.stage_lead2",
                    "1200.50",
                    "2026-12-31"));
    var lead =
        odoo()
            .read(
                "crm.lead",
                id,
                "type",
                "partner_id",
                "stage_id",
                "expected_revenue",
                "date_deadline");
    assertThat(lead.text("type")).contains("lead");
    assertThat(lead.reference("partner_id")).contains(partner);
    assertThat(lead.reference("stage_id"))
        .isEqualTo(odoo().client().resolveExternalId("crm", "stage_lead2").map(s -> s.id()));
    assertThat(lead.number("expected_revenue").orElseThrow()).isEqualByComparingTo("1200.50");
    assertThat(lead.date("date_deadline")).contains(java.time.LocalDate.of(2026, 12, 31));
  }
}
