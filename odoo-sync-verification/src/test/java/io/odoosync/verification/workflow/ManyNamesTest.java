package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.CrmOptions;
import io.odoosync.EntityType;
import io.odoosync.OdooReference;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.SyncReport;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.TravelState;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An Odoo that has more of what hosts name than anybody would read. */
class ManyNamesTest extends InProcessSuite {

  private static final int MANY = 10_100;

  private final SchoolTravel host = new SchoolTravel();

  /** Creates many records and answers the id of the last one. */
  private long many(String model, int count, String... fields) {
    List<Map<String, String>> all =
        IntStream.rangeClosed(1, count).mapToObj(number -> values("N" + number, fields)).toList();
    List<Long> ids = odoo.clientOf(odoo.administrator()).create(model, all);
    server.forgetRequests();
    return ids.get(count - 1);
  }

  private static Map<String, String> values(String text, String... fields) {
    return Arrays.stream(fields).collect(Collectors.toMap(field -> field, field -> text));
  }

  private long readings(String model) {
    return server.requests().stream()
        .filter(call -> call.model().equals(model) && call.method().equals("search_read"))
        .count();
  }

  private static String reason(SyncReport report, EntityType type) {
    return stage(report, type).failures().stream()
        .map(RecordFailure::reason)
        .findFirst()
        .orElse("");
  }

  @Test
  void runAll_tagBeyondEveryPage_isFoundAndNeverCreatedAgain() {
    long last = many("crm.tag", MANY, "name");
    host.put(travel(1, TravelState.NEW).customer(null).tags(List.of("N" + MANY, "new")).build());

    SyncReport report =
        engine(host).crm(CrmOptions.builder().createMissingTags().build()).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(read(TRAVEL, travelKey(1), "tag_ids").references("tag_ids"))
        .hasSize(2)
        .contains(last);
    assertThat(server.records("crm.tag"))
        .filteredOn(tag -> tag.text("name").equals("new"))
        .hasSize(1);
  }

  @Test
  void runAll_hundredTravelsNameTagsOfMany_areLookedUpTogether() {
    many("crm.tag", MANY, "name");
    for (int number = 1; number <= 100; number++) {
      String tag = "N" + (MANY - number);
      host.put(travel(number, TravelState.NEW).customer(null).tags(List.of(tag)).build());
    }

    assertThat(engine(host).build().runAll().isSuccessful()).isTrue();

    assertThat(readings("crm.tag")).as("the first page, and what was named").isEqualTo(2);
  }

  @Test
  void runAll_tagThatNoneOfManyIs_namesSomeAndCountsTheRest() {
    many("crm.tag", MANY, "name");
    int all = server.records("crm.tag").size();
    host.put(travel(1, TravelState.NEW).customer(null).tags(List.of("n1")).build());

    SyncReport report = engine(host).build().runAll();

    assertThat(reason(report, TRAVEL))
        .startsWith("Odoo has no tag with name 'n1'. It has: ")
        .endsWith(" and " + (all - 20) + " more");
  }

  @Test
  void runAll_lostReasonOfManyByExternalId_isFound() {
    long last = many("crm.lost.reason", MANY, "name");
    server.person().nameExternally("crm.lost.reason", Math.toIntExact(last), "school.last");
    CrmOptions options =
        CrmOptions.builder().lostReason(OdooReference.externalId("school.last")).build();
    host.put(travel(1, TravelState.CANCELLED).customer(null).build());

    assertThat(engine(host).crm(options).build().runAll().isSuccessful()).isTrue();

    assertThat(read(TRAVEL, travelKey(1), "lost_reason_id").reference("lost_reason_id"))
        .hasValue(last);
  }

  @Test
  void runAll_productBeyondEveryPage_isFound() {
    long last = many("product.product", MANY, "name", "default_code");
    InvoiceLine line =
        InvoiceLine.builder("Bus")
            .unitPrice(BigDecimal.TEN)
            .product("N" + MANY)
            .taxes(SchoolTravel.TWENTY)
            .build();
    host.put(teacher(1).build(), invoice("i", teacherKey(1)).lines(List.of(line)).build());

    SyncReport report = engine(host).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    List<Long> lines =
        read(INVOICE, invoiceKey("i"), "invoice_line_ids").references("invoice_line_ids");
    assertThat(client().read("account.move.line", lines, List.of("product_id")))
        .extracting(read -> read.reference("product_id").orElseThrow())
        .containsExactly(last);
  }
}
