package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.store.InProcessRunLock;
import io.odoosync.store.RunLock;
import io.odoosync.verification.crash.HttpWrapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Links are rebuilt under the same rules as a run: it can be stopped, and comes to an end. */
class RebuiltLinksTest extends InProcessSuite {

  private static final Duration LEASE = Duration.ofMinutes(10);

  /** The page of partners whose external ids are asked for. */
  private static final String SEARCH = "res.partner.search";

  private final MovedEnvironment time = new MovedEnvironment();
  private final RunLock lock = new InProcessRunLock(LEASE, time);
  private Runnable onSearch = () -> {};

  @Test
  void rebuildLinks_cancelledMeanwhile_stopsBeforeThePageIsStored() {
    syncedThenLost();
    SyncEngine engine = rebuilding(HttpClient.newHttpClient());
    onSearch = engine::cancel;

    assertThatThrownBy(() -> engine.rebuildLinks())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cancelled");
    assertThat(ids().page(CONTACT, null, 1)).isEmpty();
    onSearch = () -> {};
    assertThat(engine.rebuildLinks()).containsEntry(CONTACT, 3L);
  }

  @Test
  void rebuildLinks_threadInterruptedMeanwhile_stopsAndKeepsTheFlag() {
    syncedThenLost();
    SyncEngine engine = rebuilding(HttpClient.newHttpClient());
    onSearch = Thread.currentThread()::interrupt;

    assertThatThrownBy(() -> engine.rebuildLinks()).hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ids().page(CONTACT, null, 1)).isEmpty();
  }

  @Test
  void rebuildLinks_lockLostMeanwhile_stopsBeforeThePageIsStored() {
    syncedThenLost();
    SyncEngine engine = rebuilding(HttpClient.newHttpClient());
    onSearch = () -> time.pass(LEASE);

    assertThatThrownBy(() -> engine.rebuildLinks()).hasMessageContaining("lost its lock");
    assertThat(ids().page(CONTACT, null, 1)).isEmpty();
  }

  @Test
  void rebuildLinks_slowPages_keepTheLease() {
    syncedThenLost();
    SyncEngine engine =
        rebuilding(HttpClient.newHttpClient(), attempt -> time.pass(LEASE.dividedBy(2)));

    assertThat(engine.rebuildLinks()).containsEntry(CONTACT, 3L);
  }

  @Test
  void rebuildLinks_serverRepeatsOnePage_endsWithClearWords() {
    syncedThenLost();

    assertThatThrownBy(() -> rebuilding(new Repeating()).rebuildLinks())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("in the order of their ids");
  }

  @Test
  void runAll_serverRepeatsOnePageWhileLinksAreRebuilt_stops() {
    syncedThenLost();

    SyncReport report = rebuilding(new Repeating()).run(CONTACT);

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped()).asString().contains("res.partner records after id");
    assertThat(writes()).isEmpty();
  }

  private void syncedThenLost() {
    engine(SchoolTravel.of(3)).build().run(CONTACT);
    loseIdStore();
    writes().clear();
  }

  private SyncEngine rebuilding(HttpClient http) {
    return rebuilding(http, attempt -> {});
  }

  private SyncEngine rebuilding(HttpClient http, CallObserver observer) {
    OdooClient client =
        OdooClient.connect(odoo.connection().environment(time).httpClient(http).build())
            .observedBy(observer)
            .observedBy(
                attempt -> {
                  if (SEARCH.equals(attempt.model() + "." + attempt.method())) {
                    onSearch.run();
                  }
                });
    SyncEngineBuilder engine = engine(SchoolTravel.of(3), client);
    return engine.lock(lock).build();
  }

  /** Answers each search of partners as the first one. */
  private static final class Repeating extends HttpWrapper {
    private final List<HttpRequest> first = new ArrayList<>();

    private Repeating() {
      super(HttpClient.newHttpClient());
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request, HttpResponse.BodyHandler<T> handler) {
      if (!request.uri().getPath().endsWith("res.partner/search")) {
        return real.sendAsync(request, handler);
      }
      if (first.isEmpty()) {
        first.add(request);
      }
      return real.sendAsync(first.get(0), handler);
    }
  }
}
