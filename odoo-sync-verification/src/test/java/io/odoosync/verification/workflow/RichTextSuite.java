package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.report.SyncReport;
import io.odoosync.source.TravelState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes and descriptions: plain text on Odoo 14, html on later ones. */
abstract class RichTextSuite extends EngineSuite {

  private static final LocalDate DEPARTURE = LocalDate.of(2027, 3, 1);
  private static final LocalDate RETURN = LocalDate.of(2027, 3, 5);

  private final SchoolTravel host = new SchoolTravel();

  private void run(ConflictPolicy policy) {
    writes().clear();
    host.taken().clear();
    SyncReport report = engine(host).conflictPolicy(policy).build().runAll();
    assertThat(report.stopped()).isNull();
  }

  private void edit(EntityType type, LocalKey key, String field, String text) {
    odoo()
        .clientOf(odoo().person())
        .write(type.model(), List.of(id(type, key)), Map.of(field, text));
  }

  private String inOdoo(EntityType type, LocalKey key, String field) {
    return read(type, key, field).text(field).orElse("");
  }

  private boolean isHtml() {
    return client().fieldsGet("crm.lead", List.of("description")).values().stream()
        .anyMatch(field -> field.type().equals("html"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n\n\n\nb",
        "- one\n  - two\n\tthree",
        "1 < 2 & \"q\" 'a' <b>no</b> &amp; &nbsp;",
        "see https://e.com/?a=1&b=2\n \n\u00a0x\u200b\u2003y",
        "> quoted\n| a | b |\n---"
      })
  void run_anyText_comesBackAsItWas(String notes) {
    host.put(teacher(1).notes(notes).build());
    run(ConflictPolicy.localWins());
    run(ConflictPolicy.odooWins());
    assertThat(host.taken()).isEmpty();
    assertThat(writes()).isEmpty();

    edit(CONTACT, teacherKey(1), "comment", inOdoo(CONTACT, teacherKey(1), "comment") + more());
    run(ConflictPolicy.odooWins());
    assertThat(host.teacherNow(1).notes()).isEqualTo(notes + "\n\nmore");
  }

  private String more() {
    return isHtml() ? "<p>more</p>" : "\n\nmore";
  }

  @Test
  void run_personsListTableAndLink_reachTheHostApart() {
    host.put(teacher(1).notes("hosts").build());
    run(ConflictPolicy.localWins());
    String written =
        "<p>hosts</p><ul><li>one</li><li>two</li></ul><table><tbody><tr><td>a</td><td>b</td></tr>"
            + "</tbody></table><p>see <a href=\"https://e.com/x\">here</a></p><div>c</div><div>d</div>";
    String text = "hosts\n\n- one\n- two\n\na | b\n\nsee here (https://e.com/x)\n\nc\nd";
    edit(CONTACT, teacherKey(1), "comment", isHtml() ? written : text);
    run(ConflictPolicy.odooWins());
    assertThat(host.teacherNow(1).notes()).isEqualTo(text);

    run(ConflictPolicy.localWins());
    assertThat(writes()).as("what the person wrote stays as it is").isEmpty();
  }

  static Stream<ConflictPolicy> policies() {
    return Stream.of(
        ConflictPolicy.localWins(),
        ConflictPolicy.odooWins(),
        ConflictPolicy.merge(ConflictPolicy.localWins()),
        ConflictPolicy.merge(ConflictPolicy.odooWins()),
        ConflictPolicy.newestWins(),
        ConflictPolicy.manual());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void run_noteAboveTheDates_datesAreToldOnceOnBothSides(ConflictPolicy policy) {
    host.put(
        travel(1, TravelState.NEW)
            .description("two classes")
            .departure(DEPARTURE)
            .returnDate(RETURN)
            .build());
    host.put(teacher(1).build());
    run(policy);
    String before = inOdoo(TRAVEL, travelKey(1), "description");
    edit(TRAVEL, travelKey(1), "description", (isHtml() ? "<p>note</p>" : "note\n\n") + before);
    run(policy);
    toldOnce();
    host.put(host.travelNow(1).toBuilder().departure(LocalDate.of(2027, 3, 2)).build());
    run(policy);
    run(policy);
    toldOnce();
  }

  private void toldOnce() {
    String there = inOdoo(TRAVEL, travelKey(1), "description");
    String here = Objects.requireNonNull(host.travelNow(1).description());
    assertThat(there).containsOnlyOnce("Departure: ").containsOnlyOnce("Return: ");
    assertThat(here).doesNotContain("Departure: ").doesNotContain("Return: ");
  }
}
