package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.Matching;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.QuarantinedRecord;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.conflict.Winner;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.InProcessRunLock;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.verification.odoo.VatNumbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One Odoo record per local entity, whatever is lost, moved or deleted on the way. */
abstract class ExactlyOnceSuite extends EngineSuite {

  private final StateStore state = new InMemoryStateStore();
  private final String tag = UUID.randomUUID().toString();

  private OdooClient person() {
    return odoo().clientOf(odoo().person());
  }

  private SyncEngineBuilder remembering(SchoolTravel host) {
    return engine(host).stateStore(state);
  }

  private static SchoolTravel contacts(Contact... contacts) {
    SchoolTravel host = new SchoolTravel();
    host.put(contacts);
    return host;
  }

  @Test
  void runAll_idStorePartlyLost_linksAgainAndOverwritesNothing() {
    SchoolTravel host = SchoolTravel.of(3);
    engine(host).build().runAll();
    long partner = id(CONTACT, teacherKey(2));
    long move = id(INVOICE, invoiceKey("i2"));
    person().write("res.partner", List.of(partner), Map.of("city", "Nantes"));
    ids().remove(CONTACT, List.of(teacherKey(2)));
    ids().remove(TRAVEL, List.of(travelKey(2)));
    ids().remove(INVOICE, List.of(invoiceKey("i2")));

    SyncReport report = engine(host).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(report.stages()).allMatch(stage -> stage.unchanged() == 3);
    assertThat(id(CONTACT, teacherKey(2))).isEqualTo(partner);
    assertThat(id(INVOICE, invoiceKey("i2"))).isEqualTo(move);
    assertThat(read(CONTACT, teacherKey(2), "city").text("city")).hasValue("Nantes");
    assertThat(read(INVOICE, invoiceKey("i2"), "invoice_line_ids").references("invoice_line_ids"))
        .hasSize(2);
  }

