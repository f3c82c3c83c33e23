package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelState;
import io.odoosync.store.SyncEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host that says that it took what came from Odoo, and does not have it afterwards. */
abstract class UndonePullSuite extends LivedInSuite {

  private static final LocalKey ANNE = teacherKey(1);

  private final SchoolTravel host = new SchoolTravel();

  static Stream<ConflictPolicy> pulling() {
    return Stream.of(
        ConflictPolicy.odooWins(),
        ConflictPolicy.newestWins(),
        ConflictPolicy.merge(ConflictPolicy.localWins()),
        ConflictPolicy.ownedByOdoo("phone").otherwise(ConflictPolicy.localWins()));
  }

  /** As in a transaction that only reads: what apply sets is flushed nowhere. */
  private ContactSource forgetful() {
    return new ContactSource() {
      @Override
      public Stream<Contact> contacts() {
        return host.contacts().contacts();
      }

      @Override
      public void apply(ContactChange change) {}
    };
  }

  private SyncReport run(ConflictPolicy policy) {
    return engine(host).conflictPolicy(policy).build().runAll();
  }

  private SyncReport runForgetting(ConflictPolicy policy) {
    return engine(host).contacts(forgetful()).conflictPolicy(policy).build().run(CONTACT);
  }

  private void editInOdoo(EntityType type, LocalKey key, String field, Object value) {
    person().write(type.model(), List.of(id(type, key)), Map.of(field, value));
  }

  private String inOdoo(String field) {
    return read(CONTACT, ANNE, field).text(field).orElse("");
  }

  private static Contact.Builder anne(String phone) {
    return teacher(1).phone(phone);
  }

  private List<String> warnings(SyncReport report) {
    return logged(report, SyncEvent.RECORD_WARNING);
  }

  /** Odoo's teacher has another phone; the host said that it took it, and has the old one. */
  private void takeAndForget(ConflictPolicy policy) {
    host.put(anne("1").build());
    run(policy);
    editInOdoo(CONTACT, ANNE, "phone", "2");
    SyncReport report = runForgetting(policy);
    assertThat(stage(report, CONTACT).pulled()).as("%s", report).isEqualTo(1);
    assertThat(host.teacherNow(1).phone()).isEqualTo("1");
  }

  @ParameterizedTest
  @MethodSource("pulling")
  void runAll_pullNeverStored_isPulledAgainAndTold(ConflictPolicy policy) {
    takeAndForget(policy);

    SyncReport report = run(policy);

    assertThat(inOdoo("phone")).isEqualTo("2");
    assertThat(host.teacherNow(1).phone()).isEqualTo("2");
    assertThat(stage(report, CONTACT).pulled()).as("%s", report).isEqualTo(1);
    assertThat(warnings(report))
        .singleElement()
        .asString()
        .startsWith("what was taken from Odoo for [phone] is not in the source");
    SyncReport idle = run(policy);
    assertThat(stage(idle, CONTACT).unchanged()).isEqualTo(1);
    assertThat(warnings(idle)).isEmpty();
  }

  @Test
  void runAll_pullUndoneWhileAnotherFieldIsEdited_sendsOnlyThat() {
    takeAndForget(ConflictPolicy.odooWins());
    host.put(anne("1").email("new@example.com").build());

    run(ConflictPolicy.odooWins());

    assertThat(inOdoo("phone")).isEqualTo("2");
    assertThat(inOdoo("email")).isEqualTo("new@example.com");
    assertThat(host.teacherNow(1).phone()).isEqualTo("2");
  }

  @Test
  void runAll_pullRolledBackLater_isPulledAgain() {
    host.put(anne("1").build());
    run(ConflictPolicy.odooWins());
    editInOdoo(CONTACT, ANNE, "phone", "2");
    Contact before = host.teacherNow(1);
    run(ConflictPolicy.odooWins());
    host.put(before);
    editInOdoo(CONTACT, ANNE, "phone", "3");

    SyncReport report = run(ConflictPolicy.odooWins());

    assertThat(inOdoo("phone")).isEqualTo("3");
    assertThat(host.teacherNow(1).phone()).isEqualTo("3");
    assertThat(warnings(report)).hasSize(1);
  }

  @Test
  void runAll_hostNeverStoresAnything_neverOverwritesOdoo() {
    takeAndForget(ConflictPolicy.odooWins());
    for (int i = 0; i < 3; i++) {
      assertThat(warnings(runForgetting(ConflictPolicy.odooWins()))).hasSize(1);
      assertThat(inOdoo("phone")).isEqualTo("2");
    }
  }

  @Test
  void runAll_hostEditsWhatItTook_isSent() {
    host.put(anne("1").build());
    run(ConflictPolicy.odooWins());
    editInOdoo(CONTACT, ANNE, "phone", "2");
    run(ConflictPolicy.odooWins());
    host.put(anne("3").build());

    SyncReport report = run(ConflictPolicy.odooWins());

    assertThat(inOdoo("phone")).isEqualTo("3");
    assertThat(warnings(report)).isEmpty();
  }

  @Test
  void runAll_hostChangesBackWhatItWasSeenWith_isSent() {
    host.put(anne("1").build());
    run(ConflictPolicy.odooWins());
    editInOdoo(CONTACT, ANNE, "phone", "2");
    run(ConflictPolicy.odooWins());
    run(ConflictPolicy.odooWins());
    host.put(anne("1").build());

    run(ConflictPolicy.odooWins());

    assertThat(inOdoo("phone")).isEqualTo("1");
  }

  @Test
  void plan_pullUndone_saysThatItIsPulledAgain() {
    takeAndForget(ConflictPolicy.odooWins());

    List<PlannedRecord> planned =
        engine(host).conflictPolicy(ConflictPolicy.odooWins()).build().plan().records();

    assertThat(planned)
        .singleElement()
        .satisfies(
            record -> assertThat(record.notes()).anyMatch(note -> note.contains("not in the")));
  }

  private long category() {
    return administrator()
        .create("res.partner.category", List.of(Map.of("name", "C " + UUID.randomUUID())))
        .get(0);
  }

  @Test
  void runAll_listRolledBack_isPulledAgain() {
    long ours = category();
    long theirs = category();
    Contact before = teacher(1).extra("category_id", List.of(ours)).build();
    host.put(before);
    run(ConflictPolicy.odooWins());
    editInOdoo(CONTACT, ANNE, "category_id", List.of(List.of(6, 0, List.of(theirs))));
    run(ConflictPolicy.odooWins());
    host.put(before);

    run(ConflictPolicy.odooWins());

    assertThat(read(CONTACT, ANNE, "category_id").references("category_id"))
        .containsExactly(theirs);
    assertThat(host.teacherNow(1).extra())
        .containsEntry("category_id", FieldValue.of(List.of(theirs)));
  }

  @Test
  void runAll_travelRolledBack_isPulledAgain() {
    host.put(teacher(1).build(), travel(1, TravelState.NEW).build());
    run(ConflictPolicy.odooWins());
    editInOdoo(TRAVEL, travelKey(1), "name", "Naples");
    Travel before = host.travelNow(1);
    run(ConflictPolicy.odooWins());
    host.put(before);

    StageReport report = stage(run(ConflictPolicy.odooWins()), TRAVEL);

    assertThat(report.pulled()).as("%s", report).isEqualTo(1);
    assertThat(read(TRAVEL, travelKey(1), "name").text("name")).hasValue("Naples");
    assertThat(host.travelNow(1).title()).isEqualTo("Naples");
  }
}
