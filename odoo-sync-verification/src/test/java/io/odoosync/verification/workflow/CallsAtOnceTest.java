package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.report.Outcome;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.Link;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.StoredRecord;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several calls at once, on the in-process Odoo, in which they can be made to meet. */
@Timeout(120)
class CallsAtOnceTest extends InProcessSuite {

  private static final int CONTACTS = 120;
  private static final int BATCH = 30;

  @Test
  void run_creates_fourCallsMeetAndAllIsAsWithOne() {
    CountDownLatch met = letMeet("res.partner", "load");

    SyncReport report = four(contacts()).build().run(CONTACT);

    assertThat(stage(report, CONTACT).created()).as("%s", report).isEqualTo(CONTACTS);
    assertThat(met.getCount()).isZero();
    assertThat(server.mostAtOnce()).isLessThanOrEqualTo(4);
    assertEachOnce();
    writes().clear();
    assertThat(stage(four(contacts()).build().run(CONTACT), CONTACT).unchanged())
        .isEqualTo(CONTACTS);
    assertThat(writes()).isEmpty();
  }

  @Test
  void run_updates_fourCallsMeet() {
    four(contacts()).build().run(CONTACT);
    CountDownLatch met = letMeet("res.partner", "web_save_multi");

    SyncReport report = four(changed()).brakes(Brakes.released()).build().run(CONTACT);

    assertThat(stage(report, CONTACT).updated()).as("%s", report).isEqualTo(CONTACTS);
    assertThat(met.getCount()).isZero();
    assertThat(server.mostAtOnce()).isLessThanOrEqualTo(4);
    assertThat(read(CONTACT, teacherKey(7), "city").text("city")).contains("Lyon 7");
  }

  @Test
  void run_whatIsKnownOfTheServer_isAskedAgainAtOnceBeforeTheFirstWrite() {
    SchoolTravel host = contacts();
    SyncEngine engine = four(host).build();
    engine.run(CONTACT);
    host.put(teacher(CONTACTS + 1).build());
    CountDownLatch met = new CountDownLatch(2);
    List<Long> missing = new CopyOnWriteArrayList<>();
    server
        .faults()
        .on("res.partner", "has_access")
        .times(
            2,
            Fault.before(
                request -> {
                  met.countDown();
                  await(met, 10);
                  missing.add(met.getCount());
                }));

    SyncReport report = engine.run(CONTACT);

    assertThat(stage(report, CONTACT).created()).as("%s", report).isEqualTo(1);
    assertThat(missing).containsExactly(0L, 0L);
  }

  @Test
  void run_updatesWhereEachNeedsACallOfItsOwn_fourCallsMeet() {
    try (InProcessOdoo older = InProcessOdoo.start(OdooRelease.V14)) {
      OdooUnderTest other = OdooUnderTest.of(older);
      four(contacts(), other).build().run(CONTACT);
      CountDownLatch met = new CountDownLatch(4);
      older.faults().on("res.partner", "write").times(4, Fault.before(request -> meet(met)));

      SyncReport report = four(changed(), other).brakes(Brakes.released()).build().run(CONTACT);

      assertThat(stage(report, CONTACT).updated()).as("%s", report).isEqualTo(CONTACTS);
      assertThat(met.getCount()).isZero();
    }
  }

  @Test
  void run_oneByDefault_neverMoreThanOne() {
    engine(contacts()).batchSize(CONTACT, BATCH).build().run(CONTACT);

    assertThat(server.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void run_answersLostOfSomeOfThem_areReadBackAndAllIsThereOnce() {
    server.faults().on("res.partner", "load").after(1).times(2, Fault.closeAfterCommit());
    server.faults().on("res.partner", "load").after(1).once(Fault.closeBefore());

    SyncReport report = four(contacts()).build().run(CONTACT);

    assertThat(stage(report, CONTACT).created()).as("%s", report).isEqualTo(CONTACTS);
    assertEachOnce();
  }

  @Test
  void run_recordRefusedInOneOfThem_failsAlone() {
    SchoolTravel host = contacts();
    host.put(teacher(13).name("").build());
    host.put(teacher(27).extra("country_id", 999_999L).build());

    SyncReport report = four(host).build().run(CONTACT);

    assertThat(stage(report, CONTACT).created()).as("%s", report).isEqualTo(CONTACTS - 2);
    assertThat(stage(report, CONTACT).failed()).isEqualTo(2);
  }

  @Test
  void run_keyRefusedInOneOfThem_stopsTheRunAndKeepsWhatTheOthersDid() {
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch met = new CountDownLatch(4);
    server
        .faults()
        .on("res.partner", "load")
        .times(
            4,
            Fault.before(
                request -> {
                  meet(met);
                  if (calls.incrementAndGet() == 4) {
                    server.expireApiKey();
                  }
                }));

    SyncReport report = four(contacts()).build().run(CONTACT);

    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.STOPPED);
    assertThat(server.writes()).hasSizeLessThanOrEqualTo(4);
    assertThat(stage(report, CONTACT).read()).isEqualTo(CONTACTS);
  }

  @Test
  void cancel_whileFourAreUnderWay_remembersWhatTheyDid() {
    SyncEngine[] engine = new SyncEngine[1];
    CountDownLatch met = new CountDownLatch(4);
    server
        .faults()
        .on("res.partner", "load")
        .times(
            4,
            Fault.before(
                request -> {
                  meet(met);
                  engine[0].cancel();
                }));
    engine[0] = four(contacts(2 * CONTACTS)).build();

    SyncReport report = engine[0].run(CONTACT);

    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.CANCELLED);
    assertThat(stage(report, CONTACT).created()).isEqualTo(4 * BATCH);
    assertThat(stage(report, CONTACT).notReached()).isEqualTo(4 * BATCH);
    assertThat(ids().page(CONTACT, null, 1_000)).hasSize(4 * BATCH).noneMatch(Link::isPending);
  }

