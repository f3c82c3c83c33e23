package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.FailureCause;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.store.Link;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Something between us and Odoo that changes its answers. Nothing is linked with what it was not
 * created as, nothing is taken over from it, and the next honest run finds all in its place.
 */
class OddAnswerTest extends EngineSuite {

  private static final String IDS = "\"ids\": ?\\[(\\d+), ?(\\d+), ?(\\d+)\\]";
  private static final String ALL_IDS = "\"ids\": ?\\[[^\\]]*\\]";
  private static final String ID = "\"id\": ?(\\d+)";
  private static final int TEACHERS = 3;

  private final InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19);
  private final OdooUnderTest odoo = OdooUnderTest.of(server);
  private final Middlebox middle = Middlebox.before(odoo.url());
  private final SchoolTravel host = new SchoolTravel();

  @AfterEach
  void stop() {
    middle.close();
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }

  static Stream<Arguments> answersToLoad() {
    return Stream.of(
        replacing("one id for all", "load", IDS, "\"ids\":[$1,$1,$1]"),
        replacing("other order", "load", IDS, "\"ids\":[$3,$1,$2]"),
        replacing("ids of others", "load", IDS, "\"ids\":[1,2,3]"),
        replacing("negative ids", "load", ALL_IDS, "\"ids\":[-1,-2,-3]"),
        replacing("zeros", "load", ALL_IDS, "\"ids\":[0,0,0]"),
        replacing(
            "ids beyond a long",
            "load",
            ALL_IDS,
            "\"ids\":[18446744073709551623,18446744073709551624,18446744073709551625]"),
        replacing("more ids", "load", "\"ids\": ?\\[", "\"ids\":[1,"),
        replacing("fewer ids", "load", "\"ids\": ?\\[\\d+, ?", "\"ids\":["),
        replacing("no ids", "load", ALL_IDS, "\"ids\":[]"),
        replacing("false for ids", "load", ALL_IDS, "\"ids\":false"),
        replacing("a list", "load", "(?s).*", "[]"),
        replacing("false", "load", "(?s)^.*$", "false"),
        replacing("null", "load", "(?s)^.*$", "null"));
  }

  static Stream<Arguments> answersToReading() {
    return Stream.of(
        replacing("false", "search_read", "(?s)^.*$", "false"),
        replacing("null", "search_read", "(?s)^.*$", "null"),
        replacing("an object", "search_read", "(?s)^.*$", "{}"),
        replacing("each row twice", "search_read", "(?s)^\\[(.+)\\]$", "[$1,$1]"),
        replacing("rows of others", "search_read", ID, "\"id\":9$1"),
        replacing("a name twice", "search_read", ID, "\"id\":$1,\"name\":\"x\",\"name\":\"y\""),
        replacing("lists for texts", "search_read", "\"name\": ?\"[^\"]*\"", "\"name\":[1,2]"),
        replacing("numbers for texts", "search_read", "\"city\": ?\"[^\"]*\"", "\"city\":7"),
        replacing(
            "a text for a reference",
            "search_read",
            "\"country_id\": ?\\d+",
            "\"country_id\":\"FR\""),
        replacing(
            "no date",
            "search_read",
            "\"write_date\": ?\"[^\"]*\"",
            "\"write_date\":\"yesterday\""),
        replacing("endless number", "search_read", ID, "\"id\":$1,\"x\":1e999999999"));
  }

  static Stream<Arguments> answersToLookups() {
    return Stream.of(
        replacing("a list", "fields_get", "(?s)^.*$", "[]"),
        replacing("no types", "fields_get", "\"type\"", "\"kind\""),
        replacing(
            "endless number", "fields_get", "\"required\": ?false", "\"required\":1e999999999"),
        replacing("ids of others", "get_external_id", "\"(\\d+)\":", "\"9$1\":"),
        replacing("a list", "get_external_id", "(?s)^.*$", "[]"));
  }

  private static Arguments replacing(String name, String method, String pattern, String by) {
    UnaryOperator<String> edit = answer -> answer.replaceAll(pattern, by);
    return arguments(name, "res.partner." + method, edit);
  }

  @ParameterizedTest
  @MethodSource("answersToLoad")
  void runAll_oddAnswerToCreating_linksNothingWrong(
      String name, String call, UnaryOperator<String> edit) {
    putTeachers("");
    changed(call, edit);
    assertClear(engine().build().run(CONTACT));
    assertLinksRight();
    assertHonestRunMends();
  }

  @ParameterizedTest
  @MethodSource({"answersToReading", "answersToLookups"})
  void runAll_oddAnswerToReading_takesNothingOver(
      String name, String call, UnaryOperator<String> edit) {
    putTeachers("");
    engine().build().run(CONTACT);
    changed(call, edit);
    SyncReport report = engine().conflictPolicy(ConflictPolicy.odooWins()).build().run(CONTACT);
    assertClear(report);
    if (!call.endsWith("get_external_id")) {
      assertThat(report.isSuccessful()).isFalse();
    }
    assertThat(host.taken()).isEmpty();
    assertLinksRight();
    assertHonestRunMends();
  }

  @ParameterizedTest
  @MethodSource({"answersToReading", "answersToLookups"})
  void runAll_oddAnswerOfAFirstRun_linksNothingWrong(
      String name, String call, UnaryOperator<String> edit) {
    putTeachers("");
    changed(call, edit);
    assertClear(engine().build().run(CONTACT));
    assertLinksRight();
    assertHonestRunMends();
  }

  /** The link of a lost answer is asked for by external id. */
  @Test
  void runAll_negativeIdOfAnExternalId_linksNothing() {
    putTeachers("");
    middle.edit(
        (called, answer) ->
            called.equals("res.partner.load")
                ? "false"
                : called.endsWith("check_object_reference") ? "[\"res.partner\",-5]" : answer);
    SyncReport report = engine().build().run(CONTACT);
    assertClear(report);
    assertThat(report.isSuccessful()).isFalse();
    assertThat(links()).allMatch(Link::isPending);
    assertHonestRunMends();
  }

  private void putTeachers(String suffix) {
    for (int i = 1; i <= TEACHERS; i++) {
      host.put(teacher(i).name("Odd" + suffix + " " + i).build());
    }
  }

  private void changed(String call, UnaryOperator<String> edit) {
    middle.edit((called, answer) -> called.equals(call) ? edit.apply(answer) : answer);
  }

  private SyncEngineBuilder engine() {
    return engine(host, OdooClient.connect(odoo.connection().url(middle.url()).build()));
  }

  /** In words of the client's, not as a fault of ours. */
  private static void assertClear(SyncReport report) {
    if (report.stopped() != null) {
      assertThat(report.stopped().cause()).isNotEqualTo(FailureCause.UNEXPECTED);
    }
    for (StageReport stage : report.stages()) {
      if (stage.failure() != null) {
        assertThat(stage.failure().cause()).isNotEqualTo(FailureCause.UNEXPECTED);
      }
      assertThat(stage.failures())
          .extracting(RecordFailure::failure)
          .noneMatch(failure -> failure.cause() == FailureCause.UNEXPECTED);
    }
  }

  private List<Link> links() {
    return ids().page(CONTACT, null, 10);
  }

  private void assertLinksRight() {
    for (Link link : links()) {
      if (!link.isPending()) {
        String externalId = namespace() + ".res_partner_teacher_" + link.key().id();
        assertThat(server.person().recordOf(externalId).orElseThrow().id())
            .isEqualTo(Objects.requireNonNull(link.odooId()).intValue());
      }
    }
  }

  private void assertHonestRunMends() {
    middle.edit((called, answer) -> answer);
    SyncReport report = engine().build().run(CONTACT);
    assertThat(report.isSuccessful()).as(report.toString()).isTrue();
    assertThat(links()).hasSize(TEACHERS).noneMatch(Link::isPending);
    assertLinksRight();
    for (int i = 1; i <= TEACHERS; i++) {
      assertThat(read(CONTACT, teacherKey(i), "name").text("name")).hasValue("Odd " + i);
    }
    assertThat(server.records("res.partner"))
        .filteredOn(record -> record.toString().contains("Odd "))
        .hasSize(TEACHERS);
  }
}
