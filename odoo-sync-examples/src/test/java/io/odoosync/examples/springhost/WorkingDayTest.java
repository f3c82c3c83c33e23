package io.odoosync.examples.springhost;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.report.Outcome;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ten minutes of a day on which people save, save what is out of date, roll back and keep rows
 * open, in the application and in Odoo, while one run follows the other. Their clock is their own:
 * they go on whenever a run has dealt with a few records.
 */
class WorkingDayTest {

  private static final Duration DAY = Duration.ofMinutes(10);
  private static final int RECORDS_PER_STEP = 3;
  private static final int STEPS_AT_MOST = 600;
  private static final long SEED = 11;

  private final Semaphore turns = new Semaphore(0);
  private final AtomicInteger records = new AtomicInteger();
  private final List<SyncReport> reports = new ArrayList<>();

  private final SyncListener pace =
      new SyncListener() {
        @Override
        public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
          if (records.incrementAndGet() % RECORDS_PER_STEP == 0) {
            turns.release();
          }
        }
      };

  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void runAll_againAndAgainWhilePeopleWork_losesNothing(int connections)
      throws InterruptedException {
    try (RunningHost host = RunningHost.start(connections, pace)) {
      People people = work(host, connections / 3);
      host.engine().quarantined().forEach(held -> host.engine().release(held.type(), held.key()));
      settle(host.engine());

      assertThat(reports).allMatch(report -> report.status() == RunStatus.COMPLETED);
      assertThat(reports).flatMap(SyncReport::stages).allMatch(stage -> stage.failure() == null);
      new Audit(host).assertInStep(people.phonesInOdoo());
    }
  }

  private People work(RunningHost host, int openAtOnce) throws InterruptedException {
    AtomicBoolean atWork = new AtomicBoolean(true);
    try (OpenRows openRows = new OpenRows(host.get(TransactionTemplate.class), openAtOnce)) {
      People people = new People(host, openRows, SEED);
      people.arrive();
      CompletableFuture<Void> runs =
          CompletableFuture.runAsync(
                  () -> {
                    while (atWork.get()) {
                      reports.add(host.engine().runAll());
                    }
                  })
              .whenComplete((nothing, failure) -> turns.release(STEPS_AT_MOST));
      while (people.worked().compareTo(DAY) < 0) {
        turns.acquire();
        people.step();
      }
      openRows.endAll();
      atWork.set(false);
      runs.join();
      return people;
    }
  }

  /**
   * What was refused because somebody had the row open is taken now; then there is nothing left.
   */
  private void settle(SyncEngine engine) {
    reports.add(engine.runAll());
    reports.add(engine.runAll());
    SyncReport idle = engine.runAll();
    assertThat(idle.isSuccessful()).as("%s", idle).isTrue();
    assertThat(idle.stages()).allMatch(stage -> stage.unchanged() == stage.read());
  }
}
