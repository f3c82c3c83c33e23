package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.HostTransactions;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.RunLock;
import io.odoosync.store.SyncLogQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An engine that is called inside a transaction of the host's, whose manager is like JTA's. */
class HostTransactionTest extends InProcessSuite {

  private static final String NAMESPACE = "__of_the_plan__";

  private final UserTransactions transactions = new UserTransactions();
  private final SchoolTravel host = SchoolTravel.of(2);
  private final List<String> touched = new ArrayList<>();

  /** As JTA's: one a thread, begun and ended by hand. */
  private static final class UserTransactions implements HostTransactions {

    private final ThreadLocal<String> current = new ThreadLocal<>();

    void begin(String name) {
      current.set(name);
    }

    void end() {
      current.remove();
    }

    @Override
    public Optional<String> active() {
      return Optional.ofNullable(current.get());
    }
  }

  /** All that a run would touch of the host's says so. */
  private SyncEngineBuilder watched() {
    ContactSource contacts =
        () -> {
          touched.add("source");
          return host.contacts().contacts();
        };
    return engine(host)
        .contacts(contacts)
        .lock(watchedLock())
        .notifier(report -> touched.add("notifier"))
        .hostTransactions(transactions);
  }

  private RunLock watchedLock() {
    return new RunLock() {
      @Override
      public Optional<Lease> tryAcquire(String name) {
        touched.add("lock");
        return RunLock.none().tryAcquire(name);
      }

      @Override
      public Duration leaseTime() {
        return DEFAULT_LEASE_TIME;
      }
    };
  }

  static Stream<Function<SyncEngine, SyncReport>> runs() {
    return Stream.of(
        SyncEngine::runAll,
        engine -> engine.run(CONTACT),
        engine -> engine.apply(SyncPlan.builder(NAMESPACE, Instant.EPOCH).build()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void run_insideATransaction_isRefusedBeforeAnythingIsTouched(
      Function<SyncEngine, SyncReport> call) {
    SyncEngine engine = watched().namespace(NAMESPACE).build();
    server.forgetRequests();
    transactions.begin("order 5");

    SyncReport report = call.apply(engine);

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.isSuccessful()).isFalse();
    Failure stopped = Objects.requireNonNull(report.stopped());
    assertThat(stopped.cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(stopped.toString())
        .contains("called inside a transaction of the host's (order 5)", "NOT_SUPPORTED");
    assertThat(touched).isEmpty();
    assertThat(server.requests()).isEmpty();
    assertThat(log.find(SyncLogQuery.all())).isEmpty();
    assertThat(ids().find(CONTACT, List.of(teacherKey(1)))).isEmpty();
  }

  @Test
  void runAll_afterTheTransaction_runs() {
    SyncEngine engine = watched().build();
    transactions.begin("order 5");
    engine.runAll();
    transactions.end();

    SyncReport report = engine.runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(stage(report, CONTACT).created()).isEqualTo(2);
  }

  @Test
  void runAll_transactionOfAnotherThread_runs() throws InterruptedException {
    transactions.begin("order 5");
    SyncEngine engine = watched().build();
    List<SyncReport> reports = new ArrayList<>();

    Thread other = new Thread(() -> reports.add(engine.runAll()));
    other.start();
    other.join();

    assertThat(reports).singleElement().matches(SyncReport::isSuccessful);
  }

  @Test
  void plan_insideATransaction_isStoppedAndReadsNothing() {
    transactions.begin("order 5");

    SyncPlan plan = watched().build().plan();

    assertThat(plan.stopped()).contains("called inside a transaction of the host's (order 5)");
    assertThat(plan.records()).isEmpty();
    assertThat(touched).isEmpty();
  }

  @Test
  void rebuildLinksAndForget_insideATransaction_throwAndChangeNothing() {
    SyncEngine engine = watched().build();
    engine.runAll();
    InMemoryIdStore before = ids();
    transactions.begin("order 5");

    assertThatIllegalStateException()
        .isThrownBy(engine::rebuildLinks)
        .withMessageContaining("called inside a transaction of the host's (order 5)");
    assertThatIllegalStateException()
        .isThrownBy(() -> engine.forget(CONTACT, teacherKey(1)))
        .withMessageContaining("called inside a transaction of the host's (order 5)");
    assertThat(before.find(CONTACT, List.of(teacherKey(1)))).hasSize(1);
  }

  @Test
  void check_insideATransaction_answers() {
    transactions.begin("order 5");
    assertThat(watched().build().check().isReady()).isTrue();
  }

  @Test
  void runAll_managerThrows_runs() {
    HostTransactions broken =
        () -> {
          throw new IllegalStateException("no transaction manager here");
        };
    assertThat(watched().hostTransactions(broken).build().runAll().isSuccessful()).isTrue();
  }

  @Test
  void runAll_hostAnswersForItself_runs() {
    transactions.begin("order 5");
    SyncEngine engine = watched().hostTransactions(HostTransactions.none()).build();
    assertThat(engine.runAll().isSuccessful()).isTrue();
  }
}
