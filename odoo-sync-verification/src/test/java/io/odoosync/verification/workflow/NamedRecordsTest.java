package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.report.Outcome;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.source.TravelState;
import io.odoosync.store.InMemoryOutbox;
import io.odoosync.store.InProcessRunLock;
import io.odoosync.store.RunLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code sync}: some records, now, whatever else is under way. */
class NamedRecordsTest extends InProcessSuite {

  private final SchoolTravel host = new SchoolTravel();
  private final InMemoryOutbox outbox = new InMemoryOutbox();

  private SyncEngine engine() {
    return engine(host).outbox(outbox).build();
  }

  /** Returns what a test has put there by now. */
  private static <T> T of(AtomicReference<@Nullable T> set) {
    return Objects.requireNonNull(set.get());
  }

  private void putTeachers(int count) {
    IntStream.rangeClosed(1, count).forEach(i -> host.put(teacher(i).build()));
  }

  private static Failure stopped(SyncReport report) {
    return Objects.requireNonNull(report.stopped());
  }

  private int partners() {
    return ids().page(CONTACT, null, 1_000).size();
  }

  @Test
  void sync_newInvoice_createsItWithItsCustomerAndNothingElse() {
    putTeachers(3);
    host.put(invoice("a", teacherKey(2)).build(), invoice("b", teacherKey(3)).build());

    SyncReport report = engine().sync(INVOICE, invoiceKey("a"));

    assertThat(report.isSuccessful()).isTrue();
    assertThat(stage(report, INVOICE).created()).isEqualTo(1);
    assertThat(stage(report, CONTACT).created()).isEqualTo(1);
    assertThat(ids().find(CONTACT, List.of(teacherKey(2)))).hasSize(1);
    assertThat(partners()).isEqualTo(1);
    assertThat(server.records("account.move")).hasSize(1);
  }

  @Test
  void sync_changedRecord_writesItAlone() {
    putTeachers(3);
    engine().runAll();
    host.put(teacher(1).name("Anna").build(), teacher(2).name("Berta").build());

    SyncReport report = engine().sync(CONTACT, teacherKey(1));

    assertThat(stage(report, CONTACT).updated()).isEqualTo(1);
    assertThat(stage(report, CONTACT).read()).isEqualTo(1);
    assertThat(read(CONTACT, teacherKey(1), "name").text("name")).contains("Anna");
    assertThat(read(CONTACT, teacherKey(2), "name").text("name")).contains("Teacher 2");
  }

  @Test
  void sync_keysThatTheHostDoesNotHave_areNamed() {
    putTeachers(2);
    engine().runAll();

    SyncReport report = engine().sync(CONTACT, teacherKey(1), teacherKey(9), teacherKey(8));

    assertThat(stage(report, CONTACT).unchanged()).isEqualTo(1);
    assertThat(stage(report, CONTACT).notFound()).containsExactly(teacherKey(8), teacherKey(9));
    assertThat(report.toString()).contains("teacher/8");
    assertThat(report.toJson()).contains("notFound");
  }

  /** Only a look at the whole source can tell that records are gone. */
  @Test
  void sync_leavesGoneRecordsToTheFullRun() {
    putTeachers(1);
    host.put(travel(1, TravelState.NEW).build(), travel(2, TravelState.NEW).build());
    engine().runAll();
    host.removeTravel(1);
    host.removeTravel(2);

    SyncReport report = engine().sync(TRAVEL, travelKey(1));

    assertThat(report.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(stage(report, TRAVEL).notFound()).containsExactly(travelKey(1));
    assertThat(writes()).noneMatch(call -> call.equals("crm.lead.write"));
  }

  @Test
  void sync_moreThanTheBrakesAllow_isHeldBackAsInAFullRun() {
    putTeachers(4);
    Brakes few = Brakes.DEFAULT.withMaxUpdates(50, 1);
    engine(host).brakes(few).build().runAll();
    IntStream.rangeClosed(1, 3).forEach(i -> host.put(teacher(i).name("Other").build()));

    SyncReport three =
        engine(host).brakes(few).build().sync(CONTACT, teacherKey(1), teacherKey(2), teacherKey(3));
    SyncReport two = engine(host).brakes(few).build().sync(CONTACT, teacherKey(1), teacherKey(2));

    assertThat(three.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(stopped(three).cause()).isEqualTo(FailureCause.HELD_BACK);
    assertThat(stopped(three).reason()).contains("3 of 4 linked");
    assertThat(stage(two, CONTACT).updated()).isEqualTo(2);
  }

  @Test
  void sync_noKeys_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> engine().sync(CONTACT));
  }

