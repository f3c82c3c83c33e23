package io.odoosync.testkit.conformance;

import static io.odoosync.testkit.conformance.OdooUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooMissingRecordException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding, reading, creating, writing, deleting. */
interface RecordConformance {

  long NO_SUCH_ID = 99_999_999;

  OdooUnderTest odoo();

  private List<Long> numbered(String name) {
    return odoo()
        .client()
        .create(
            "res.partner",
            List.of(
                Map.of("name", name + " c", "ref", name),
                Map.of("name", name + " a", "ref", name),
                Map.of("name", name + " b", "ref", name)));
  }

  @Test
  default void search_order_isKept() {
    String ref = odoo().unique("order");
    List<Long> ids = numbered(ref);
    Domain own = Domain.field("ref").isEqualTo(ref);
    Page page = Page.first(10);
    assertThat(odoo().client().search("res.partner", own, page.orderedBy("name")))
        .containsExactly(ids.get(1), ids.get(2), ids.get(0));
    assertThat(odoo().client().search("res.partner", own, page.orderedBy("name desc, id")))
        .containsExactly(ids.get(0), ids.get(2), ids.get(1));
  }

  @Test
  default void searchRead_pages_coverAllOnce() {
    String ref = odoo().unique("pages");
    List<Long> ids = numbered(ref);
    Domain own = Domain.field("ref").isEqualTo(ref);
    Page page = Page.first(2).orderedBy("id");
    assertThat(odoo().client().searchRead("res.partner", own, List.of("name"), page))
        .extracting(OdooRecord::id)
        .containsExactly(ids.get(0), ids.get(1));
    assertThat(odoo().client().searchRead("res.partner", own, List.of("name"), page.from(2)))
        .extracting(OdooRecord::id)
        .containsExactly(ids.get(2));
    assertThat(odoo().client().searchRead("res.partner", own, List.of("name"), page.from(3)))
        .isEmpty();
  }

  @Test
  default void searchCount_conditions_areCombined() {
    String ref = odoo().unique("count");
    List<Long> ids = numbered(ref);
    Domain own = Domain.field("ref").isEqualTo(ref);
    Domain first = Domain.field("id").isEqualTo(ids.get(0));
    assertThat(count(own)).isEqualTo(3);
    assertThat(count(own.and(first))).isEqualTo(1);
    assertThat(count(own.and(first.negated()))).isEqualTo(2);
    assertThat(count(Domain.field("id").isIn(ids))).isEqualTo(3);
    assertThat(count(Domain.field("id").isIn(List.of()))).isZero();
    assertThat(count(own.and(Domain.field("id").isNotIn(ids)))).isZero();
    assertThat(count(own.and(Domain.field("email").isEqualTo(null)))).isEqualTo(3);
    assertThat(
            count(Domain.field("ref").equalsIgnoringCase(ref.toUpperCase(java.util.Locale.ROOT))))
        .isEqualTo(3);
    assertThat(count(Domain.field("name").contains(ref + " A"))).isEqualTo(1);
    assertThat(count(own.and(Domain.field("id").isGreaterThan(ids.get(0))))).isEqualTo(2);
    assertThat(count(own.and(Domain.field("id").isAtMost(ids.get(0))))).isEqualTo(1);
  }

  private long count(Domain domain) {
    return odoo().client().searchCount("res.partner", domain);
  }

  @Test
  default void searchCount_pathThroughMany2one_isFollowed() {
    String ref = odoo().unique("path");
    long country = odoo().only("res.country", Domain.field("code").isEqualTo("FR"));
    odoo().create("res.partner", Map.of("name", ref, "ref", ref, "country_id", country));
    Domain french = Domain.field("country_id.code").isEqualTo("FR");
    assertThat(count(Domain.field("ref").isEqualTo(ref).and(french))).isEqualTo(1);
    assertThat(count(Domain.field("ref").isEqualTo(ref).and(french.negated()))).isZero();
  }

