package io.odoosync.examples.springhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's transactions are found by the engine itself: nothing is configured. */
class SpringTransactionTest {

  private final InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19);
  private final List<String> read = new ArrayList<>();
  private final SyncEngine engine = engine();

  @AfterEach
  void stop() {
    odoo.close();
  }

  private SyncEngine engine() {
    Contact ada = Contact.builder(LocalKey.of("teacher", 1)).name("Ada Martin").build();
    ContactSource contacts =
        () -> {
          read.add("contacts");
          return Stream.of(ada);
        };
    OdooConnection connection =
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(odoo.login())
            .apiKey(odoo.apiKey())
            .build();
    return SyncEngine.builder(OdooClient.connect(connection))
        .namespace("__spring__")
        .contacts(contacts)
        .stores(new InMemoryStores())
        .build();
  }

  /** Spring's own bookkeeping of the thread, over nothing. */
  private static final class Transactions extends AbstractPlatformTransactionManager {
    private static final long serialVersionUID = 1L;

    @Override
    protected Object doGetTransaction() {
      return new Object();
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
      return TransactionSynchronizationManager.isActualTransactionActive();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {}

    @Override
    protected Object doSuspend(Object transaction) {
      return new Object();
    }

    @Override
    protected void doResume(Object transaction, Object suspended) {}

    @Override
    protected void doCommit(DefaultTransactionStatus status) {}

    @Override
    protected void doRollback(DefaultTransactionStatus status) {}
  }

  private static TransactionTemplate transaction(Consumer<TransactionTemplate> settings) {
    TransactionTemplate template = new TransactionTemplate(new Transactions());
    template.setName("com.acme.Guests.save");
    settings.accept(template);
    return template;
  }

  static Stream<TransactionTemplate> transactions() {
    return Stream.of(
        transaction(template -> {}),
        transaction(template -> template.setReadOnly(true)),
        transaction(
            template ->
                template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW)));
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void runAll_insideATransaction_isRefusedBeforeAnythingIsRead(TransactionTemplate transaction) {
    SyncReport report = Objects.requireNonNull(transaction.execute(status -> engine.runAll()));

    assertRefused(report);
    assertThat(engine.runAll().isSuccessful()).as("afterwards").isTrue();
  }

  private void assertRefused(SyncReport report) {
    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped())
        .satisfies(
            failure -> {
              assertThat(failure.cause()).isEqualTo(FailureCause.HOST_FAULT);
              assertThat(failure.reason()).contains("Spring's transaction com.acme.Guests.save");
              assertThat(failure.advice()).contains("@Transactional", "NOT_SUPPORTED");
            });
    assertThat(read).isEmpty();
    assertThat(odoo.writes()).isEmpty();
  }

  @Test
  void runAll_afterCommitInTheSameThread_isRefused() {
    List<SyncReport> reports = new ArrayList<>();
    TransactionSynchronization afterCommit =
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            reports.add(engine.runAll());
          }
        };

    transaction(template -> {})
        .executeWithoutResult(
            status -> TransactionSynchronizationManager.registerSynchronization(afterCommit));

    assertThat(reports).singleElement().satisfies(this::assertRefused);
  }

  @Test
  void runAll_suspendedTransaction_runs() {
    TransactionTemplate outside =
        transaction(
            template ->
                template.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED));

    SyncReport report =
        Objects.requireNonNull(
            transaction(template -> {})
                .execute(status -> outside.execute(suspended -> engine.runAll())));

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
  }

  @Test
  void otherCalls_insideATransaction_areRefusedOrOnlyRead() {
    transaction(template -> {})
        .executeWithoutResult(
            status -> {
              assertThat(engine.plan().stopped()).contains("com.acme.Guests.save");
              assertThat(engine.check().isReady()).isTrue();
              assertThatIllegalStateException()
                  .isThrownBy(engine::rebuildLinks)
                  .withMessageContaining("com.acme.Guests.save");
              assertThatIllegalStateException()
                  .isThrownBy(() -> engine.forget(EntityType.CONTACT, LocalKey.of("teacher", 1)))
                  .withMessageContaining("com.acme.Guests.save");
            });
    assertThat(read).isEmpty();
  }
}