  @Test
  void interrupt_whileFourAreUnderWay_theNextRunFindsWhatTheyDid() {
    Thread run = Thread.currentThread();
    CountDownLatch met = new CountDownLatch(4);
    AtomicBoolean interrupted = new AtomicBoolean();
    server
        .faults()
        .on("res.partner", "load")
        .times(
            4,
            Fault.before(
                request -> {
                  meet(met);
                  if (interrupted.compareAndSet(false, true)) { // a second could meet the next run
                    run.interrupt();
                  }
                }));

    SyncReport report = four(contacts()).build().run(CONTACT);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.CANCELLED);
    SyncReport next = four(contacts()).build().run(CONTACT);
    assertThat(next.isSuccessful()).as("%s", next).isTrue();
    assertEachOnce();
  }

  @Test
  void runAll_storesListenersAndObservers_areCalledInTheThreadOfTheRun() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    IdStore watched = watched(new InMemoryIdStore(), threads);

    SyncReport report =
        engine(SchoolTravel.of(60), client().observedBy(a -> threads.add(Thread.currentThread())))
            .callsAtOnce(4)
            .idStore(watched)
            .listener(
                new SyncListener() {
                  @Override
                  public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
                    threads.add(Thread.currentThread());
                  }
                })
            .build()
            .runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(server.mostAtOnce()).isGreaterThan(1);
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void run_documents_arePostedOneCallAfterTheOtherInOrder() {
    AtomicInteger posting = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> posted = new CopyOnWriteArrayList<>();
    server
        .faults()
        .onMethod("action_post")
        .always(
            new Fault.Hook(
                request -> {
                  most.accumulateAndGet(posting.incrementAndGet(), Math::max);
                  posted.addAll(request.ids());
                },
                request -> posting.decrementAndGet()));

    SyncReport report =
        four(SchoolTravel.of(30))
            .batchSize(INVOICE, 4)
            .invoicing(InvoicingOptions.builder().posting().build())
            .build()
            .runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(most).hasValue(1);
    assertThat(posted)
        .isEqualTo(
            IntStream.rangeClosed(1, 30)
                .mapToObj(i -> (int) id(INVOICE, invoiceKey("i" + i)))
                .toList());
  }

  private SyncEngineBuilder four(SchoolTravel host) {
    return engine(host).callsAtOnce(4).batchSize(CONTACT, BATCH);
  }

  private SyncEngineBuilder four(SchoolTravel host, OdooUnderTest other) {
    return engine(host, other.client()).callsAtOnce(4).batchSize(CONTACT, BATCH);
  }

  private static SchoolTravel contacts() {
    return contacts(CONTACTS);
  }

  private static SchoolTravel contacts(int count) {
    SchoolTravel host = new SchoolTravel();
    IntStream.rangeClosed(1, count).forEach(i -> host.put(teacher(i).build()));
    return host;
  }

  private static SchoolTravel changed() {
    SchoolTravel host = new SchoolTravel();
    IntStream.rangeClosed(1, CONTACTS)
        .forEach(
            i ->
                host.put(
                    teacher(i)
                        .address(teacher(i).build().address().toBuilder().city("Lyon " + i).build())
                        .build()));
    return host;
  }

  /** The next four of these calls wait for each other. */
  private CountDownLatch letMeet(String model, String method) {
    CountDownLatch met = new CountDownLatch(4);
    server.forgetRequests();
    server
        .faults()
        .where(request -> request.calls(model, method) && request.records() > 0)
        .times(4, Fault.before(request -> meet(met)));
    return met;
  }

  /** Not for ever: calls that never meet fail the test by what they do, not by hanging. */
  private static void meet(CountDownLatch met) {
    met.countDown();
    if (!await(met, 30)) {
      throw new IllegalStateException("the calls did not meet");
    }
  }

  private static boolean await(CountDownLatch met, long seconds) {
    try {
      return met.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void assertEachOnce() {
    Collection<Link> links = ids().page(CONTACT, null, 1_000);
    assertThat(links).hasSize(CONTACTS).noneMatch(Link::isPending);
    assertThat(links).extracting(Link::odooId).doesNotHaveDuplicates();
    assertThat(server.records("res.partner"))
        .extracting(StoredRecord::values)
        .filteredOn(values -> String.valueOf(values.get("name")).startsWith("Teacher "))
        .hasSize(CONTACTS);
  }

  private static IdStore watched(IdStore real, Set<Thread> threads) {
    return (IdStore)
        Proxy.newProxyInstance(
            IdStore.class.getClassLoader(),
            new Class<?>[] {IdStore.class},
            (proxy, method, arguments) -> {
              threads.add(Thread.currentThread());
              return method.invoke(real, arguments);
            });
  }
}
