package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.EntityType;
import io.odoosync.Following;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.Outcome;
import io.odoosync.report.SyncListener;
import io.odoosync.store.InMemoryOutbox;
import io.odoosync.store.Outbox;
import io.odoosync.store.RunLock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code follow}: a loop that keeps an engine up to date. */
class FollowTest extends InProcessSuite {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int PATIENCE_SECONDS = 60;

  private final SchoolTravel host = new SchoolTravel();
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final BlockingQueue<LocalKey> dealtWith = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  private SyncEngineBuilder builder(OdooClient client) {
    return engine(host, client)
        .outbox(outbox)
        .conflictPolicy(ConflictPolicy.odooWins())
        .listener(
            new SyncListener() {
              @Override
              public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
                dealtWith.add(key);
              }
            });
  }

  private Following follow(SyncEngine engine, Duration pause) {
    return engine.follow(
        pause,
        loop -> {
          Thread thread = new Thread(loop);
          threads.add(thread);
          return thread;
        });
  }

  private LocalKey next() throws InterruptedException {
    return dealtWith.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void follow_recordNoted_isDealtWithLongBeforeThePauseIsOver() throws InterruptedException {
    host.put(teacher(1).build());
    try (Following following = builder(client()).build().follow(DAY)) {
      assertThat(next()).isEqualTo(teacherKey(1));
      host.put(teacher(2).build());
      outbox.changed(CONTACT, List.of(teacherKey(2)));

      assertThat(next()).isEqualTo(teacherKey(2));
      assertThat(following.isOpen()).isTrue();
    }
  }

  @Test
  void follow_webhookComes_takesWhatWasChangedThere() throws InterruptedException {
    host.put(teacher(1).build());
    SyncEngine engine = builder(client()).build();
    try (Following following = engine.follow(DAY)) {
      next();
      edit(teacherKey(1), Map.of("name", "Changed There"));

      assertThat(following.isOpen()).isTrue();
      assertThat(engine.odooChanged("res.partner", List.of(id(CONTACT, teacherKey(1)))))
          .isEqualTo(1);

      assertThat(next()).isEqualTo(teacherKey(1));
      assertThat(host.taken()).containsExactly("name: 'Teacher 1' → 'Changed There'");
    }
  }

  /** Releases up to 17 send them before the change can be seen. */
  @Test
  void runChanges_webhookWasLostOrTooEarly_convergesAllTheSame() {
    host.put(teacher(1).build(), teacher(2).build());
    SyncEngine engine = builder(client()).build();
    engine.runAll();
    engine.odooChanged("res.partner", List.of(id(CONTACT, teacherKey(1))));
    engine.runChanges();
    edit(teacherKey(1), Map.of("name", "Too Early"));
    edit(teacherKey(2), Map.of("name", "Lost"));

    engine.runChanges();

    assertThat(host.taken())
        .containsExactlyInAnyOrder("name: 'Teacher 1' → 'Too Early'", "name: 'Teacher 2' → 'Lost'");
    assertThat(outbox.size()).isZero();
  }

  private void edit(LocalKey key, Map<String, ?> values) {
    odoo.clientOf(odoo.person()).write("res.partner", List.of(id(CONTACT, key)), values);
  }

  /** Four looks a second, a run each ten seconds. */
  @Test
  void follow_nothingToDo_runsOnceAPause() throws InterruptedException {
    Sleeps sleeps = new Sleeps(101);
    SyncEngine engine = builder(sleeping(sleeps)).build();

    try (Following following = follow(engine, Duration.ofSeconds(10))) {
      threads.get(0).join();
      assertThat(following.isOpen()).isFalse();
    }

    assertThat(sleeps.slept()).hasSize(100).containsOnly(Duration.ofMillis(250));
    assertThat(engine.runs(100)).hasSize(3);
  }

  /** Another node has taken it, or it is not its turn yet. */
  @Test
  void follow_whatWaitsCanNotBeTaken_isNotAskedForWithEachLook() throws InterruptedException {
    outbox.changed(CONTACT, List.of(teacherKey(1)));
    AtomicInteger asked = new AtomicInteger();
    SyncEngine engine =
        builder(sleeping(new Sleeps(101))).outbox(takenByOthers(outbox, asked)).build();

    follow(engine, Duration.ofSeconds(10));
    threads.get(0).join();

    assertThat(asked.get()).as("in three runs and 100 looks").isBetween(3, 12);
  }

  private static Outbox takenByOthers(Outbox real, AtomicInteger asked) {
    return (Outbox)
        Proxy.newProxyInstance(
            Outbox.class.getClassLoader(),
            new Class<?>[] {Outbox.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("take")) {
                asked.incrementAndGet();
                return List.of();
              }
              return method.invoke(real, arguments);
            });
  }

  @Test
  void follow_runsFail_restsLongerEachTime() throws InterruptedException {
    Sleeps sleeps = new Sleeps(9);
    RunLock broken =
        lock(
            () -> {
              throw new IllegalStateException("the database is away");
            });
    outbox.changed(CONTACT, List.of(teacherKey(1)));

    follow(builder(sleeping(sleeps)).lock(broken).build(), Duration.ofMillis(100));
    threads.get(0).join();

    assertThat(sleeps.slept())
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void follow_anotherRunIsUnderWay_restsAndComesBack() throws InterruptedException {
    Sleeps sleeps = new Sleeps(4);
    RunLock taken = lock(Optional::empty);

    follow(builder(sleeping(sleeps)).lock(taken).build(), DAY);
    threads.get(0).join();

    assertThat(sleeps.slept()).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
  }

  private static RunLock lock(Supplier<Optional<RunLock.Lease>> answer) {
    return new RunLock() {
      @Override
      public Optional<Lease> tryAcquire(String name) {
        return answer.get();
      }

      @Override
      public Duration leaseTime() {
        return DEFAULT_LEASE_TIME;
      }
    };
  }

  private OdooClient sleeping(Sleeps sleeps) {
    return OdooClient.connect(odoo.connection().environment(sleeps).build());
  }

  @Test
  void close_whileItWaits_endsItsThread() throws InterruptedException {
    Following following = follow(builder(client()).build(), DAY);

    following.close();
    following.close();

    assertThat(threads).singleElement().satisfies(thread -> assertThat(thread.isAlive()).isFalse());
    assertThat(following.isOpen()).isFalse();
  }

  @Test
  void close_whileItRuns_endsTheRunAfterTheBatchInFlight() throws InterruptedException {
    for (int i = 1; i <= 50; i++) {
      host.put(teacher(i).build());
    }
    CountDownLatch closing = new CountDownLatch(1);
    Following following =
        follow(
            builder(client())
                .batchSize(CONTACT, 1)
                .listener(
                    new SyncListener() {
                      @Override
                      public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
                        dealtWith.add(key);
                        awaitUninterruptibly(closing);
                      }
                    })
                .build(),
            DAY);
    next();
    Thread closer = new Thread(following::close);
    closer.start();
    closing.countDown();
    closer.join();

    assertThat(threads.get(0).isAlive()).isFalse();
    assertThat(ids().page(CONTACT, null, 100)).hasSizeLessThan(50);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void follow_threadInterrupted_ends() throws InterruptedException {
    Following following = follow(builder(client()).build(), DAY);

    threads.get(0).interrupt();
    threads.get(0).join();

    assertThat(following.isOpen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P8D", "PT876000000H"})
  void follow_pauseOutOfBounds_isRefused(String pause) {
    SyncEngine engine = builder(client()).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.follow(Duration.parse(pause)))
        .withMessageContaining("pause must be more than zero and at most 7 days");
  }
}
