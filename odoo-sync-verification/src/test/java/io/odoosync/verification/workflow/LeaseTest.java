package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.CrmOptions;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.source.TravelState;
import io.odoosync.store.IdStore;
import io.odoosync.store.InProcessRunLock;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import io.odoosync.verification.odoo.OdooMethods;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A lease that is kept by progress, and lost by standing still. */
class LeaseTest extends InProcessSuite {

  private static final Duration LEASE = Duration.ofMinutes(10);

  private final MovedEnvironment time = new MovedEnvironment();
  private final RunLock lock = new InProcessRunLock(LEASE, time);

  @Test
  void runAll_sourceSlowerThanALease_comesToItsEnd() {
    SyncReport report =
        node(contacts(6))
            .contacts(eachRecord(contacts(6), () -> time.pass(LEASE.dividedBy(2))))
            .build()
            .run(CONTACT);

    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.COMPLETED);
    assertThat(stage(report, CONTACT).created()).isEqualTo(6);
  }

  @Test
  void runAll_onlyReadingForLongerThanALease_comesToItsEnd() {
    SyncReport report = node(host(1), call -> time.pass(LEASE.dividedBy(3))).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
  }

  @Test
  void runAll_hostThatTakesValuesSlowly_comesToItsEnd() {
    SchoolTravel host = contacts(8);
    node(host).build().run(CONTACT);
    for (int i = 1; i <= 8; i++) {
      client()
          .write(
              "res.partner",
              List.of(id(CONTACT, teacherKey(i))),
              Map.of("phone", "+33 1 99 11 11 1" + i));
    }

    SyncReport report =
        node(host)
            .contacts(eachApplied(host, () -> time.pass(LEASE.dividedBy(2))))
            .conflictPolicy(ConflictPolicy.odooWins())
            .brakes(Brakes.released())
            .build()
            .run(CONTACT);

    assertThat(stage(report, CONTACT).pulled()).as("%s", report).isEqualTo(8);
  }

  @Test
  void runAll_everyAnswerOfAStoreTakesAlmostALease_comesToItsEnd() {
    IdStore slow = slowly(IdStore.class, ids());
    StateStore slowState = slowly(StateStore.class, state());

    SyncReport report = node(contacts(2)).idStore(slow).stateStore(slowState).build().run(CONTACT);

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
  }

  private <T> T slowly(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              time.pass(LEASE.multipliedBy(9).dividedBy(10));
              return method.invoke(store, arguments);
            }));
  }

  /**
   * Right before each write of an undisturbed run, which is not the first one ever: that asks more.
   */
  @Test
  void runAll_standsStillForALeaseWhileAnotherNodeTakesOver_writesNothingMore() {
    node(host(1)).build().run(Brakes.released());
    List<Boolean> undisturbed = new ArrayList<>();
    node(host(2), attempt -> undisturbed.add(isWrite(attempt))).build().run(Brakes.released());
    SchoolTravel all = new SchoolTravel();
    List<String> late = new ArrayList<>();
    int stopped = 0;
    for (int call = 1; call < undisturbed.size(); call++) {
      if (undisturbed.get(call)) {
        put(all, call + 2);
        stopped += standingStill(call, host(call + 2), late) ? 1 : 0;
      }
    }

    assertThat(late).isEmpty();
    assertThat(stopped).isGreaterThan(5);
    assertThat(node(all).build().run(Brakes.released()).isSuccessful()).isTrue();
  }

  /** Whether the run came to that call and was stopped. */
  private boolean standingStill(int call, SchoolTravel host, List<String> late) {
    List<RunLock.Lease> other = new ArrayList<>();
    int[] calls = new int[1];
    CallObserver losing =
        attempt -> {
          if (!other.isEmpty() && isWrite(attempt)) {
            late.add(call + ": " + attempt.model() + "." + attempt.method());
          } else if (++calls[0] == call) {
            time.pass(LEASE);
            other.add(lock.tryAcquire("odoo-sync:" + namespace()).orElseThrow());
          }
        };
    SyncReport report = node(host, losing).build().run(Brakes.released());
    if (!other.isEmpty()) {
      assertThat(report.stopped()).asString().contains("lost its lock");
    }
    other.forEach(RunLock.Lease::close);
    return !other.isEmpty();
  }

  @Test
  void runAll_lockLostInTheSurvey_stopsThere() {
    List<String> read = new ArrayList<>();
    ContactSource source =
        eachRecord(
            contacts(9),
            () -> {
              read.add("record");
              if (read.size() == 3) {
                time.pass(LEASE);
              }
            });

    SyncReport report =
        node(contacts(9)).contacts(source).batchSize(CONTACT, 2).build().run(CONTACT);

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped()).asString().contains("lost its lock");
    assertThat(read).hasSizeLessThan(6);
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_clockSetBackAnHour_noOtherNodeRuns() {
    List<RunLock.Lease> others = new ArrayList<>();
    time.set(Duration.ofHours(1));
    SyncReport report =
        whileSettingTheClock(
            Duration.ofHours(-1),
            () -> lock.tryAcquire("odoo-sync:" + namespace()).ifPresent(others::add));

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(others).isEmpty();
  }

  @Test
  void runAll_clockSetForwardAnHour_comesToItsEnd() {
    SyncReport report = whileSettingTheClock(Duration.ofHours(1), () -> {});

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(report.duration()).isEqualTo(LEASE.multipliedBy(3));
  }

  /** Three leases in 15 steps, after the first of which the clock is set. */
  private SyncReport whileSettingTheClock(Duration jump, Runnable atEachStep) {
    int[] steps = new int[1];
    ContactSource source =
        eachRecord(
            contacts(15),
            () -> {
              if (steps[0]++ == 1) {
                time.set(jump);
              }
              time.pass(LEASE.dividedBy(5));
              atEachStep.run();
            });
    return node(contacts(15)).contacts(source).build().run(CONTACT);
  }

  private SyncEngineBuilder node(SchoolTravel host) {
    return node(host, attempt -> {});
  }

  private SyncEngineBuilder node(SchoolTravel host, CallObserver observer) {
    OdooClient client = OdooClient.connect(odoo.connection().environment(time).build());
    return engine(host, client.observedBy(observer))
        .crm(CrmOptions.builder().createMissingTags().build())
        .lock(lock);
  }

  /** With as many kinds of writes as there are. */
  private static SchoolTravel host(int number) {
    SchoolTravel host = new SchoolTravel();
    put(host, number);
    return host;
  }

  private static void put(SchoolTravel host, int number) {
    host.put(
        teacher(number).build(),
        travel(number, TravelState.INVOICED).tags(List.of("tag " + number)).build(),
        invoice("i" + number, teacherKey(number)).build());
  }

  private static SchoolTravel contacts(int count) {
    SchoolTravel host = new SchoolTravel();
    for (int i = 1; i <= count; i++) {
      host.put(teacher(i).build());
    }
    return host;
  }

  private static boolean isWrite(CallObserver.Attempt attempt) {
    return !OdooMethods.reads(attempt.method());
  }

  private static ContactSource eachRecord(SchoolTravel host, Runnable action) {
    return () -> host.contacts().contacts().peek(record -> action.run());
  }

  private static ContactSource eachApplied(SchoolTravel host, Runnable action) {
    return new ContactSource() {
      @Override
      public Stream<Contact> contacts() {
        return host.contacts().contacts();
      }

      @Override
      public Collection<Contact> find(Collection<LocalKey> keys) {
        return host.contacts().find(keys);
      }

      @Override
      public void apply(ContactChange change) {
        action.run();
        host.contacts().apply(change);
      }
    };
  }
}
