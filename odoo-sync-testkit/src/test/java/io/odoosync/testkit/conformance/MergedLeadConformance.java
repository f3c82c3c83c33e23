package io.odoosync.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is left of leads that became one. */
interface MergedLeadConformance {

  OdooUnderTest odoo();

  private long lead(String name, Map<String, ?> values) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.put("name", name);
    all.put("type", "lead");
    all.put("user_id", null);
    return odoo().create("crm.lead", all);
  }

  private void merge(long... leads) {
    List<Long> all = LongStream.of(leads).boxed().toList();
    long wizard =
        odoo()
            .create(
                "crm.merge.opportunity", Map.of("opportunity_ids", List.of(List.of(6, 0, all))));
    odoo()
        .client()
        .call(MethodCall.of("crm.merge.opportunity", "action_merge").ids(List.of(wizard)));
  }

  private List<Long> left(Long... leads) {
    return odoo()
        .client()
        .search("crm.lead", Domain.field("id").isIn(List.of(leads)), Page.first(9));
  }

  private List<OdooRecord> notes(long lead) {
    Domain ofLead =
        Domain.field("model").isEqualTo("crm.lead").and(Domain.field("res_id").isEqualTo(lead));
    return odoo()
        .client()
        .searchRead("mail.message", ofLead, List.of("subject", "body", "res_id"), Page.first(20))
        .stream()
        .filter(message -> message.text("body").filter(body -> body.contains("erged")).isPresent())
        .toList();
  }

  @Test
  default void merge_ofTwo_leavesTheOlderOneAndForgetsTheOthersExternalId() {
    String name = odoo().unique("Merge");
    OdooClient client = odoo().client();
    List<String> columns = List.of("id", "name", "type", "user_id/.id");
    String module = odoo().module();
    List<Long> ids =
        client
            .load(
                "crm.lead",
                columns,
                List.of(
                    List.of(module + ".first", name, "lead", ""),
                    List.of(module + ".second", name + " 2", "lead", "")),
                Map.of("tracking_disable", true))
            .ids();

    merge(ids.get(0), ids.get(1));

    assertThat(left(ids.get(0), ids.get(1))).containsExactly(ids.get(0));
    assertThat(client.resolveExternalId(module, "first")).isPresent();
    assertThat(client.resolveExternalId(module, "second")).isEmpty();
  }

  @Test
  default void merge_ofTwo_joinsTheDescriptionsAndTakesOverWhatIsMissing() {
    long first = lead(odoo().unique("Merge"), Map.of("description", "one"));
    long second = lead(odoo().unique("Merge"), Map.of("description", "two", "expected_revenue", 7));

    merge(first, second);

    OdooRecord lead = odoo().read("crm.lead", first, "description", "expected_revenue", "type");
    assertThat(lead.text("description").orElseThrow()).containsSubsequence("one", "two");
    assertThat(lead.number("expected_revenue").orElseThrow()).isEqualByComparingTo("7");
    assertThat(lead.text("type")).hasValue("lead");
  }

  @Test
  default void merge_ofTwo_leavesANoteThatNamesAndQuotesTheOther() {
    String name = odoo().unique("Merge \"one\" & two");
    long first = lead(odoo().unique("Merge"), Map.of());
    long second = lead(name, Map.of("description", "what it held"));

    merge(first, second);

    OdooRecord note = notes(first).get(0);
    String body = note.text("body").orElseThrow();
    String escaped = name.replace("&", "&amp;");
    if (!odoo().has(Fact.MERGE_REWORKED)) {
      assertThat(note.text("subject")).hasValue("Merged leads: " + name);
      assertThat(body)
          .startsWith("<p>Merged lead : " + escaped + "\n<br>")
          .contains("what it held");
    } else {
      assertThat(body)
          .contains("crm_lead_merge_summary", "what it held")
          .containsPattern(
              "<span class=\"fw-bold\">" + Pattern.quote(escaped) + "</span>\\s*<span>");
    }
  }

  @Test
  default void merge_ofWhatWasMerged_takesTheNotesAlong() {
    long first = lead(odoo().unique("Merge"), Map.of());
    long second = lead(odoo().unique("Merge"), Map.of());
    String name = odoo().unique("Merge");
    merge(second, lead(name, Map.of()));

    merge(first, second);

    assertThat(notes(first))
        .hasSize(2)
        .anyMatch(note -> note.text("body").orElse("").contains(name))
        .allMatch(
            note ->
                note.text("subject").orElse("").isEmpty()
                    || !odoo().has(Fact.MERGE_REWORKED)
                    || note.text("subject").orElse("").startsWith("From "));
    assertThat(notes(second)).isEmpty();
  }

  @Test
  default void merge_opportunityAndLead_leavesTheOpportunity() {
    long lead = lead(odoo().unique("Merge"), Map.of());
    long opportunity = lead(odoo().unique("Merge"), Map.of());
    odoo().write("crm.lead", opportunity, Map.of("type", "opportunity"));

    merge(lead, opportunity);

    assertThat(left(lead, opportunity)).containsExactly(opportunity);
  }

  @Test
  default void delete_ofALead_takesItsMessagesAlong() {
    long first = lead(odoo().unique("Merge"), Map.of());
    merge(first, lead(odoo().unique("Merge"), Map.of()));

    odoo().admin().unlink("crm.lead", List.of(first));

    assertThat(notes(first)).isEmpty();
  }
}
