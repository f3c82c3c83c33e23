package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.conflict.Conflict;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Resolution;
import io.odoosync.report.Outcome;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.store.IdStore;
import io.odoosync.store.InProcessRunLock;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import io.odoosync.store.SyncLogStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors and undeclared exceptions out of any part of the host's stay out of its nightly job. */
class HostErrorTest extends InProcessSuite {

  private final SchoolTravel host = SchoolTravel.of(2);
  private final InProcessRunLock lock = new InProcessRunLock();

  @Override
  SyncEngineBuilder engine(SchoolTravel host) {
    return super.engine(host).lock(lock);
  }

  private static Throwable error() {
    return new NoClassDefFoundError("com/acme/Gone");
  }

  private static Throwable checked() {
    return new SQLException("no connection");
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> RuntimeException sneaky(Throwable thrown) throws X {
    throw (X) thrown;
  }

  /** The port, of which one method throws. */
  private static <P> P throwing(Class<P> port, P target, String method, Throwable thrown) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                throw sneaky(thrown);
              }
              try {
                return called.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static Stream<String> methods(Class<?> port) {
    return Arrays.stream(port.getMethods()).map(Method::getName).distinct().sorted();
  }

  static Stream<String> idStoreMethods() {
    return methods(IdStore.class);
  }

  static Stream<String> stateStoreMethods() {
    return methods(StateStore.class);
  }

  static Stream<String> syncLogMethods() {
    return methods(SyncLogStore.class);
  }

  private void assertReported(SyncEngineBuilder engine) {
    assertThat(engine.build().runAll()).isNotNull();
    assertThat(engine.build().plan()).isNotNull();
    assertThat(engine.build().check()).isNotNull();
    assertThat(lock.tryAcquire("odoo-sync:" + namespace())).get().satisfies(RunLock.Lease::close);
    assertThat(engine(host).build().runAll().isSuccessful()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("idStoreMethods")
  void runAll_idStoreThrows_isReported(String method) {
    assertReported(engine(host).idStore(throwing(IdStore.class, ids(), method, error())));
  }

  @ParameterizedTest
  @MethodSource("stateStoreMethods")
  void runAll_stateStoreThrows_isReported(String method) {
    assertReported(engine(host).stateStore(throwing(StateStore.class, state(), method, error())));
  }

  @ParameterizedTest
  @MethodSource("syncLogMethods")
  void runAll_syncLogThrows_isReported(String method) {
    assertReported(engine(host).syncLog(throwing(SyncLogStore.class, log, method, error())));
  }

  @Test
  void runAll_listenerAndNotifierThrow_syncsAllTheSame() {
    SyncListener listener =
        new SyncListener() {
          @Override
          public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
            throw new AssertionError("no such window");
          }
        };
    host.put(teacher(1).name(null).build());

    SyncReport report =
        engine(host)
            .listener(listener)
            .notifier(
                told -> {
                  throw new NoClassDefFoundError("com/acme/Mail");
                })
            .build()
            .runAll();

    assertThat(stage(report, CONTACT).created()).isEqualTo(1);
    assertThat(stage(report, CONTACT).failed()).isEqualTo(1);
  }

  static Stream<Throwable> thrown() {
    return Stream.of(error(), checked(), new StackOverflowError(), new IllegalStateException("no"));
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void runAll_policyThrows_failsTheRecord(Throwable thrown) {
    conflicting();
    ConflictPolicy policy =
        new ConflictPolicy() {
          @Override
          public Resolution resolve(Conflict conflict) {
            throw sneaky(thrown);
          }

          @Override
          public boolean pulls(EntityType type, String field) {
            throw sneaky(thrown);
          }
        };

    assertOneFailed(engine(host).conflictPolicy(policy), "conflict policy", thrown);
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void runAll_sourceDoesNotTakeAChange_failsTheRecord(Throwable thrown) {
    conflicting();
    SyncEngineBuilder engine =
        engine(host)
            .contacts(
                new ContactSource() {
                  @Override
                  public Stream<Contact> contacts() {
                    return host.contacts().contacts();
                  }

                  @Override
                  public void apply(ContactChange change) {
                    throw sneaky(thrown);
                  }
                })
            .conflictPolicy(ConflictPolicy.odooWins());

    assertOneFailed(engine, "the source did not take", thrown);
  }

  private void conflicting() {
    engine(host).build().runAll();
    host.put(teacher(1).phone("+33 5").build());
    odoo.clientOf(odoo.person())
        .write("res.partner", List.of(id(CONTACT, teacherKey(1))), Map.of("phone", "+33 6"));
  }

  private static void assertOneFailed(SyncEngineBuilder engine, String words, Throwable thrown) {
    StageReport contacts = stage(engine.build().runAll(), CONTACT);
    assertThat(contacts.failed()).as("%s", contacts).isEqualTo(1);
    assertThat(contacts.unchanged()).isEqualTo(1);
    assertThat(contacts.failures().get(0).reason()).contains(words, thrown.toString());
  }

  private static RunLock lock(RunLock granting, String method, Throwable thrown) {
    RunLock leasing =
        new RunLock() {
          @Override
          public Optional<Lease> tryAcquire(String name) {
            return granting
                .tryAcquire(name)
                .map(lease -> throwing(Lease.class, lease, method, thrown));
          }

          @Override
          public Duration leaseTime() {
            return granting.leaseTime();
          }
        };
    return throwing(RunLock.class, leasing, method, thrown);
  }

  static Stream<Arguments> lockMethods() {
    return Stream.of("tryAcquire", "leaseTime")
        .flatMap(method -> Stream.of(error(), checked()).map(thrown -> arguments(method, thrown)));
  }

  @ParameterizedTest
  @MethodSource("lockMethods")
  void runAll_lockThrows_stopsAndSaysSo(String method, Throwable thrown) {
    SyncReport report = engine(host).lock(lock(lock, method, thrown)).build().runAll();

    assertThat(report.stages()).isEmpty();
    assertThat(Objects.requireNonNull(report.stopped()).reason())
        .contains(String.valueOf(thrown.getMessage()));
    assertThat(engine(host).build().runAll().isSuccessful()).isTrue();
  }

  @Test
  void runAll_lockCantBeGivenBack_isDoneAllTheSame() {
    SyncReport report = engine(host).lock(lock(lock, "close", error())).build().runAll();

    assertThat(report.isSuccessful()).isTrue();
  }

  @Test
  void rebuildLinks_storeThrows_isAnIllegalState() {
    IdStore broken = throwing(IdStore.class, ids(), "page", error());
    assertThatIllegalStateException()
        .isThrownBy(() -> engine(host).idStore(broken).build().rebuildLinks())
        .withMessageContaining("com/acme/Gone");
    assertThat(engine(host).build().runAll().isSuccessful()).isTrue();
  }

  @Test
  void runAll_storeThrowsAnError_isTheStoresFailure() {
    SyncReport report =
        engine(host).idStore(throwing(IdStore.class, ids(), "find", error())).build().runAll();

    assertThat(Objects.requireNonNull(stage(report, CONTACT).failure()).cause())
        .isEqualTo(FailureCause.HOST_FAULT);
  }
}
