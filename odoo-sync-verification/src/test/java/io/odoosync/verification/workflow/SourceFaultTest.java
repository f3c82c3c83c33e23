package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.TravelState;
import io.odoosync.store.InProcessRunLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a source throws, the report says it, streams are closed, and the lock is given back. */
class SourceFaultTest extends InProcessSuite {

  private final SchoolTravel host = new SchoolTravel();
  private final InProcessRunLock lock = new InProcessRunLock();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  private SyncEngineBuilder engine(Supplier<Stream<Contact>> contacts) {
    host.put(travel(1, TravelState.NEW).customer(null).build());
    ContactSource source = () -> tracked(contacts.get());
    return engine(host).contacts(source).lock(lock).batchSize(CONTACT, 2);
  }

  private Stream<Contact> tracked(Stream<Contact> stream) {
    if (stream == null) {
      return stream;
    }
    opened.incrementAndGet();
    return stream.onClose(closed::incrementAndGet);
  }

  private static Contact contact(int number) {
    return teacher(number).build();
  }

  private static Stream<Contact> contacts(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(SourceFaultTest::contact);
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> RuntimeException sneaky(Throwable thrown) throws X {
    throw (X) thrown;
  }

  private static Stream<Contact> thrownAtTheThird(Throwable thrown) {
    return contacts(5)
        .peek(
            contact -> {
              if (contact.key().equals(teacherKey(3))) {
                throw SourceFaultTest.<RuntimeException>sneaky(thrown);
              }
            });
  }

  private static Arguments faults(
      String name, Supplier<@Nullable Stream<Contact>> contacts, int created, String words) {
    return arguments(name, contacts, created, words);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        faults("null", () -> null, 0, "gave null instead of a stream before its first record"),
        faults(
            "null record",
            () -> Stream.of(contact(1), contact(2), null),
            2,
            "gave a null record after the record teacher/2"),
        faults(
            "exception",
            () -> thrownAtTheThird(new IllegalStateException("cursor gone")),
            2,
            "threw java.lang.IllegalStateException: cursor gone after the record teacher/2"),
        faults(
            "checked exception",
            () -> thrownAtTheThird(new SQLException("cursor gone")),
            2,
            "threw java.sql.SQLException: cursor gone after the record teacher/2"),
        faults(
            "at once",
            () -> {
              throw SourceFaultTest.<RuntimeException>sneaky(new SQLException("no connection"));
            },
            0,
            "threw java.sql.SQLException: no connection before its first record"),
        faults(
            "recursion", () -> thrownAtTheThird(new StackOverflowError()), 2, "StackOverflowError"),
        faults("linkage", () -> thrownAtTheThird(new NoClassDefFoundError("A")), 2, "Error: A"),
        faults("assertion", () -> thrownAtTheThird(new AssertionError("no")), 2, "Error: no"),
        faults(
            "close",
            () ->
                contacts(3)
                    .onClose(
                        () -> {
                          throw new IllegalStateException("can't close");
                        }),
            3,
            "threw java.lang.IllegalStateException: can't close after the record teacher/3"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void runAll_sourceFails_keepsWhatItGaveAndRunsTheOthers(
      String name, Supplier<Stream<Contact>> contacts, int created, String words) {
    SyncReport report = engine(contacts).build().runAll();

    StageReport stage = stage(report, CONTACT);
    assertThat(stage.failure()).asString().contains("the source of CONTACT records", words);
    assertThat(Objects.requireNonNull(stage.failure()).cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(stage.created()).isEqualTo(created);
    assertThat(stage(report, TRAVEL).created()).isEqualTo(1);
    assertThat(closed).hasValue(opened.get());
    assertThat(opened).hasValueLessThanOrEqualTo(1);
    assertThat(engine(() -> contacts(5)).build().runAll().isSuccessful()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void plan_sourceFails_saysSo(
      String name, Supplier<Stream<Contact>> contacts, int created, String words) {
    SyncPlan plan = engine(contacts).build().plan();

    assertThat(plan.stopped()).contains(words);
    assertThat(plan.records()).hasSize(created);
    assertThat(closed).hasValue(opened.get());
  }

  @Test
  void runAll_streamWasConsumed_saysSoAndClosesIt() {
    ContactSource source =
        () -> {
          Stream<Contact> stream = tracked(contacts(2));
          assertThat(stream.iterator()).hasNext();
          return stream;
        };

    SyncReport report = engine(host).contacts(source).build().runAll();

    assertThat(stage(report, CONTACT).failure())
        .asString()
        .contains("stream has already been operated upon");
    assertThat(closed).hasValue(1);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        arguments("null", (Supplier<Object>) () -> null, "returned null instead of a collection"),
        arguments(
            "checked exception",
            (Supplier<Object>)
                () -> {
                  throw SourceFaultTest.<RuntimeException>sneaky(new SQLException("no"));
                },
            "threw java.sql.SQLException: no"),
        arguments(
            "error",
            (Supplier<Object>)
                () -> {
                  throw new AssertionError("no");
                },
            "threw java.lang.AssertionError: no"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  @SuppressWarnings("unchecked")
  void run_findFails_endsTheStageThatAsked(
      String name, Supplier<Collection<Contact>> answer, String words) {
    host.put(travel(1, TravelState.NEW).build());
    ContactSource source =
        new ContactSource() {
          @Override
          public Stream<Contact> contacts() {
            return Stream.empty();
          }

          @Override
          public Collection<Contact> find(Collection<LocalKey> keys) {
            return answer.get();
          }
        };

    SyncReport report = engine(host).contacts(source).lock(lock).build().run(EntityType.TRAVEL);

    assertThat(report.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(stage(report, TRAVEL).failure()).asString().contains("asked for teacher/1", words);
    assertThat(engine(host).lock(lock).build().runAll().status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void runAll_virtualMachineFails_throwsAfterTheLockWasGivenBack() {
    OutOfMemoryError thrown = new OutOfMemoryError("a test's");

    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> engine(() -> thrownAtTheThird(thrown)).build().runAll())
        .isSameAs(thrown);

    assertThat(closed).hasValue(1);
    assertThat(engine(() -> contacts(5)).build().runAll().isSuccessful()).isTrue();
  }

  @Test
  void runAll_sameKeyInTwoBatches_failsTheSecondOnly() {
    Contact other = teacher(1).name("Another name").build();

    SyncReport report = engine(() -> Stream.concat(contacts(4), Stream.of(other))).build().runAll();

    StageReport stage = stage(report, CONTACT);
    assertThat(stage.created()).isEqualTo(4);
    assertThat(stage.failed()).isEqualTo(1);
    assertThat(stage.failures().get(0).key()).isEqualTo(teacherKey(1));
    assertThat(stage.failures().get(0).reason()).contains("gave this key more than once");
    assertThat(read(CONTACT, teacherKey(1), "name").text("name")).hasValue("Teacher 1");
    assertThat(engine(() -> contacts(4)).build().runAll().isSuccessful()).isTrue();
  }

  @Test
  void runAll_largeSourceAndNoRoom_failsTheStageNamingTheDirectory(@TempDir Path directory)
      throws Exception {
    String notes = "n".repeat(3_000_000);
    SyncEngineBuilder engine =
        engine(() -> Stream.of(teacher(1).notes(notes).build())).temporaryDirectory(directory);
    Files.delete(directory);

    SyncReport report = engine.build().runAll();

    assertThat(stage(report, CONTACT).failure())
        .asString()
        .contains("can't be put aside in " + directory, "temporaryDirectory(…)");
    assertThat(stage(report, CONTACT).created()).isZero();
    assertThat(stage(report, TRAVEL).created()).isEqualTo(1);
    Files.createDirectory(directory);
  }
}
