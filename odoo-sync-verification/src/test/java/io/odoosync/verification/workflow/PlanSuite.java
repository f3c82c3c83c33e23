package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.plan.PlannedField;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.PlannedRecord.Action;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.TravelState;
import io.odoosync.store.SyncLogQuery;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is planned is what is done, and planning does nothing. */
abstract class PlanSuite extends EngineSuite {

  /** A host and an Odoo that have moved since their first sync, in every way there is. */
  private SchoolTravel moved() {
    SchoolTravel host = SchoolTravel.of(6);
    engine(host).build().runAll();
    person("res.partner", id(CONTACT, teacherKey(2)), Map.of("phone", "+33 2"));
    person("res.partner", id(CONTACT, teacherKey(3)), Map.of("phone", "+33 3"));
    host.put(
        teacher(1).phone("+33 1").build(),
        teacher(3).phone("+33 3 3").build(),
        teacher(7).build(),
        Contact.builder(LocalKey.of("guest", "noname")).build(),
        travel(3, TravelState.INVOICED).build(),
        travel(7, TravelState.QUOTE_VALIDATED).customer(teacherKey(7)).build(),
        invoice("i7", teacherKey(7)).build(),
        invoice("i8", LocalKey.of("guest", "noname")).build());
    writes().clear();
    return host;
  }

  private void person(String model, long id, Map<String, ?> values) {
    odoo().clientOf(odoo().person()).write(model, List.of(id), values);
  }

  @Test
  void plan_everythingMoved_saysWhatIsDoneAndWhy() {
    SyncPlan plan = engine(moved()).build().plan();

    assertThat(plan.stopped()).isNull();
    Map<String, Action> actions = new TreeMap<>();
    plan.records().forEach(record -> actions.put(record.key().toString(), record.action()));
    assertThat(actions)
        .isEqualTo(
            Map.of(
                "teacher/1", Action.UPDATE,
                "teacher/3", Action.UPDATE,
                "teacher/7", Action.CREATE,
                "guest/noname", Action.FAIL,
                "travel/3", Action.FOLLOW_UP,
                "travel/7", Action.CREATE,
                "invoice/i7", Action.CREATE,
                "invoice/i8", Action.BLOCK));
    assertThat(record(plan, teacherKey(1)).fields())
        .containsExactly(
            PlannedField.builder("phone")
                .local("+33 1")
                .odoo("+33 1 99 00 00 11")
                .toOdoo("+33 1")
                .build());
    assertThat(record(plan, teacherKey(3)).fields())
        .containsExactly(
            PlannedField.builder("phone")
                .local("+33 3 3")
                .odoo("+33 3")
                .toOdoo("+33 3 3")
                .conflict("LOCAL by local wins")
                .build());
    assertThat(record(plan, travelKey(7)).fields())
        .contains(
            PlannedField.builder("partner_id").local("teacher/7").toOdoo("teacher/7").build());
    assertThat(record(plan, travelKey(7)).steps())
        .singleElement()
        .asString()
        .startsWith("stage → ");
    assertThat(record(plan, LocalKey.of("invoice", "i7")).lines())
        .anyMatch(line -> line.contains("name 'Insurance'"));
    assertThat(plan.toString()).contains("phone: Odoo '+33 1 99 00 00 11' → '+33 1'");
    assertThat(plan.unchanged()).isEqualTo(4 + 5 + 6);
  }

  @Test
  void plan_everythingMoved_writesNothingAnywhere() {
    SchoolTravel host = moved();
    String before = stores();
    engine(host).build().plan();
    assertThat(writes()).isEmpty();
    assertThat(stores()).isEqualTo(before);
  }

  private String stores() {
    StringBuilder all = new StringBuilder();
    for (EntityType type : EntityType.values()) {
      all.append(ids().page(type, null, 1_000));
    }
    return all.append(state().page("", null, 1_000))
        .append(log.find(SyncLogQuery.all()))
        .toString();
  }