  @Test
  void rebuildLinks_idStoreLost_restoresAllLinks() {
    SchoolTravel host = SchoolTravel.of(3);
    engine(host).build().runAll();
    Map<LocalKey, Long> before = Map.of(teacherKey(3), id(CONTACT, teacherKey(3)));
    loseIdStore();

    Map<EntityType, Long> restored = engine(host).build().rebuildLinks();

    assertThat(restored).isEqualTo(Map.of(CONTACT, 3L, TRAVEL, 3L, INVOICE, 3L));
    assertThat(id(CONTACT, teacherKey(3))).isEqualTo(before.get(teacherKey(3)));
    assertThat(engine(host).build().rebuildLinks().values()).containsOnly(0L);
    writes().clear();
    assertThat(engine(host).build().runAll().isSuccessful()).isTrue();
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_partnerDeletedInOdoo_isCreatedAgainByDefault() {
    SchoolTravel host = contacts(teacher(1).build(), teacher(2).build());
    engine(host).build().runAll();
    long deleted = id(CONTACT, teacherKey(1));
    person().unlink("res.partner", List.of(deleted));

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, CONTACT).created()).isEqualTo(1);
    assertThat(stage(report, CONTACT).unchanged()).isEqualTo(1);
    assertThat(id(CONTACT, teacherKey(1))).isNotEqualTo(deleted);
    assertThat(logged(report, SyncEvent.LINK_BROKEN)).hasSize(1);
  }

  @Test
  void runAll_partnerDeletedInOdooAndPolicyReports_failsThatContactOnly() {
    SchoolTravel host = contacts(teacher(1).build(), teacher(2).build());
    engine(host).build().runAll();
    person().unlink("res.partner", List.of(id(CONTACT, teacherKey(1))));

    SyncReport report = engine(host).missingRecords(MissingRecordPolicy.REPORT).build().runAll();

    assertThat(stage(report, CONTACT).failed()).isEqualTo(1);
    assertThat(stage(report, CONTACT).unchanged()).isEqualTo(1);
    assertThat(stage(report, CONTACT).failures().get(0).reason()).contains("was deleted in Odoo");
  }

  @Test
  void runAll_partnerDeletedPolicyReportsAndCreatingIsOff_saysThatItWasDeleted() {
    SchoolTravel host = contacts(teacher(1).build());
    engine(host).build().runAll();
    person().unlink("res.partner", List.of(id(CONTACT, teacherKey(1))));

    SyncReport report =
        engine(host)
            .missingRecords(MissingRecordPolicy.REPORT)
            .matching(Matching.by(Matching.Key.REFERENCE).matchOnly())
            .build()
            .runAll();

    assertThat(stage(report, CONTACT).failures().get(0).reason()).contains("was deleted in Odoo");
  }

  @Test
  void runAll_draftInvoiceDeletedInOdooAndPolicyRecreates_isCreatedAgain() {
    SchoolTravel host = SchoolTravel.of(1);
    engine(host).build().runAll();
    person().unlink("account.move", List.of(id(INVOICE, invoiceKey("i1"))));

    SyncReport report = engine(host).missingRecords(MissingRecordPolicy.RECREATE).build().runAll();

    assertThat(stage(report, INVOICE).created()).isEqualTo(1);
    assertThat(read(INVOICE, invoiceKey("i1"), "invoice_line_ids").references("invoice_line_ids"))
        .hasSize(2);
  }

  @Test
  void runAll_partnersMergedInOdoo_followsToTheSurvivorAndWritesNothing() {
    SchoolTravel host = contacts(teacher(1).build(), teacher(2).build());
    engine(host).build().runAll();
    long survivor = id(CONTACT, teacherKey(1));
    odoo().mergePartners(survivor, id(CONTACT, teacherKey(2)));
    writes().clear();

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, CONTACT).unchanged()).as("%s", report).isEqualTo(2);
    assertThat(id(CONTACT, teacherKey(2))).isEqualTo(survivor);
    assertThat(logged(report, SyncEvent.LINK_MOVED)).hasSize(1);
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_partnersMergedAndIdStoreLost_createsNothing() {
    SchoolTravel host = contacts(teacher(1).build(), teacher(2).build());
    engine(host).build().runAll();
    long survivor = id(CONTACT, teacherKey(1));
    odoo().mergePartners(survivor, id(CONTACT, teacherKey(2)));
    loseIdStore();

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, CONTACT).created()).as("%s", report).isZero();
    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(survivor);
    assertThat(id(CONTACT, teacherKey(2))).isEqualTo(survivor);
  }

  @Test
  void runAll_anotherRunUnderWay_saysSoAndDoesNothing() {
    RunLock lock = new InProcessRunLock();
    SchoolTravel host = contacts(teacher(1).build());
    List<SyncReport> second = new ArrayList<>();
    SyncListener listener =
        new SyncListener() {
          @Override
          public void onStageStarted(EntityType type) {
            second.add(engine(host).lock(lock).build().runAll());
          }
        };

    SyncReport first = engine(host).lock(lock).listener(listener).build().run(CONTACT);

    assertThat(second.get(0).status()).isEqualTo(RunStatus.ALREADY_RUNNING);
    assertThat(second.get(0).stopped()).asString().contains("already running");
    assertThat(second.get(0).stages()).isEmpty();
    assertThat(stage(first, CONTACT).created()).isEqualTo(1);
    assertThat(engine(host).lock(lock).build().run(CONTACT).status())
        .isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void runAll_lockLost_stopsBeforeTheNextWrite() {
    SchoolTravel host = contacts(teacher(1).build(), teacher(2).build(), teacher(3).build());
    LosableLock lock = new LosableLock();
    SyncListener losing = onRecord(1, lock::lose);

    SyncReport report =
        engine(host).lock(lock).listener(losing).batchSize(CONTACT, 1).build().run(CONTACT);

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped()).asString().contains("lost its lock");
    assertThat(stage(report, CONTACT).created()).isEqualTo(1);
    assertThat(stage(engine(host).build().run(CONTACT), CONTACT).created()).isEqualTo(2);
  }

  @Test
  void cancel_halfway_endsTheBatchAndRemembersWhatIsDone() {
    SchoolTravel host = SchoolTravel.of(6);
    List<SyncEngine> engine = new ArrayList<>();
    engine.add(
        engine(host)
            .batchSize(CONTACT, 2)
            .listener(onRecord(3, () -> engine.get(0).cancel()))
            .build());

    SyncReport report = engine.get(0).runAll();

    assertThat(report.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(report.stopped()).asString().contains("cancelled");
    assertThat(stage(report, CONTACT).created()).isEqualTo(4);
    assertThat(stage(engine.get(0).run(CONTACT), CONTACT).created()).isEqualTo(2);
  }

  @Test
  void runAll_threadInterrupted_stopsRemembersAndKeepsTheFlag() {
    SchoolTravel host = SchoolTravel.of(6);
    SyncListener interrupting = onRecord(3, Thread.currentThread()::interrupt);

    SyncReport report = engine(host).batchSize(CONTACT, 2).listener(interrupting).build().runAll();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(stage(report, CONTACT).created()).isEqualTo(4);
    assertThat(stage(engine(host).build().run(CONTACT), CONTACT).created()).isEqualTo(2);
  }

  @Test
  void runAll_recordKeepsFailing_isQuarantinedUntilItChangesOrIsReleased() {
    SchoolTravel host = contacts(Contact.builder(teacherKey(1)).build(), teacher(2).build());
    for (int run = 1; run <= 3; run++) {
      assertThat(stage(remembering(host).build().run(CONTACT), CONTACT).failed()).isEqualTo(1);
    }

    SyncEngine engine = remembering(host).build();
    SyncReport fourth = engine.run(CONTACT);

    assertThat(stage(fourth, CONTACT).quarantined()).isEqualTo(1);
    assertThat(stage(fourth, CONTACT).unchanged()).isEqualTo(1);
    assertThat(stage(fourth, CONTACT).failures().get(0).kind())
        .isEqualTo(RecordFailure.Kind.QUARANTINED);
    assertThat(engine.quarantined())
        .extracting(QuarantinedRecord::key, QuarantinedRecord::failures)
        .containsExactly(tuple(teacherKey(1), 3));
    assertThat(stage(engine.run(CONTACT), CONTACT).failed()).as("tried again").isEqualTo(1);
    engine.release(CONTACT, teacherKey(1));
    assertThat(stage(engine.run(CONTACT), CONTACT).failed()).as("released").isEqualTo(1);
    for (int run = 1; run <= 2; run++) {
      engine.run(CONTACT);
    }
    host.put(teacher(1).build());
    assertThat(stage(engine.run(CONTACT), CONTACT).created()).as("changed").isEqualTo(1);
    assertThat(engine.quarantined()).isEmpty();
  }

  @Test
  void runAll_sourceSuddenlyEmpty_stopsBeforeAnyWriteUntilGivenAGoAhead() {
    engine(SchoolTravel.of(2)).build().runAll();
    SchoolTravel empty = new SchoolTravel();
    empty.put(invoice("new", teacherKey(1)).build());
    writes().clear();

    SyncEngine engine = engine(empty).build();
    SyncReport report = engine.runAll();

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped()).asString().contains("CONTACT records is suddenly empty");
    assertThat(writes()).isEmpty();
    assertThat(engine.run(Brakes.released()).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void runAll_tooManyUpdates_stopsBeforeAnyWriteUntilGivenAGoAhead() {
    SchoolTravel host = contacts(teacher(1).build(), teacher(2).build(), teacher(3).build());
    engine(host).build().runAll();
    host.put(teacher(1).phone("1").build(), teacher(2).phone("2").build(), teacher(4).build());
    writes().clear();

    SyncEngine engine = engine(host).brakes(Brakes.DEFAULT.withMaxUpdates(50, 1)).build();
    SyncReport report = engine.run(CONTACT);

    assertThat(report.stopped()).asString().contains("2 of 3 linked CONTACT records differ");
    assertThat(writes()).isEmpty();
    SyncReport goAhead = engine.run(Brakes.released());
    assertThat(stage(goAhead, CONTACT).updated()).isEqualTo(2);
    assertThat(stage(goAhead, CONTACT).created()).isEqualTo(1);
  }

  @Test
  void runAll_mappingOfLastRunWasAnother_stopsBeforeAnyWriteUntilGivenAGoAhead() {
    SchoolTravel host = contacts(teacher(1).build());
    remembering(host).build().run(CONTACT);
    String name = namespace() + "/mapping/CONTACT";
    state.save(Map.of(name, state.find(List.of(name)).get(name) + " x_gone"));

    SyncEngine engine = remembering(host).build();

    assertThat(engine.run(CONTACT).stopped())
        .asString()
        .contains("another one than in the last run", "x_gone");
    assertThat(engine.run(Brakes.released()).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(engine.run(CONTACT).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void runAll_matchingByEmail_adoptsTheOnePartner() {
    long existing = partner(Map.of("name", "TEACHER 1", "email", "Ada." + tag + "@Example.com"));
    SchoolTravel host = contacts(teacher(1).email("ada." + tag + "@example.com").build());

    SyncReport report = engine(host).matching(byEmail()).build().run(CONTACT);

    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(existing);
    assertThat(stage(report, CONTACT).created()).isZero();
    assertThat(stage(report, CONTACT).conflicts()).isEqualTo(Map.of(Winner.LOCAL, 1L));
    assertThat(read(CONTACT, teacherKey(1), "name").text("name")).hasValue("Teacher 1");
    assertThat(logged(report, SyncEvent.RECORD_ADOPTED)).hasSize(1);
    writes().clear();
    assertThat(stage(engine(host).matching(byEmail()).build().run(CONTACT), CONTACT).unchanged())
        .isEqualTo(1);
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_matchIsArchived_isAdopted() {
    long existing =
        partner(
            Map.of("name", "Teacher 1", "email", "old." + tag + "@example.com", "active", false));
    SchoolTravel host = contacts(teacher(1).email("old." + tag + "@example.com").build());
    engine(host).matching(byEmail()).build().run(CONTACT);
    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(existing);
  }

  @Test
  void runAll_severalMatches_areReportedAndNothingIsDone() {
    partner(Map.of("name", "teacher 1", "email", tag + "@example.com"));
    partner(Map.of("name", "TEACHER 1", "email", tag + "@example.com"));
    SchoolTravel host = contacts(teacher(1).email(tag + "@example.com").build());

    SyncReport report = engine(host).matching(byEmail()).build().run(CONTACT);

    assertThat(stage(report, CONTACT).failed()).isEqualTo(1);
    assertThat(stage(report, CONTACT).failures().get(0).reason())
        .contains("matches several partners", "'teacher 1'", "'TEACHER 1'");
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_twoContactsMatchOnePartner_areReportedBoth() {
    partner(Map.of("name", "Teacher 1", "email", tag + "@example.com"));
    SchoolTravel host =
        contacts(
            teacher(1).email(tag + "@example.com").build(),
            teacher(2).email(tag + "@example.com").build());
    SyncReport report = engine(host).matching(byEmail()).build().run(CONTACT);
    assertThat(stage(report, CONTACT).failed()).isEqualTo(2);
  }

  @Test
  void runAll_keyBlankOrPartnerOfAnotherKind_neverMatches() {
    partner(Map.of("name", "Company", "email", tag + "@example.com", "is_company", true));
    SchoolTravel host =
        contacts(
            teacher(1).email(" ").reference(null).vat("").build(),
            teacher(2).email(tag + "@example.com").reference(null).build());
    SyncReport report =
        engine(host)
            .matching(Matching.by(Matching.Key.EMAIL, Matching.Key.VAT, Matching.Key.REFERENCE))
            .build()
            .run(CONTACT);
    assertThat(stage(report, CONTACT).created()).isEqualTo(2);
  }

  @Test
  void runAll_matchingByVat_takesTheCompanyItselfHoweverTheNumberIsWritten() {
    String digits = tag.replaceAll("[^0-9]", "").concat("00000000").substring(0, 8);
    String vat = "FR " + VatNumbers.french(digits);
    long company = partner(Map.of("name", "School", "is_company", true, "vat", vat));
    partner(Map.of("name", "Its secretary", "parent_id", company));
    SchoolTravel host =
        contacts(
            Contact.builder(teacherKey(1))
                .name("School")
                .organisation()
                .vat(vat.replace(" ", "").toLowerCase(Locale.ROOT))
                .build());
    engine(host).matching(Matching.by(Matching.Key.VAT)).build().run(CONTACT);
    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(company);
  }

  @Test
  void runAll_matchOnly_linksAndCreatesNothing() {
    long existing = partner(Map.of("name", "Teacher 1", "ref", tag));
    SchoolTravel host = SchoolTravel.of(2);
    host.put(teacher(1).reference(tag).build(), teacher(2).reference("none " + tag).build());

    SyncReport report =
        engine(host).matching(Matching.by(Matching.Key.REFERENCE).matchOnly()).build().runAll();

    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(existing);
    assertThat(stage(report, CONTACT).notReached()).isEqualTo(1);
    assertThat(stage(report, TRAVEL).created() + stage(report, INVOICE).created()).isZero();
    assertThat(writes()).isEmpty();
  }

  private static Matching byEmail() {
    return Matching.by(Matching.Key.EMAIL);
  }

  private long partner(Map<String, ?> values) {
    return person().create("res.partner", List.of(values)).get(0);
  }

  private List<String> logged(SyncReport report, SyncEvent event) {
    return log.find(SyncLogQuery.all().withRun(report.runId())).stream()
        .filter(entry -> entry.event() == event)
        .map(entry -> entry.message())
        .toList();
  }

  /** Does something once so many records have their outcome. */
  private static SyncListener onRecord(int number, Runnable action) {
    return new SyncListener() {
      private int records;

      @Override
      public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
        if (++records == number) {
          action.run();
        }
      }
    };
  }

  /**
   * A lock whose lease is so short that it must be extended before each write, until it is lost.
   */
  private static final class LosableLock implements RunLock {
    private boolean lost;

    void lose() {
      lost = true;
    }

    @Override
    public Optional<Lease> tryAcquire(String name) {
      return Optional.of(
          new Lease() {
            @Override
            public boolean extend() {
              return !lost;
            }

            @Override
            public void close() {}
          });
    }

    @Override
    public Duration leaseTime() {
      return Duration.ofNanos(4);
    }
  }
}
