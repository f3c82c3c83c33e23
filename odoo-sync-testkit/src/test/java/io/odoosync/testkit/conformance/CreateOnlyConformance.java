package io.odoosync.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code load} that only creates: with {@code noupdate} and the mode "update" a record that is
 * there already is answered and left alone.
 */
interface CreateOnlyConformance {

  List<String> NAMED = List.of("id", "name");

  Map<String, Object> CREATE_ONLY =
      Map.of("noupdate", true, "mode", "update", "tracking_disable", true);

  List<String> INVOICE =
      List.of(
          "id",
          "move_type",
          "partner_id/.id",
          "invoice_line_ids/id",
          "invoice_line_ids/name",
          "invoice_line_ids/quantity",
          "invoice_line_ids/price_unit",
          "invoice_line_ids/tax_ids/.id");

  OdooUnderTest odoo();

  private LoadResult offer(String model, List<String> columns, List<List<String>> rows) {
    return odoo().client().load(model, columns, rows, CREATE_ONLY);
  }

  private List<Long> offered(String model, List<String> columns, List<List<String>> rows) {
    LoadResult result = offer(model, columns, rows);
    assertThat(result.messages()).isEmpty();
    return result.ids();
  }

  private long offeredPartner(String externalId, String name) {
    return offered("res.partner", NAMED, List.of(List.of(externalId, name))).get(0);
  }

  private OdooRecord partner(long id) {
    return odoo().read("res.partner", id, "name", "active", "write_date");
  }

  private String newId() {
    return odoo().externalId("res.partner");
  }

  @Test
  default void createOnly_knownExternalId_answersItsIdAndTouchesNothing() {
    String externalId = newId();
    long id = offeredPartner(externalId, "one");
    odoo().write("res.partner", id, Map.of("name", "edited in Odoo"));
    OdooRecord before = partner(id);
    odoo().awaitNextSecond();
    assertThat(offeredPartner(externalId, "two")).isEqualTo(id);
    assertThat(partner(id)).isEqualTo(before);
  }

  @Test
  default void createOnly_knownAndNewInABatch_createsTheNew() {
    String known = newId();
    String fresh = newId();
    long id = offeredPartner(known, "one");
    List<Long> ids =
        offered("res.partner", NAMED, List.of(List.of(fresh, "new"), List.of(known, "two")));
    assertThat(ids).hasSize(2);
    assertThat(ids.get(1)).isEqualTo(id);
    assertThat(odoo().resolved(fresh)).contains(ids.get(0));
    assertThat(partner(id).text("name")).contains("one");
  }

  @Test
  default void createOnly_sameExternalIdTwiceInABatch_firstWins() {
    String externalId = newId();
    List<Long> ids =
        offered(
            "res.partner", NAMED, List.of(List.of(externalId, "one"), List.of(externalId, "b")));
    assertThat(ids).hasSize(2).containsOnly(ids.get(0));
    assertThat(partner(ids.get(0)).text("name")).contains("one");
  }

  @Test
  default void createOnly_archivedRecord_isFoundAndStaysArchived() {
    String externalId = newId();
    long id = offeredPartner(externalId, "one");
    odoo().write("res.partner", id, Map.of("active", false));
    assertThat(offeredPartner(externalId, "two")).isEqualTo(id);
    assertThat(partner(id).flag("active")).isFalse();
    assertThat(partner(id).text("name")).contains("one");
  }

