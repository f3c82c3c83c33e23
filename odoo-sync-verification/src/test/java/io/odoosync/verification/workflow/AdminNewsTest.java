package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.Administrator.lasting;
import static io.odoosync.verification.workflow.Administrator.recovered;
import static io.odoosync.verification.workflow.Administrator.started;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.SyncEngine;
import io.odoosync.report.AdminNews;
import io.odoosync.report.AdminNews.Place;
import io.odoosync.report.NotifierOptions;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.PostalAddress;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.StateStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What administrators hear: what is new, what lasts, what is over; not the same in every run. */
class AdminNewsTest extends NewsSuite {

  // once

  @Test
  void runAll_sameBadRecordInEachRun_isToldOnce() {
    nameless(1);

    runs(engine(), 8);

    assertThat(administrator.heard()).hasSize(1);
    AdminNews.Item item = administrator.last().started().get(0);
    assertThat(item.place()).isEqualTo(Place.RECORDS);
    assertThat(item.type()).isEqualTo(CONTACT);
    assertThat(item.cause()).isEqualTo(FailureCause.INVALID_RECORD);
    assertThat(item.keys()).containsExactly(teacherKey(1));
    assertThat(item.failure()).isNotNull();
  }

  @Test
  void runAll_processRestarts_isNotToldAgain() {
    nameless(1);
    engine().runAll();

    engine().runAll();

    assertThat(administrator.heard()).hasSize(1);
  }

  @Test
  void runAll_anotherRecordFailsToo_isToldAlone() {
    nameless(1);
    engine().runAll();
    nameless(2);

    engine().runAll();

    assertThat(administrator.heard()).hasSize(2);
    assertThat(started(administrator.last())).containsExactly("teacher/2");
  }

  @Test
  void runAll_recordFailsForAnotherReason_isNewAndNotOver() {
    nameless(1);
    engine().runAll();
    host.put(
        teacher(1)
            .address(PostalAddress.builder().city("Paris").countryCode("XX").build())
            .build());

    engine().runAll();

    assertThat(started(administrator.last())).containsExactly("teacher/1");
    assertThat(administrator.last().started().get(0).cause())
        .isEqualTo(FailureCause.UNRESOLVED_NAME);
    assertThat(administrator.last().recovered()).isEmpty();
  }

  @Test
  void runAll_manyRowsOfOneCause_areOneItem() {
    nameless(IntStream.rangeClosed(1, 300).toArray());

    SyncReport report = engine().runAll();

    assertThat(administrator.last().started()).hasSize(1);
    assertThat(administrator.last().started().get(0).records()).isEqualTo(300);
    assertThat(administrator.last().toString())
        .hasLineCount(1)
        .startsWith("new: CONTACT 300 records, such as teacher/1, teacher/2");
    assertThat(report.stages().get(0).failures()).hasSize(300);
    assertThat(report.toString()).containsOnlyOnce("INVALID_RECORD");
  }

  @Test
  void runAll_pileGrowsByOneRecordARun_isToldWhenItHasDoubled() {
    nameless(IntStream.rangeClosed(1, 10).toArray());
    engine().runAll();
    for (int i = 11; i <= 20; i++) {
      nameless(i);
      engine().runAll();
    }

    assertThat(administrator.heard()).hasSize(2);
    assertThat(administrator.last().started().get(0).records()).isEqualTo(10);
  }

  // over

  @Test
  void runAll_recordIsMended_isToldAsOver() {
    nameless(1, 2);
    runs(engine(), 2);
    host.put(teacher(1).build());

    runs(engine(), 2);

    assertThat(administrator.heard()).hasSize(2);
    assertThat(recovered(administrator.last())).containsExactly("teacher/1");
    assertThat(administrator.last().recovered().get(0).runs()).isEqualTo(2);
    assertThat(administrator.last().started()).isEmpty();
  }

