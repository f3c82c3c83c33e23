package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.Matching;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.TravelState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What looks like a mistake is held back before the first write, in both directions. */
abstract class BrakesSuite extends EngineSuite {

  /** More than the brakes allow in any case. */
  private static final int MANY = 120;

  private final SchoolTravel host = new SchoolTravel();

  private List<Contact> teachers(String phone) {
    return IntStream.rangeClosed(1, MANY).mapToObj(i -> teacher(i).phone(phone).build()).toList();
  }

  private void synced() {
    teachers("+33 1 10").forEach(host::put);
    assertThat(stage(engine(host).build().runAll(), CONTACT).created()).isEqualTo(MANY);
    teachers("+33 9 99").forEach(host::put);
    writes().clear();
  }

  private String phone(int number) {
    return read(CONTACT, teacherKey(number), "phone").text("phone").orElse("");
  }

  /** Throws after some records in its first pass; the later ones give all. */
  private final class Flaky implements ContactSource {
    private final int records;
    private boolean thrown;

    private Flaky(int records) {
      this.records = records;
    }

    @Override
    public Stream<Contact> contacts() {
      if (thrown) {
        return host.contacts().contacts();
      }
      thrown = true;
      if (records == 0) {
        throw new IllegalStateException("the pool is empty");
      }
      return host.contacts()
          .contacts()
          .peek(
              contact -> {
                if (contact.key().equals(teacherKey(records + 1))) {
                  throw new IllegalStateException("the pool is empty");
                }
              });
    }
  }

  private static void assertEndedBy(StageReport stage, String words) {
    Failure failure = Objects.requireNonNull(stage.failure());
    assertThat(failure.cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(failure.reason()).contains(words);
  }

  @Test
  void runAll_sourceThrowsWhenItIsSurveyed_writesNothingOfItAndRunsOtherStages() {
    synced();
    host.put(travel(1, TravelState.NEW).build());

    SyncReport report = engine(host).contacts(new Flaky(0)).build().runAll();

    assertEndedBy(stage(report, CONTACT), "the pool is empty");
    assertThat(stage(report, CONTACT).read()).isZero();
    assertThat(phone(1)).isEqualTo("+33 1 10");
    assertThat(stage(report, TRAVEL).created()).isEqualTo(1);
    assertThat(writes()).noneMatch(call -> call.startsWith("res.partner"));
  }

  @Test
  void runAll_sourceThrowsHalfwayWhenItIsSurveyed_writesWhatWasSurveyedAndNoMore() {
    synced();

    SyncReport report = engine(host).contacts(new Flaky(3)).build().runAll();

    assertEndedBy(stage(report, CONTACT), "the pool is empty");
    assertThat(stage(report, CONTACT).updated()).isEqualTo(3);
    assertThat(stage(report, CONTACT).read()).isEqualTo(3);
    assertThat(phone(3)).isEqualTo("+33 9 99");
    assertThat(phone(4)).isEqualTo("+33 1 10");
  }

  @Test
  void runAll_contactsCantBeSurveyed_areNotCreatedForTheirTravelsEither() {
    host.put(teacher(1).build(), travel(1, TravelState.NEW).build());

    SyncReport report = engine(host).contacts(new Flaky(0)).build().runAll();

    assertThat(stage(report, TRAVEL).blocked()).isEqualTo(1);
    assertThat(stage(report, TRAVEL).failures().get(0).reason()).contains("the pool is empty");
    assertThat(writes()).isEmpty();
    assertThat(stage(engine(host).build().runAll(), TRAVEL).created()).isEqualTo(1);
  }

  @Test
  void runAll_idStoreFailsOnceInTheSurvey_writesNothingOfThatStage() {
    synced();
    host.put(travel(1, TravelState.NEW).build());

    SyncReport report = engine(host).idStore(FailingOnce.idStore(ids(), "find")).build().runAll();

    assertEndedBy(stage(report, CONTACT), "no connection");
    assertThat(phone(1)).isEqualTo("+33 1 10");
    assertThat(stage(report, TRAVEL).created()).isEqualTo(1);
  }

  @Test
  void runAll_stateStoreFailsOnceInTheSurvey_writesNothingOfThatStage() {
    synced();
    host.put(travel(1, TravelState.NEW).build());

    SyncReport report =
        engine(host).stateStore(FailingOnce.stateStore(state(), "find")).build().runAll();
    assertEndedBy(stage(report, CONTACT), "no connection");
    assertThat(phone(1)).isEqualTo("+33 1 10");
    assertThat(stage(report, TRAVEL).created()).isEqualTo(1);
  }

  private SyncReport assertHeldBack(SyncEngineBuilder engine, String words) {
    writes().clear();
    host.taken().clear();
    SyncReport report = engine.build().runAll();
    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.STOPPED);
    Failure stopped = Objects.requireNonNull(report.stopped());
    assertThat(stopped.cause()).isEqualTo(FailureCause.HELD_BACK);
    assertThat(stopped.reason()).contains(words);
    assertThat(stopped.advice()).contains("run(Brakes.released())");
    assertThat(writes()).isEmpty();
    assertThat(host.taken()).isEmpty();
    return report;
  }

  private void edit(Map<String, ?> values) {
    List<Long> all =
        IntStream.rangeClosed(1, MANY).mapToObj(i -> id(CONTACT, teacherKey(i))).toList();
    odoo().clientOf(odoo().person()).write("res.partner", all, values);
  }

