package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.Failure;
import io.odoosync.GoneRecordPolicy;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The last number that a brake lets pass, and the first that it does not. Four are linked. */
class BrakeEdgesTest extends InProcessSuite {

  private static final int LINKED = 4;
  private static final Brakes TWO_IN_ANY_CASE = Brakes.DEFAULT.withMaxCreates(100, 2);

  private SyncReport run(int kept, int created, Brakes brakes) {
    return run(kept, created, brakes, GoneRecordPolicy.KEEP);
  }

  /** A run after which some of the linked records are gone and others are new. */
  private SyncReport run(int kept, int created, Brakes brakes, GoneRecordPolicy gone) {
    engine(teachers(LINKED)).build().runAll();
    List<Contact> now = new ArrayList<>(teachers(kept));
    for (int i = 1; i <= created; i++) {
      now.add(Contact.builder(LocalKey.of("person", i)).name("Person " + i).build());
    }
    return engine(now).brakes(brakes).goneRecords(gone).build().runAll();
  }

  private static List<Contact> teachers(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> teacher(i).build()).toList();
  }

  private SyncEngineBuilder engine(List<Contact> contacts) {
    return engine(new SchoolTravel()).contacts(ContactSource.of(contacts));
  }

  private static void assertHeldBack(SyncReport report, String words) {
    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(Objects.requireNonNull(report.stopped()))
        .extracting(Failure::reason)
        .asString()
        .contains(words);
  }

  private static void assertCreated(SyncReport report, int created) {
    assertThat(report.stopped()).isNull();
    assertThat(stage(report, CONTACT).created()).isEqualTo(created);
  }

  @Test
  void runAll_mostAreGoneAndAsManyNewAsAllowed_passes() {
    assertCreated(run(1, 2, TWO_IN_ANY_CASE), 2);
  }

  @Test
  void runAll_mostAreGoneAndOneMoreNew_isHeldBackAsChangedKeys() {
    assertHeldBack(
        run(1, 3, TWO_IN_ANY_CASE),
        "3 of 4 linked CONTACT records are not in the source any more, and 3 others would be"
            + " created in Odoo, as if their keys had been changed");
  }

  @Test
  void runAll_halfAreGoneAndAsManyNewAsThereWere_passes() {
    assertCreated(run(2, LINKED, TWO_IN_ANY_CASE), LINKED);
  }

  @Test
  void runAll_moreNewThanTheSourceGaveLast_isHeldBack() {
    assertHeldBack(
        run(LINKED, LINKED + 1, TWO_IN_ANY_CASE),
        "5 CONTACT records would be created in Odoo, more than 100 % of the 4 that the source gave"
            + " last");
  }

  @Test
  void runAll_asManyGoneAsAllowed_areArchived() {
    SyncReport report =
        run(LINKED - 1, 0, Brakes.DEFAULT.withMaxGone(10, 1), GoneRecordPolicy.ARCHIVE);
    assertThat(report.stopped()).isNull();
  }

  @Test
  void runAll_oneMoreGone_isHeldBack() {
    assertHeldBack(
        run(LINKED - 2, 0, Brakes.DEFAULT.withMaxGone(10, 1), GoneRecordPolicy.ARCHIVE),
        "2 of 4 linked CONTACT records are not in the source any more and would be archived in"
            + " Odoo, more than 10 %");
  }

  @Test
  void runAll_manyGoneThatAreKept_areNotHeldBack() {
    SyncReport report = run(1, 0, Brakes.DEFAULT.withMaxGone(10, 1));
    assertThat(report.stopped()).isNull();
    assertThat(stage(report, CONTACT).unchanged()).isEqualTo(1);
  }
}
