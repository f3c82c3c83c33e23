package io.odoosync.verification.workflow;

import static io.odoosync.verification.workflow.Administrator.started;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.SyncEngine;
import io.odoosync.report.AdminNews;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.NotifierOptions;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.store.InMemoryStores;
import io.odoosync.store.RunLock;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A notifier that hangs hangs nothing: not the run, not the next one, not another node. */
@Timeout(60)
class HangingNotifierTest extends EngineSuite {

  private static final NotifierOptions BRIEFLY =
      NotifierOptions.DEFAULT.waiting(Duration.ofMillis(200));

  private final InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19);
  private final OdooUnderTest odoo = OdooUnderTest.of(server);
  private final SchoolTravel host = new SchoolTravel();
  private final RunLock lock = new InMemoryStores().runLock();

  @AfterEach
  void stop() {
    threads().forEach(HangingNotifierTest::join);
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }

  private SyncEngine engine(AdminNotifier notifier, NotifierOptions options) {
    return engine(host, client()).lock(lock).notifier(notifier, options).build();
  }

  private void nameless(int teacher) {
    host.put(teacher(teacher).name(" ").build());
  }

  /** Comes back when it is let go, whatever interrupts it. */
  private static final class Hanging implements AdminNotifier {
    private final List<AdminNews> called = new CopyOnWriteArrayList<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final CountDownLatch back = new CountDownLatch(1);

    @Override
    public void notifyAdministrator(SyncReport report) {
      throw new AssertionError("the news are told, not the report");
    }

    @Override
    public void notifyAdministrator(AdminNews news) {
      called.add(news);
      entered.countDown();
      while (letGo.getCount() > 0) {
        try {
          letGo.await();
        } catch (InterruptedException e) {
          // It hangs whatever is done to it.
        }
      }
      back.countDown();
    }
  }

  @Test
  void runAll_notifierNeverComesBack_isCalledOnceAndRunsGoOn() {
    Hanging hanging = new Hanging();
    SyncEngine engine = engine(hanging, BRIEFLY);
    nameless(1);
    assertThat(engine.runAll().status()).isEqualTo(RunStatus.COMPLETED);
    nameless(2);

    assertThat(engine.runAll().status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(engine.runAll().status()).isEqualTo(RunStatus.COMPLETED);

    assertThat(hanging.called).hasSize(1);
    assertThat(threads()).hasSize(1).allMatch(Thread::isDaemon);
    hanging.letGo.countDown();
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("odoo-sync-notifier"))
        .toList();
  }

  @Test
  void runAll_notifierCameBackLate_hasToldThatAndIsToldTheRest() throws InterruptedException {
    Hanging hanging = new Hanging();
    SyncEngine engine = engine(hanging, BRIEFLY);
    nameless(1);
    engine.runAll();
    nameless(2);
    engine.runAll();
    hanging.letGo.countDown();
    hanging.back.await();
    threads().forEach(HangingNotifierTest::join);

    engine.runAll();
    engine.runAll();

    assertThat(hanging.called).hasSize(2);
    assertThat(started(hanging.called.get(1))).containsExactly("teacher/2");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void runAll_notifierCanBeInterrupted_isInterruptedAndToldAgain() {
    List<SyncReport> called = new CopyOnWriteArrayList<>();
    CountDownLatch never = new CountDownLatch(1);
    SyncEngine engine =
        engine(
            report -> {
              called.add(report);
              if (called.size() == 1) {
                never.await();
              }
            },
            BRIEFLY);
    nameless(1);

    engine.runAll();
    threads().forEach(HangingNotifierTest::join);
    engine.runAll();
    engine.runAll();

    assertThat(called).hasSize(2);
  }

  @Test
  void runAll_notifierRunsTheEngine_leaseIsFreeByThen() {
    List<SyncReport> inside = new ArrayList<>();
    SyncEngine[] engine = new SyncEngine[1];
    engine[0] =
        engine(
            report -> {
              if (inside.isEmpty()) {
                inside.add(engine[0].runAll());
              }
            },
            NotifierOptions.DEFAULT);
    nameless(1);

    engine[0].runAll();

    assertThat(inside).extracting(SyncReport::status).containsExactly(RunStatus.COMPLETED);
  }

  @Test
  void runAll_notifierThrowsAnError_returnsItsReport() {
    SyncEngine engine =
        engine(
            report -> {
              throw new NoClassDefFoundError("mailer");
            },
            NotifierOptions.DEFAULT);
    nameless(1);

    assertThat(engine.runAll().status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(engine.runAll().status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void runAll_threadIsInterruptedWhileItWaits_returnsWithTheFlagSet()
      throws InterruptedException, ExecutionException {
    Hanging hanging = new Hanging();
    SyncEngine engine = engine(hanging, NotifierOptions.DEFAULT);
    nameless(1);
    FutureTask<Boolean> run =
        new FutureTask<>(
            () ->
                engine.runAll().status() == RunStatus.COMPLETED
                    && Thread.currentThread().isInterrupted());
    Thread thread = new Thread(run, "run");
    thread.start();
    hanging.entered.await();

    thread.interrupt();

    assertThat(run.get()).isTrue();
    hanging.letGo.countDown();
  }
}
