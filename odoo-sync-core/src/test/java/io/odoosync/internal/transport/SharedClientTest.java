package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class SharedClientTest {

  private static final int THREADS = 8;
  private static final int CALLS = 80;

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  @Test
  void searchCount_severalThreadsOverJsonRpc_askAndLogInOnce() throws Exception {
    ODOO.answersAs18();
    ODOO.on(
        get("/web/version"),
        Recording.named("version_18_web_version").replayed().withFixedDelay(100));
    ODOO.onRpc("authenticate", StubOdoo.result("7").withFixedDelay(100));
    ODOO.onExecute("search_count", StubOdoo.result("3"));
    countInParallel(OdooClient.connect(ODOO.connection().build()));
    assertThat(ODOO.rpcArguments("version")).hasSize(1);
    assertThat(ODOO.rpcArguments("authenticate")).hasSize(1);
    assertThat(ODOO.rpcArguments("execute_kw")).hasSize(CALLS);
  }

  @Test
  void searchCount_severalThreadsOverJson2_askForTheVersionOnce() throws Exception {
    ODOO.onJson2("res.partner", "search_count", okJson("3"));
    countInParallel(ODOO.json2());
    assertThat(ODOO.allRequests()).hasSize(CALLS + 1);
  }

  @Test
  void observedBy_clientSharedFurther_asksForTheVersionOnce() {
    ODOO.onJson2("res.partner", "search_count", okJson("3"));
    OdooClient client = ODOO.json2();
    client.observedBy(attempt -> {}).searchCount("res.partner", Domain.all());
    client.searchCount("res.partner", Domain.all());
    assertThat(ODOO.allRequests()).hasSize(3);
  }

  private static void countInParallel(OdooClient client) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Callable<Long> count = () -> client.searchCount("res.partner", Domain.all());
      List<Callable<Long>> calls = IntStream.range(0, CALLS).mapToObj(i -> count).toList();
      for (Future<Long> answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo(3);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
