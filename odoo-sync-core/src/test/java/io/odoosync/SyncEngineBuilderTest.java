package io.odoosync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.RetryPolicy;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemoryStores;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.RunLock;
import io.odoosync.store.Stores;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.store.SyncLogStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncEngineBuilderTest {

  private static final String NAMESPACE = "__app__";
  private static final String API_KEY = "s3cret-and-long-enough";

  /** Nobody listens there: what a run needs of Odoo fails at once. */
  private final SyncEngineBuilder builder =
      SyncEngine.builder(
          OdooClient.connect(
              OdooConnection.builder()
                  .url("http://127.0.0.1:1")
                  .database("d")
                  .apiKey(API_KEY)
                  .retry(RetryPolicy.NEVER)
                  .build()));

  @ParameterizedTest
  @ValueSource(
      strings = {"", "base", "__", "____", "__a__b__", "__A__", "__é__", "__import__x", "_a_"})
  void namespace_ofAnotherForm_isRefusedAtOnce(String namespace) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.namespace(namespace))
        .withMessageContaining("namespace must be lower-case words between double underscores")
        .withMessageContaining("such as __school_travel__")
        .withMessageContaining("'" + namespace + "'");
  }

  @Test
  void namespace_tooLong_isRefusedAtOnce() {
    builder.namespace("__" + "a".repeat(56) + "__");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.namespace("__" + "a".repeat(57) + "__"))
        .withMessageContaining("at most 60 characters");
  }

  @Test
  void build_noNamespace_isRefusedSayingWhatItIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.contacts(new NoContacts()).stores(new InMemoryStores()).build())
        .withMessage(
            "namespace must be set: this application's name in Odoo, such as __school_travel__,"
                + " for its records alone and for ever");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1001})
  void batchSize_outOfRange_isRefused(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.batchSize(EntityType.CONTACT, size))
        .withMessage("size of a batch must be 1 to 1000, but is " + size);
  }

  @Test
  void build_nothingToSync_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.namespace(NAMESPACE).stores(new InMemoryStores()).build())
        .withMessage("contacts, travels or invoices must be set");
  }

  @Test
  void build_noIdStore_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.namespace(NAMESPACE).contacts(new NoContacts()).build())
        .withMessage("stores must be set, or idStore at least: where the links are kept");
  }

  @Test
  void build_logThatIsNotDurable_warnsIfThePolicyOverwrites() {
    assertThat(logOf(() -> contacts().idStore(new InMemoryIdStore()).build()))
        .containsOnlyOnce("conflicts are settled by 'local wins', but the values that lose are on");
    assertThat(logOf(() -> contacts().stores(new InMemoryStores()).build()))
        .contains("conflicts are settled by 'local wins'");
    assertThat(
            logOf(
                () ->
                    contacts()
                        .stores(new InMemoryStores())
                        .conflictPolicy(ConflictPolicy.manual())
                        .build()))
        .doesNotContain("conflicts are settled by");
    assertThat(logOf(() -> contacts().stores(new InMemoryStores()).syncLog(new HostLog()).build()))
        .doesNotContain("conflicts are settled by");
  }

  /** A host's own log, which can't drop the entries about one record. */
  private static final class HostLog implements SyncLogStore {
    @Override
    public void append(List<SyncLogEntry> entries) {}

    @Override
    public List<SyncLogEntry> find(SyncLogQuery query) {
      return List.of();
    }

    @Override
    public long deleteBefore(Instant instant) {
      return 0;
    }
  }

  @Test
  void forget_logOfTheHostThatCannot_isRefusedSayingWhatToImplement() {
    SyncEngine engine = contacts().stores(new InMemoryStores()).syncLog(new HostLog()).build();
    LocalKey key = LocalKey.of("teacher", 1);
    assertThatThrownBy(() -> engine.forget(EntityType.CONTACT, key))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("HostLog can't drop the entries about one record")
        .hasMessageContaining("implement SyncLogStore.delete");
  }

  @Test
  void keepLogsFor_notPositive_isRefused() {
    for (Duration time : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.keepLogsFor(time))
          .withMessage("time to keep logs must be positive, but is " + time);
    }
  }

  @Test
  void stores_all_areUsed() {
    Stores stores = new InMemoryStores();
    SyncEngine engine = contacts().stores(stores).build();

    assertThat(engine.runAll().status()).isEqualTo(RunStatus.STOPPED);
    assertThat(stores.syncLogStore().find(SyncLogQuery.all())).isNotEmpty();
    assertThat(whileHeld(stores.runLock(), engine).status()).isEqualTo(RunStatus.ALREADY_RUNNING);
  }

  @Test
  void stores_oneSetAfterwards_isUsedInstead() {
    Stores stores = new InMemoryStores();
    InMemorySyncLogStore log = new InMemorySyncLogStore();
    SyncEngine engine = contacts().stores(stores).syncLog(log).lock(RunLock.none()).build();

    assertThat(whileHeld(stores.runLock(), engine).status()).isEqualTo(RunStatus.STOPPED);
    assertThat(stores.syncLogStore().find(SyncLogQuery.all())).isEmpty();
    assertThat(log.find(SyncLogQuery.all())).isNotEmpty();
  }

  @Test
  void stores_oneSetBefore_isReplaced() {
    Stores stores = new InMemoryStores();
    SyncEngine engine = contacts().lock(RunLock.none()).stores(stores).build();

    assertThat(whileHeld(stores.runLock(), engine).status()).isEqualTo(RunStatus.ALREADY_RUNNING);
  }

  @Test
  void build_always_logsTheConfigurationOnceWithoutTheKey() {
    String log = logOf(() -> contacts().idStore(new InMemoryIdStore()).build());

    assertThat(log)
        .containsOnlyOnce("INFO io.odoosync.SyncEngine")
        .contains("http://127.0.0.1:1", "namespace=" + NAMESPACE, "batchSizes=", "200", "50")
        .contains("brakes=", "matching=", "requestTimeout=", "apiKey=***")
        .contains("conflictPolicy=local wins", "stores=[InMemoryIdStore, ", "notifier=none")
        .doesNotContain(API_KEY);
  }

  @Test
  void run_kindWithoutSource_isRefused() {
    SyncEngine engine = contacts().stores(new InMemoryStores()).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.run(EntityType.CONTACT, EntityType.INVOICE))
        .withMessage("there is no source for INVOICE");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.run(Set.of(EntityType.TRAVEL), Brakes.released()))
        .withMessage("there is no source for TRAVEL");
  }

  @Test
  void run_noKind_isRefused() {
    SyncEngine engine = contacts().stores(new InMemoryStores()).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.run(List.of(), Brakes.released()))
        .withMessage("types must name at least one kind of entity");
  }

  /** That this compiles is the point: a second {@code runAll} would make both lines ambiguous. */
  @Test
  void runAll_asMethodReference_isACallableAndASupplier() throws Exception {
    SyncEngine engine = contacts().stores(new InMemoryStores()).build();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<SyncReport> submitted = executor.submit(engine::runAll);
      assertThat(submitted.get().status()).isEqualTo(RunStatus.STOPPED);
      CompletableFuture<SyncReport> supplied =
          CompletableFuture.supplyAsync(engine::runAll, executor);
      assertThat(supplied.get().status()).isEqualTo(RunStatus.STOPPED);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void webhook_plainHttpElsewhere_isRefusedWithoutShowingTheAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AdminNotifier.webhook(URI.create("http://example.com/?token=s3cret")))
        .withMessageContaining("https")
        .withMessageNotContaining("s3cret");
  }

  private SyncEngineBuilder contacts() {
    return builder.namespace(NAMESPACE).contacts(new NoContacts());
  }

  private static SyncReport whileHeld(RunLock lock, SyncEngine engine) {
    try (RunLock.Lease lease = lock.tryAcquire("odoo-sync:" + NAMESPACE).orElseThrow()) {
      assertThat(lease.extend()).isTrue();
      return engine.runAll();
    }
  }

  private static String logOf(Runnable action) {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setErr(before);
    }
    return log.toString(StandardCharsets.UTF_8);
  }

  private static final class NoContacts implements ContactSource {
    @Override
    public Stream<Contact> contacts() {
      return Stream.empty();
    }
  }
}