  @Test
  default void search_archived_isLeftOutUnlessAskedFor() {
    String ref = odoo().unique("archived");
    long id = odoo().create("res.partner", Map.of("name", ref, "ref", ref));
    odoo().write("res.partner", id, Map.of("active", false));
    Domain own = Domain.field("ref").isEqualTo(ref);
    assertThat(count(own)).isZero();
    assertThat(count(own.and(Domain.field("active").isIn(List.of(true, false))))).isEqualTo(1);
    MethodCall all =
        MethodCall.of("res.partner", "search_count")
            .positional("domain", own)
            .context("active_test", false);
    assertThat(odoo().client().call(all).asWhole()).isEqualTo(1);
    assertThat(odoo().read("res.partner", id, "active").flag("active")).isFalse();
  }

  @Test
  default void read_missing_isLeftOut() {
    long id = odoo().partner();
    assertThat(odoo().client().read("res.partner", List.of(id, NO_SUCH_ID), List.of("name")))
        .extracting(OdooRecord::id)
        .containsExactly(id);
    assertThat(odoo().client().read("res.partner", List.of(NO_SUCH_ID), List.of("name"))).isEmpty();
  }

  @Test
  default void write_missing_isRefused() {
    OdooException failure =
        failure(() -> odoo().write("res.partner", NO_SUCH_ID, Map.of("name", "x")));
    assertThat(failure).isInstanceOf(OdooMissingRecordException.class);
    assertThat(failure.errorName()).isEqualTo("odoo.exceptions.MissingError");
  }

  @Test
  default void unlink_missing_isRefused() {
    assertThat(failure(() -> odoo().client().unlink("res.partner", List.of(NO_SUCH_ID))))
        .isInstanceOf(OdooMissingRecordException.class);
  }

  @Test
  default void unlink_existing_isGone() {
    long id = odoo().partner();
    odoo().client().unlink("res.partner", List.of(id));
    assertThat(odoo().client().read("res.partner", List.of(id), List.of("name"))).isEmpty();
  }

  @Test
  default void create_several_returnsIdsInOrder() {
    String ref = odoo().unique("several");
    List<Long> ids = numbered(ref);
    assertThat(ids).hasSize(3).isSorted();
    assertThat(odoo().read("res.partner", ids.get(1), "name").text("name")).contains(ref + " a");
  }

  @Test
  default void create_oneOfSeveralRefused_keepsNone() {
    String ref = odoo().unique("refused");
    OdooException failure =
        failure(
            () ->
                odoo()
                    .client()
                    .create(
                        "res.partner",
                        List.of(Map.of("name", ref, "ref", ref), Map.of("ref", ref))));
    assertThat(failure).isInstanceOf(OdooRequestException.class);
    assertThat(failure.errorName()).isEqualTo("odoo.exceptions.ValidationError");
    assertThat(count(Domain.field("ref").isEqualTo(ref))).isZero();
  }