  @Test
  void runAll_phonesOfAllEmptiedInOdoo_isHeldBackBeforeTheHostIsOverwritten() {
    teachers("+33 1 10").forEach(host::put);
    engine(host).build().runAll();
    edit(Map.of("phone", false));
    SyncEngineBuilder engine = engine(host).conflictPolicy(ConflictPolicy.odooWins());

    assertHeldBack(
        engine, MANY + " of " + MANY + " linked CONTACT records would be overwritten at the host");

    SyncReport released = engine.build().run(Brakes.released());
    assertThat(stage(released, CONTACT).pulled()).isEqualTo(MANY);
    assertThat(host.taken()).hasSize(MANY);
  }

  @Test
  void runAll_fewPulled_areNotHeldBack() {
    teachers("+33 1 10").forEach(host::put);
    engine(host).build().runAll();
    odoo()
        .clientOf(odoo().person())
        .write("res.partner", List.of(id(CONTACT, teacherKey(1))), Map.of("phone", "+33 5"));

    SyncReport report = engine(host).conflictPolicy(ConflictPolicy.odooWins()).build().runAll();

    assertThat(stage(report, CONTACT).pulled()).isEqualTo(1);
  }

  private List<Contact> underOtherKeys() {
    List<Contact> others = new ArrayList<>();
    for (int i = 1; i <= MANY; i++) {
      others.add(Contact.builder(LocalKey.of("person", i)).name("Teacher " + i).build());
    }
    return others;
  }

  @Test
  void runAll_allKeysChanged_isHeldBackBeforeTheFirstDouble() {
    synced();
    assertHeldBack(
        engine(host).contacts(ContactSource.of(underOtherKeys())),
        MANY + " of " + MANY + " linked CONTACT records are not in the source any more");
  }

  @Test
  void runAll_sourceGivesFarMoreThanLastTime_isHeldBack() {
    host.put(teacher(1).build());
    engine(host).build().runAll();
    List<Contact> more = new ArrayList<>(underOtherKeys());
    more.add(host.teacherNow(1));

    assertHeldBack(
        engine(host).contacts(ContactSource.of(more)),
        MANY + " CONTACT records would be created in Odoo, more than 100 % of the 1");
  }

  @Test
  void runAll_firstRunThatDidNotEndGoesOn_isNotHeldBack() {
    teachers("+33 1 10").forEach(host::put);
    ContactSource broken =
        () ->
            Stream.concat(
                Stream.of(host.teacherNow(1)),
                Stream.generate(
                    () -> {
                      throw new IllegalStateException("table is locked");
                    }));
    assertThat(stage(engine(host).contacts(broken).build().runAll(), CONTACT).created())
        .isEqualTo(1);

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, CONTACT).created()).isEqualTo(MANY - 1);
  }

  @Test
  void runAll_allNewRecordsMatchOthersInOdoo_isHeldBackBeforeTheyAreOverwritten() {
    String domain = UUID.randomUUID() + ".example.com";
    List<Map<String, Object>> partners = new ArrayList<>();
    for (int i = 1; i <= MANY; i++) {
      partners.add(Map.of("name", "Partner " + i, "email", i + "@" + domain));
      host.put(teacher(i).email(i + "@" + domain).build());
    }
    odoo().clientOf(odoo().person()).create("res.partner", partners);
    SyncEngineBuilder engine = engine(host).matching(Matching.by(Matching.Key.EMAIL));

    assertHeldBack(
        engine, MANY + " of " + MANY + " new CONTACT records would be linked to records that Odoo");

    SyncReport released = engine.build().run(Brakes.released());
    assertThat(stage(released, CONTACT).created()).isZero();
  }

  private SyncEngineBuilder shouting() {
    return engine(host)
        .contactMapping(
            (contact, fields) ->
                fields.set("name", String.valueOf(contact.name()).toUpperCase(Locale.ROOT)));
  }

  @Test
  void runAll_mappingGivesOtherValuesForWhatDidNotChange_isHeldBackUntilGivenAGoAhead() {
    host.put(teacher(1).build(), teacher(2).build());
    engine(host).build().runAll();

    assertHeldBack(
        shouting(),
        "the mapping gives other values for 2 CONTACT records that did not change, such as"
            + " teacher/1");

    SyncReport released = shouting().build().run(Brakes.released());
    assertThat(stage(released, CONTACT).updated()).isEqualTo(2);
    SyncReport idle = shouting().build().runAll();
    assertThat(idle.stopped()).isNull();
    assertThat(stage(idle, CONTACT).unchanged()).isEqualTo(2);
  }

  @Test
  void runAll_hostChangesAndIdsAndTimes_areNoChangedMapping() {
    host.put(teacher(1).build(), teacher(2).build());
    engine(host).build().runAll();
    host.put(
        teacher(1).name("Other").build(),
        teacher(2)
            .odooId(id(CONTACT, teacherKey(2)))
            .updatedAt(Instant.parse("2026-01-01T00:00:00Z"))
            .build());

    SyncReport report = engine(host).build().runAll();

    assertThat(report.stopped()).isNull();
    assertThat(stage(report, CONTACT).updated()).isEqualTo(1);
  }

  @Test
  void runAll_recordThatFailedAfterTheGoAhead_holdsNothingBack() {
    host.put(teacher(1).build(), teacher(2).build());
    engine(host).build().runAll();
    odoo()
        .clientOf(odoo().person())
        .write("res.partner", List.of(id(CONTACT, teacherKey(1))), Map.of("name", "By hand"));
    ConflictPolicy broken =
        conflict -> {
          throw new IllegalStateException("no rule");
        };
    SyncReport released = shouting().conflictPolicy(broken).build().run(Brakes.released());
    assertThat(stage(released, CONTACT).failed()).isEqualTo(1);

    SyncReport next = shouting().conflictPolicy(broken).build().runAll();

    assertThat(next.stopped()).isNull();
    assertThat(stage(next, CONTACT).failed()).isEqualTo(1);
  }
}