  @Test
  void runAll_afterPlan_doesWhatWasPlannedEntryByEntry() {
    SchoolTravel host = moved();
    SyncPlan plan = engine(host).build().plan();
    Map<LocalKey, Outcome> outcomes = new TreeMap<>();

    SyncReport report = engine(host).listener(collecting(outcomes)).build().runAll();

    assertThat(doneIn(outcomes)).isEqualTo(plannedIn(plan));
    assertThat(report.stages().stream().mapToLong(stage -> stage.unchanged()).sum())
        .isEqualTo(plan.unchanged());
  }

  @Test
  void apply_savedPlan_doesExactlyThat() {
    SchoolTravel host = moved();
    SyncPlan plan = engine(host).build().plan();
    SyncPlan saved = SyncPlan.parse(plan.toJson());
    assertThat(saved).isEqualTo(plan);
    Map<LocalKey, Outcome> outcomes = new TreeMap<>();

    SyncReport report = engine(host).listener(collecting(outcomes)).build().apply(saved);

    assertThat(doneIn(outcomes)).as("%s", report).isEqualTo(plannedIn(plan));
    SyncPlan afterwards = engine(host).build().plan();
    assertThat(afterwards.records())
        .extracting(PlannedRecord::action)
        .containsOnly(Action.FAIL, Action.BLOCK);
  }

  @Test
  void apply_recordsMovedSince_areLeftOutAndNamed() {
    SchoolTravel host = moved();
    SyncPlan plan = engine(host).build().plan();
    host.put(teacher(1).phone("+33 1 1").build(), teacher(8).build());
    person("res.partner", id(CONTACT, teacherKey(3)), Map.of("phone", "+33 3 4"));
    person("res.partner", id(CONTACT, teacherKey(4)), Map.of("city", "Nantes"));

    SyncReport report = engine(host).build().apply(plan);

    assertThat(stage(report, CONTACT).notReached()).as("%s", report).isEqualTo(3);
    assertThat(stage(report, CONTACT).created()).isEqualTo(1);
    assertThat(stage(report, CONTACT).failures())
        .filteredOn(failure -> failure.kind() == RecordFailure.Kind.LEFT_OUT)
        .extracting(RecordFailure::key)
        .containsExactlyInAnyOrder(teacherKey(1), teacherKey(3), teacherKey(8));
    assertThat(stage(report, CONTACT).failures()).anyMatch(f -> f.reason().contains("+33 1 1"));
    assertThat(stage(report, TRAVEL).created()).isEqualTo(1);
    assertThat(stage(report, INVOICE).created()).isEqualTo(1);
    assertThat(read(CONTACT, teacherKey(1), "phone").text("phone")).hasValue("+33 1 99 00 00 11");
  }

  @Test
  void apply_planOfAnotherNamespace_isRefused() {
    SyncPlan plan = engine(SchoolTravel.of(1)).build().plan();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine(SchoolTravel.of(1)).namespace("__other__").build().apply(plan))
        .withMessageContaining("is of namespace");
  }

  private static PlannedRecord record(SyncPlan plan, LocalKey key) {
    return plan.records().stream()
        .filter(record -> record.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static SyncListener collecting(Map<LocalKey, Outcome> outcomes) {
    return new SyncListener() {
      @Override
      public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
        if (!(outcome instanceof Outcome.Unchanged)) {
          outcomes.put(key, outcome);
        }
      }
    };
  }

  private static Map<String, String> doneIn(Map<LocalKey, Outcome> outcomes) {
    return outcomes.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().toString(),
                entry -> entry.getValue().getClass().getSimpleName()));
  }

  private static Map<String, String> plannedIn(SyncPlan plan) {
    return plan.records().stream()
        .collect(Collectors.toMap(record -> record.key().toString(), record -> expected(record)));
  }

  private static String expected(PlannedRecord record) {
    return switch (record.action()) {
      case CREATE -> "Created";
      case UPDATE, ADOPT ->
          record.fields().stream().anyMatch(field -> field.conflict() != null)
              ? "Conflicted"
              : "Updated";
      case FOLLOW_UP -> "Updated";
      case FAIL -> "Failed";
      case BLOCK -> "Blocked";
      case QUARANTINE -> "Quarantined";
      case LEAVE_OUT -> "NotReached";
    };
  }
}