  /** A value that a constraint refuses is not looked at; one that can't be converted is. */
  @Test
  default void createOnly_badValuesForAKnownRecord_matterOnlyIfNotConvertible() {
    String externalId = newId();
    long id = offeredPartner(externalId, "one");
    assertThat(offeredPartner(externalId, "")).isEqualTo(id);
    LoadResult result =
        offer(
            "res.partner",
            List.of("id", "name", "country_id/.id"),
            List.of(List.of(externalId, "two", "99999999")));
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors()).singleElement().satisfies(m -> assertThat(m.record()).isZero());
  }

  @Test
  default void createOnly_oneBadNewRow_createsNone() {
    String good = newId();
    LoadResult result =
        offer("res.partner", NAMED, List.of(List.of(good, "x"), List.of(newId(), "")));
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors()).singleElement().satisfies(m -> assertThat(m.record()).isOne());
    assertThat(odoo().resolved(good)).isEmpty();
  }

  @Test
  default void createOnly_deletedRecord_isCreatedAgain() {
    String externalId = newId();
    long first = offeredPartner(externalId, "one");
    odoo().client().unlink("res.partner", List.of(first));
    long second = offeredPartner(externalId, "two");
    assertThat(second).isNotEqualTo(first);
    assertThat(odoo().resolved(externalId)).contains(second);
  }

  /** What was loaded without {@code noupdate} is not protected by it later. */
  @Test
  default void createOnly_recordLoadedWithoutNoupdate_isUpdated() {
    String externalId = newId();
    long id = odoo().loadOne("res.partner", NAMED, List.of(externalId, "one"));
    assertThat(offeredPartner(externalId, "two")).isEqualTo(id);
    assertThat(partner(id).text("name")).contains("two");
  }

  @Test
  default void createOnly_withoutExternalId_isRefused() {
    LoadResult result = offer("res.partner", NAMED, List.of(List.of("", "x")));
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors()).hasSize(1);
  }

  /** Odoo 14 re-points the external id all the same. */
  @Test
  default void createOnly_externalIdOfAnotherModel_isRefusedOrStolen() {
    String externalId = newId();
    long partner = offeredPartner(externalId, "x");
    List<Boolean> any = List.of(true, false);
    Domain sameNumber = Domain.field("id").isEqualTo(partner).and(Domain.field("active").isIn(any));
    assumeTrue(
        odoo().client().search("crm.lead", sameNumber, Page.first(1)).isEmpty(),
        "a lead has the partner's number");
    List<String> row = List.of(externalId, odoo().unique("Lead"), "lead");
    LoadResult result = offer("crm.lead", List.of("id", "name", "type"), List.of(row));
    assertThat(result.ids().isEmpty()).isEqualTo(odoo().has(Fact.LOAD_REFUSES_OTHER_MODELS));
    assertThat(odoo().resolved(externalId).orElseThrow() == partner)
        .isEqualTo(odoo().has(Fact.LOAD_REFUSES_OTHER_MODELS));
  }

  @Test
  default void createOnly_archivedPartnerByDatabaseId_isFound() {
    long partner = odoo().partner();
    odoo().write("res.partner", partner, Map.of("active", false));
    List<String> row =
        List.of(odoo().externalId("crm.lead"), odoo().unique("L"), "lead", "" + partner);
    List<String> columns = List.of("id", "name", "type", "partner_id/.id");
    Map<String, Object> context = new HashMap<>(CREATE_ONLY);
    if (!odoo().has(Fact.LOAD_REFERS_TO_ARCHIVED)) {
      assertThat(offer("crm.lead", columns, List.of(row)).errors())
          .singleElement()
          .satisfies(error -> assertThat(error.field()).isEqualTo("partner_id"));
      context.put("active_test", false);
    }
    LoadResult result = odoo().client().load("crm.lead", columns, List.of(row), context);
    assertThat(result.errors()).isEmpty();
    assertThat(odoo().read("crm.lead", result.ids().get(0), "partner_id").reference("partner_id"))
        .contains(partner);
  }

  /** So archived records may only be asked for where one is needed. */
  @Test
  default void createOnly_noJournalGiven_takesAnArchivedOneIfAskedForThose() {
    long journal = archivedFirstJournal();
    try {
      List<List<String>> rows = invoiceRows(odoo().externalId("account.move"), lineId());
      assertThat(journalOf(offered("account.move", INVOICE, rows).get(0))).isNotEqualTo(journal);
      Map<String, Object> context = new HashMap<>(CREATE_ONLY);
      context.put("active_test", false);
      rows = invoiceRows(odoo().externalId("account.move"), lineId());
      LoadResult result = odoo().client().load("account.move", INVOICE, rows, context);
      assertThat(result.messages()).isEmpty();
      assertThat(journalOf(result.ids().get(0))).isEqualTo(journal);
    } finally {
      odoo().admin().write("account.journal", List.of(journal), Map.of("sequence", 1_000));
    }
  }

  private long archivedFirstJournal() {
    Map<String, Object> values =
        Map.of(
            "name",
            odoo().unique("Old"),
            "code",
            code(),
            "type",
            "sale",
            "sequence",
            -1,
            "active",
            false,
            "default_account_id",
            incomeAccount());
    return odoo().admin().create("account.journal", List.of(values)).get(0);
  }

  private String code() {
    return "A" + Math.floorMod(odoo().unique("code").hashCode(), 10_000);
  }

  /** The account of the company's sales. */
  private long incomeAccount() {
    Domain sales =
        Domain.field("type").isEqualTo("sale").and(Domain.field("company_id").isEqualTo(1));
    return odoo()
        .admin()
        .searchRead("account.journal", sales, List.of("default_account_id"), Page.first(1))
        .get(0)
        .reference("default_account_id")
        .orElseThrow();
  }

  /**
   * Its first try has changed the values of all, and its second says what is wrong with them then.
   */
  @Test
  default void createOnly_oneInvoiceCannotBeStored_14BlamesTheOthersToo() {
    assumeTrue(odoo().has(Fact.ACCOUNT_CHECKED_IN_DRAFT), "later versions take the account");
    OdooRecord usual =
        odoo()
            .admin()
            .read("account.account", List.of(incomeAccount()), List.of("user_type_id"))
            .get(0);
    Map<String, Object> values = new HashMap<>();
    values.put("name", "Dollars only");
    values.put("code", code());
    values.put("currency_id", odoo().only("res.currency", Domain.field("name").isEqualTo("USD")));
    usual.reference("user_type_id").ifPresent(type -> values.put("user_type_id", type));
    long dollars = odoo().admin().create("account.account", List.of(values)).get(0);
    List<String> columns = new ArrayList<>(INVOICE);
    columns.add("invoice_line_ids/account_id/.id");
    List<List<String>> rows = new ArrayList<>();
    for (String account : List.of("" + incomeAccount(), "" + dollars, "")) {
      List<String> row =
          new ArrayList<>(invoiceRows(odoo().externalId("account.move"), lineId()).get(0));
      row.add(account);
      rows.add(row);
    }

    LoadResult result = offer("account.move", columns, rows);

    assertThat(result.ids()).isEmpty();
    assertThat(result.errors())
        .satisfiesExactly(
            first -> assertThat(first.text()).contains("Cannot create unbalanced journal entry"),
            bad -> assertThat(bad.text()).contains("secondary currency"),
            last -> assertThat(last.text()).contains("check_accountable_required_fields"));
  }

  private long journalOf(long move) {
    return odoo().read("account.move", move, "journal_id").reference("journal_id").orElseThrow();
  }

  @Test
  default void createOnly_wonLead_staysAsItIs() {
    String externalId = odoo().externalId("crm.lead");
    List<String> columns = List.of("id", "name", "type", "stage_id/id");
    List<List<String>> rows =
        List.of(List.of(externalId, odoo().unique("Lead"), "lead", "crm.stage_lead1"));
    long id = offered("crm.lead", columns, rows).get(0);
    odoo().call("crm.lead", "action_set_won", id);
    OdooRecord before = odoo().read("crm.lead", id, "stage_id", "type", "write_date");
    odoo().awaitNextSecond();
    assertThat(offered("crm.lead", columns, rows)).containsExactly(id);
    assertThat(odoo().read("crm.lead", id, "stage_id", "type", "write_date")).isEqualTo(before);
  }

  private List<List<String>> invoiceRows(String move, String... lines) {
    List<List<String>> rows = new ArrayList<>();
    String partner = String.valueOf(odoo().partner());
    for (String line : lines) {
      boolean first = rows.isEmpty();
      String type = first ? "out_invoice" : "";
      rows.add(List.of(first ? move : "", type, first ? partner : "", line, "Bus", "1", "50", ""));
    }
    return rows;
  }

  private OdooRecord invoice(long id) {
    return odoo()
        .read(
            "account.move",
            id,
            "state",
            "name",
            "partner_id",
            "amount_total",
            "invoice_line_ids",
            "write_date");
  }

  private String lineId() {
    return odoo().externalId("account.move.line");
  }

  @Test
  default void createOnly_knownInvoice_keepsItsLinesAndAmounts() {
    String move = odoo().externalId("account.move");
    String line = lineId();
    long id = offered("account.move", INVOICE, invoiceRows(move, line, lineId())).get(0);
    OdooRecord before = invoice(id);
    assertThat(before.number("amount_total").orElseThrow())
        .isEqualByComparingTo(new BigDecimal("100"));
    odoo().awaitNextSecond();
    List<List<String>> rows = new ArrayList<>(invoiceRows(move, line, lineId(), lineId()));
    String other = odoo().externalId("account.move");
    rows.addAll(invoiceRows(other, lineId()));
    List<Long> ids = offered("account.move", INVOICE, rows);
    assertThat(ids).hasSize(2).startsWith(id);
    assertThat(odoo().resolved(other)).contains(ids.get(1));
    assertThat(invoice(id)).isEqualTo(before);
  }

  @Test
  default void createOnly_postedInvoice_isAnsweredAndUntouched() {
    String move = odoo().externalId("account.move");
    String line = lineId();
    long id = offered("account.move", INVOICE, invoiceRows(move, line)).get(0);
    odoo().call("account.move", "action_post", id);
    OdooRecord before = invoice(id);
    odoo().awaitNextSecond();
    assertThat(offered("account.move", INVOICE, invoiceRows(move, line, lineId())))
        .containsExactly(id);
    assertThat(invoice(id)).isEqualTo(before);
  }
}
