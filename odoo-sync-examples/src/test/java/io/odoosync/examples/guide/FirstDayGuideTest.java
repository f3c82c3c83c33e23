package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.Matching;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Odoo that people have used for years, and an application that is new to it. */
class FirstDayGuideTest {

  @TempDir private Path directory;

  private final InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19);
  private final InMemoryStores stores = new InMemoryStores();
  private final List<Contact> teachers = new ArrayList<>();
  private final int ada =
      server
          .person()
          .create("res.partner", Map.of("name", "MARTIN Ada", "email", "Ada@Example.com"));

  FirstDayGuideTest() {
    teachers.add(Guide.ada().build());
    teachers.add(Contact.builder(LocalKey.of("teacher", 2)).name("Luc Morel").build());
  }

  @AfterEach
  void close() {
    server.close();
  }

  private SyncEngineBuilder builder() {
    ContactSource contacts = teachers::stream;
    return Guide.engine(server).contacts(contacts).stores(stores);
  }

  private static StageReport contacts(SyncReport report) {
    return report.stage(EntityType.CONTACT).orElseThrow();
  }

  @Test
  void matchOnly_partnersOfPeople_areLinkedAndNothingIsWritten() {
    SyncEngineBuilder builder = builder();
    // region match
    Matching matching = Matching.by(Matching.Key.EMAIL, Matching.Key.VAT);
    SyncEngine firstDay = builder.matching(matching.matchOnly()).build();
    SyncReport report = firstDay.runAll();
    // endregion
    assertThat(contacts(report).conflicted()).isEqualTo(1);
    assertThat(contacts(report).notReached()).isEqualTo(1);
    assertThat(server.writes()).isEmpty();
    assertThat(stores.idStore().find(EntityType.CONTACT, List.of(Guide.ADA)))
        .hasValueSatisfying(
            new Condition<>(
                link -> Long.valueOf(ada).equals(link.odooId()), "the partner of people"));
  }

  @Test
  void plan_savedAndApplied_doesWhatWasLookedAt() throws IOException {
    SyncEngine engine = builder().matching(Matching.by(Matching.Key.EMAIL)).build();
    Path file = directory.resolve("plan.json");
    Path page = directory.resolve("plan.html");
    // region plan
    SyncPlan plan = engine.plan(); // writes nothing, nowhere
    Files.writeString(page, plan.toHtml()); // for a person
    Files.writeString(file, plan.toJson()); // for tomorrow

    SyncPlan approved = SyncPlan.parse(Files.readString(file));
    SyncReport report = engine.apply(approved); // what has moved since is left out and named
    // endregion
    assertThat(plan.records())
        .extracting(PlannedRecord::action)
        .containsExactlyInAnyOrder(PlannedRecord.Action.ADOPT, PlannedRecord.Action.CREATE);
    assertThat(contacts(report).created()).isEqualTo(1);
    assertThat(page).content().contains("Luc Morel");
  }

  @Test
  void brakes_sourceIsSuddenlyEmpty_needAGoAhead() {
    SyncEngine engine = builder().build();
    engine.runAll();
    teachers.clear();

    SyncReport report = engine.runAll();

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped()).extracting(Failure::reason).asString().contains("suddenly empty");
    // region released
    SyncReport meant = engine.run(Brakes.released()); // after somebody has looked
    // endregion
    assertThat(meant.status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void brakes_limitsOfTheHostsOwn_stopTheRun() {
    SyncEngineBuilder builder = builder();
    // region limits
    SyncEngine engine =
        builder
            .brakes(
                Brakes.DEFAULT
                    .withMaxCreates(10, 20) // more than 20, and than 10 percent
                    .withMaxUpdates(5, 50))
            .build();
    // endregion
    engine.runAll();
    for (long id = 10; id < 40; id++) {
      teachers.add(Contact.builder(LocalKey.of("teacher", id)).name("New " + id).build());
    }

    assertThat(engine.runAll().status()).isEqualTo(RunStatus.STOPPED);
  }
}