  @Test
  default void write_several_changesAll() {
    String ref = odoo().unique("write");
    List<Long> ids = numbered(ref);
    odoo().client().write("res.partner", ids, Map.of("city", "Lyon"));
    assertThat(
            count(Domain.field("ref").isEqualTo(ref).and(Domain.field("city").isEqualTo("Lyon"))))
        .isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "write", "read", "search"})
  default void call_unknownField_isRefused(String method) {
    long id = odoo().partner();
    Map<String, String> values = Map.of("name", "x", "no_such_field", "x");
    OdooException failure =
        failure(
            () -> {
              switch (method) {
                case "create" -> odoo().create("res.partner", values);
                case "write" -> odoo().write("res.partner", id, values);
                case "read" -> odoo().read("res.partner", id, "no_such_field");
                default -> count(Domain.field("no_such_field").isEqualTo(1));
              }
            });
    assertThat(failure)
        .isInstanceOf(OdooRequestException.class)
        .hasMessageContaining("no_such_field");
    boolean keyError =
        method.equals("write") && odoo().has(Fact.UNKNOWN_FIELD_WRITTEN_IS_KEY_ERROR);
    assertThat(failure.errorName())
        .isEqualTo(keyError ? "builtins.KeyError" : "builtins.ValueError");
  }

  @Test
  default void getExternalId_several_answersOneEach() {
    String externalId = odoo().externalId("res.partner");
    long named =
        odoo()
            .loadOne(
                "res.partner", List.of("id", "name"), List.of(externalId, odoo().unique("named")));
    long unnamed = odoo().partner();
    MethodCall call = MethodCall.of("res.partner", "get_external_id").ids(List.of(named, unnamed));
    var answer = odoo().client().call(call);
    assertThat(answer.get(String.valueOf(named)).asText()).isEqualTo(externalId);
    assertThat(answer.get(String.valueOf(unnamed)).asText()).isEmpty();
  }

  @Test
  default void resolveExternalId_namesModelAndId() {
    var stage = odoo().client().resolveExternalId("crm", "stage_lead2").orElseThrow();
    assertThat(stage.model()).isEqualTo("crm.stage");
    assertThat(odoo().client().resolveExternalId(odoo().module(), "unknown")).isEmpty();
  }

  /** What a caller of the default context is told of an archived record is nothing. */
  @Test
  default void resolveExternalId_archived_isFoundWithoutActiveTestOnly() {
    String externalId = odoo().externalId("res.partner");
    long id =
        odoo()
            .loadOne(
                "res.partner", List.of("id", "name"), List.of(externalId, odoo().unique("gone")));
    odoo().write("res.partner", id, Map.of("active", false));
    assertThat(odoo().resolved(externalId)).isEmpty();
    String name = externalId.substring(odoo().module().length() + 1);
    assertThat(
            odoo()
                .client()
                .withContext("active_test", false)
                .resolveExternalId(odoo().module(), name)
                .map(target -> target.id()))
        .hasValue(id);
  }

  @Test
  default void search_escapedPattern_standsForItself() {
    String text = odoo().unique("100%_a\\b");
    long id = odoo().create("res.partner", Map.of("name", text, "ref", text));
    String other = text.replace("%", "0%").replace("_a", "xa");
    odoo().create("res.partner", Map.of("name", other, "ref", other));
    String pattern = text.toUpperCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0");
    assertThat(odoo().only("res.partner", Domain.field("ref").equalsIgnoringCase(pattern)))
        .isEqualTo(id);
    assertThat(count(Domain.field("ref").equalsIgnoringCase(pattern))).isEqualTo(1);
  }

  /** A write moves the date even if it changes nothing; the date has seconds. */
  @Test
  default void write_sameValue_movesWriteDate() {
    String name = odoo().unique("same");
    long id = odoo().create("res.partner", Map.of("name", name));
    Instant created = writeDate(id);
    Instant moved = created;
    while (moved.equals(created)) {
      odoo().write("res.partner", id, Map.of("name", name));
      moved = writeDate(id);
    }
    assertThat(moved).isAfter(created);
  }

  /** Odoo 19 compares whole seconds; earlier ones compare the stored fraction with the text. */
  @Test
  default void searchCount_writeDateJustRead_matchesByVersion() {
    long id = odoo().partner();
    Domain own = Domain.field("id").isEqualTo(id);
    Instant date = writeDate(id);
    boolean wholeSeconds = odoo().has(Fact.TIMES_COMPARE_BY_SECONDS);
    assertThat(count(own.and(Domain.field("write_date").isAtLeast(date)))).isEqualTo(1);
    assertThat(count(own.and(Domain.field("write_date").isEqualTo(date))))
        .isEqualTo(wholeSeconds ? 1 : 0);
    assertThat(count(own.and(Domain.field("write_date").isGreaterThan(date))))
        .isEqualTo(wholeSeconds ? 0 : 1);
    assertThat(count(own.and(Domain.field("write_date").isAtLeast(date.plusSeconds(1))))).isZero();
  }

  private Instant writeDate(long id) {
    return odoo().read("res.partner", id, "write_date").instant("write_date").orElseThrow();
  }
}
