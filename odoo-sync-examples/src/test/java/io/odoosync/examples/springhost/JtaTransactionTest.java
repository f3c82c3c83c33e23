package io.odoosync.examples.springhost;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.examples.springhost.names.java.javaURLContextFactory;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.List;
import javax.naming.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JTA's transactions are found by the engine itself where an application server names them. */
class JtaTransactionTest {

  private final InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19);
  private int status = Status.STATUS_NO_TRANSACTION;

  @BeforeEach
  void name() {
    System.setProperty(
        Context.URL_PKG_PREFIXES,
        javaURLContextFactory.class.getPackageName().replaceFirst("\\.java$", ""));
    javaURLContextFactory.REGISTRY.set(registry());
  }

  @AfterEach
  void stop() {
    System.clearProperty(Context.URL_PKG_PREFIXES);
    javaURLContextFactory.REGISTRY.set(null);
    odoo.close();
  }

  /** Of all that a registry can, the engine asks for the status alone. */
  private TransactionSynchronizationRegistry registry() {
    return (TransactionSynchronizationRegistry)
        Proxy.newProxyInstance(
            TransactionSynchronizationRegistry.class.getClassLoader(),
            new Class<?>[] {TransactionSynchronizationRegistry.class},
            (proxy, method, arguments) -> answer(method.getName()));
  }

  private Object answer(String question) {
    if (!question.equals("getTransactionStatus")) {
      throw new UnsupportedOperationException(question);
    }
    return status;
  }

  private SyncReport run() {
    OdooConnection connection =
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(odoo.login())
            .apiKey(odoo.apiKey())
            .build();
    return SyncEngine.builder(OdooClient.connect(connection))
        .namespace("__jta__")
        .contacts(
            ContactSource.of(
                List.of(Contact.builder(LocalKey.of("teacher", 1)).name("Ada").build())))
        .stores(new InMemoryStores())
        .build()
        .runAll();
  }

  @ParameterizedTest
  @ValueSource(ints = {Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK})
  void runAll_insideATransaction_isRefused(int active) {
    status = active;

    SyncReport report = run();

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped()).asString().contains("JTA's transaction");
    assertThat(odoo.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED})
  void runAll_noTransaction_runs(int none) {
    status = none;
    assertThat(run().isSuccessful()).isTrue();
  }

  @Test
  void runAll_serverWithoutRegistry_runs() {
    javaURLContextFactory.REGISTRY.set(null);
    assertThat(run().isSuccessful()).isTrue();
  }
}