  /** Does something once, when the run has dealt with a record. */
  private static SyncListener once(LocalKey trigger, Runnable action) {
    return new SyncListener() {
      private boolean done;

      @Override
      public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
        if (key.equals(trigger) && !done) {
          done = true;
          action.run();
        }
      }
    };
  }

  @Test
  void sync_whileARunIsUnderWay_isDealtWithBetweenTwoBatches() {
    putTeachers(6);
    engine().runAll();
    List<LocalKey> order = new ArrayList<>();
    AtomicReference<@Nullable SyncReport> queued = new AtomicReference<>();
    AtomicReference<@Nullable SyncEngine> engine = new AtomicReference<>();
    SyncListener saving =
        once(
            teacherKey(1),
            () -> {
              host.put(teacher(5).name("Saved").build(), teacher(1).name("Again").build());
              queued.set(of(engine).sync(CONTACT, teacherKey(5), teacherKey(1)));
            });
    SyncListener noting =
        new SyncListener() {
          @Override
          public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
            order.add(key);
            saving.onRecord(type, key, outcome);
          }
        };
    engine.set(engine(host).outbox(outbox).batchSize(CONTACT, 2).listener(noting).build());

    SyncReport report = of(engine).runAll();

    assertThat(of(queued).status()).isEqualTo(RunStatus.ALREADY_RUNNING);
    assertThat(stopped(of(queued)).reason()).contains("queued").contains("before it is over");
    assertThat(order)
        .containsExactly(
            teacherKey(1),
            teacherKey(2),
            teacherKey(1),
            teacherKey(5),
            teacherKey(3),
            teacherKey(4),
            teacherKey(6));
    assertThat(stage(report, CONTACT).updated()).isEqualTo(2);
    assertThat(outbox.size()).isZero();
    assertThat(read(CONTACT, teacherKey(5), "name").text("name")).contains("Saved");
    assertThat(read(CONTACT, teacherKey(1), "name").text("name")).contains("Again");
  }

  @Test
  void sync_twiceOfOneRecordWhileARunIsUnderWay_theLaterValueCounts() {
    putTeachers(5);
    engine().runAll();
    AtomicReference<@Nullable SyncEngine> engine = new AtomicReference<>();
    SyncListener first =
        once(
            teacherKey(1),
            () -> {
              host.put(teacher(5).name("First").build());
              of(engine).sync(CONTACT, teacherKey(5));
            });
    SyncListener second =
        once(
            teacherKey(2),
            () -> {
              host.put(teacher(5).name("Second").build());
              of(engine).sync(CONTACT, teacherKey(5));
            });
    SyncListener both =
        new SyncListener() {
          @Override
          public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
            first.onRecord(type, key, outcome);
            second.onRecord(type, key, outcome);
          }
        };
    engine.set(engine(host).outbox(outbox).batchSize(CONTACT, 1).listener(both).build());

    of(engine).runAll();

    assertThat(read(CONTACT, teacherKey(5), "name").text("name")).contains("Second");
    assertThat(outbox.size()).isZero();
  }

  /** Its kind has no stage in the run that is under way. */
  @Test
  void sync_ofAnotherKindWhileARunIsUnderWay_isDealtWithBeforeThatIsOver() {
    putTeachers(1);
    host.put(travel(1, TravelState.NEW).build());
    AtomicReference<@Nullable SyncEngine> engine = new AtomicReference<>();
    SyncListener saving = once(teacherKey(1), () -> of(engine).sync(TRAVEL, travelKey(1)));
    engine.set(engine(host).outbox(outbox).listener(saving).build());

    of(engine).run(CONTACT);

    assertThat(ids().find(TRAVEL, List.of(travelKey(1)))).hasSize(1);
    assertThat(outbox.size()).isZero();
  }

  @Test
  void sync_whileAnotherNodeRuns_waitsForTheNextRunOfThisNode() {
    RunLock lock = new InProcessRunLock();
    putTeachers(2);
    SyncEngine engine = engine(host).outbox(outbox).lock(lock).build();
    RunLock.Lease other = lock.tryAcquire("odoo-sync:" + namespace()).orElseThrow();
    try {
      SyncReport report = engine.sync(CONTACT, teacherKey(1));

      assertThat(report.status()).isEqualTo(RunStatus.ALREADY_RUNNING);
      assertThat(stopped(report).reason()).contains("the next run of this node");
      assertThat(partners()).isZero();
      assertThat(outbox.size()).isOne();
    } finally {
      other.close();
    }

    engine.sync(CONTACT, teacherKey(2));

    assertThat(partners()).isEqualTo(2);
    assertThat(outbox.size()).isZero();
  }

  /** What could not be done waits, and keeps nobody busy. */
  @Test
  void sync_odooRefusesTheKeyMeanwhile_whatWasQueuedWaits() {
    putTeachers(2);
    host.put(travel(1, TravelState.NEW).build());
    AtomicReference<@Nullable SyncEngine> engine = new AtomicReference<>();
    SyncListener saving =
        once(
            teacherKey(1),
            () -> {
              of(engine).sync(TRAVEL, travelKey(1));
              server.expireApiKey();
            });
    engine.set(engine(host).outbox(outbox).listener(saving).build());

    of(engine).run(CONTACT);

    assertThat(outbox.size()).isOne();
  }
}