  @Test
  void runAll_recordLeavesTheSource_isOver() {
    List<Contact> contacts = new ArrayList<>(List.of(teacher(1).name(" ").build()));
    SyncEngine engine =
        telling(administrator)
            .contacts(
                new ContactSource() {
                  @Override
                  public Stream<Contact> contacts() {
                    return contacts.stream();
                  }
                })
            .build();
    engine.runAll();
    contacts.clear();

    engine.runAll();

    assertThat(recovered(administrator.last())).containsExactly("teacher/1");
  }

  @Test
  void runAll_recordFailsAgainLater_isToldAgain() {
    nameless(1);
    engine().runAll();
    host.put(teacher(1).build());
    engine().runAll();
    nameless(1);

    engine().runAll();

    assertThat(administrator.heard()).hasSize(3);
    assertThat(started(administrator.last())).containsExactly("teacher/1");
  }

  @Test
  void runAll_hostHearsReportsOnly_isToldOfFailuresNotOfTheirEnd() {
    List<SyncReport> told = new ArrayList<>();
    nameless(1);
    runs(telling(told::add).build(), 3);
    host.put(teacher(1).build());

    runs(telling(told::add).build(), 2);

    assertThat(told).hasSize(1);
    assertThat(told.get(0).isSuccessful()).isFalse();
  }

  @Test
  void run_otherStages_saysNothingOfTheRecordsItDidNotComeTo() {
    nameless(1);
    engine().runAll();

    engine().run(TRAVEL);
    engine().runAll();

    assertThat(administrator.heard()).hasSize(1);
  }

  // lasting

  @Test
  void runAll_failureLasts_isToldAgainAfterTheRunsAndTheTime() {
    nameless(1);
    SyncEngine engine =
        telling(administrator)
            .notifier(administrator, NotifierOptions.DEFAULT.remindingAfter(3, Duration.ofHours(2)))
            .build();
    runs(engine, 10);
    assertThat(administrator.heard()).hasSize(1);

    clock.pass(Duration.ofHours(2));
    runs(engine, 2);

    assertThat(administrator.heard()).hasSize(2);
    assertThat(lasting(administrator.last())).containsExactly("teacher/1");
    assertThat(administrator.last().lasting().get(0).runs()).isEqualTo(11);
    assertThat(administrator.last().started()).isEmpty();

    clock.pass(Duration.ofHours(2));
    engine.runAll();
    assertThat(administrator.heard()).as("two hours, but two runs").hasSize(2);
    engine.runAll();
    assertThat(administrator.heard()).hasSize(3);
  }

  // when nobody can be told, or nothing remembered

  @Test
  void runAll_nobodyCouldBeTold_isToldNextTime() {
    nameless(1);
    administrator.isAway(true);
    assertThat(engine().runAll().status()).isEqualTo(RunStatus.COMPLETED);
    administrator.isAway(false);

    runs(engine(), 2);

    assertThat(administrator.heard()).hasSize(1);
    assertThat(administrator.last().started().get(0).runs()).isEqualTo(2);
  }

  @Test
  void runAll_stateStoreIsDown_isToldOnceAProcess() {
    nameless(1);
    SyncEngine engine = telling(administrator).stateStore(unreachable()).build();

    runs(engine, 4);

    assertThat(administrator.heard()).hasSize(1);
    assertThat(administrator.last().report().isSuccessful()).isFalse();
  }

  private static StateStore unreachable() {
    return (StateStore)
        Proxy.newProxyInstance(
            StateStore.class.getClassLoader(),
            new Class<?>[] {StateStore.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("no connection");
            });
  }

  @Test
  void runAll_rememberedTextIsDamaged_isToldAnew() {
    nameless(1);
    InMemoryStateStore state = new InMemoryStateStore();
    state.save(Map.of(namespace() + "/troubles", "{\"all\":[{\"place\":\"MOON\"}]}"));

    runs(telling(administrator).stateStore(state).build(), 2);

    assertThat(administrator.heard()).hasSize(1);
  }

  @Test
  void forget_recordThatFailed_leavesNothingOfIt() {
    nameless(1);
    SyncEngine engine = engine();
    engine.runAll();

    engine.forget(CONTACT, teacherKey(1));

    assertThat(state().page("", null, 1_000).values())
        .noneMatch(value -> value.contains("teacher"));
  }
}
