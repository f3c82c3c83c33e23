package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(20)
class CallRepetitionTest {

  private static final String PATH = "/json/2/res.partner/write";

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  @AfterEach
  void forgetInterrupt() {
    Thread.interrupted();
  }

  @Test
  void call_busyOnce_succeedsTheSecondTime() {
    answerFirst(StubOdoo.status(503));
    write(ODOO.json2());
    assertThat(ODOO.requests(PATH)).hasSize(2);
  }

  @Test
  void call_busyAlways_stopsAtTheLimit() {
    always(StubOdoo.status(503));
    OdooException failure = failureOf(ODOO.json2());
    assertThat(failure)
        .isInstanceOf(OdooBusyException.class)
        .hasMessageEndingWith("(tried 3 times)");
    assertThat(failure.attempts()).isEqualTo(3);
    assertThat(ODOO.requests(PATH)).hasSize(3);
  }

  @Test
  void call_refused_isNotRepeated() {
    always(Recording.named("json2_19_validation_error").replayed());
    assertThat(failureOf(ODOO.json2())).isInstanceOf(OdooRequestException.class);
    assertThat(ODOO.requests(PATH)).hasSize(1);
  }

  @Test
  void call_retryAfterASecond_waitsThatLong() {
    answerFirst(StubOdoo.status(429).withHeader("Retry-After", "1"));
    long start = System.nanoTime();
    write(ODOO.json2());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(ODOO.requests(PATH)).hasSize(2);
  }

  @Test
  void call_retryAfterBeyondMaxDelay_failsAtOnce() {
    always(StubOdoo.status(429).withHeader("Retry-After", "3600"));
    OdooException failure = failureOf(ODOO.json2());
    assertThat(failure).isInstanceOf(OdooBusyException.class);
    assertThat(((OdooBusyException) failure).retryAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(ODOO.requests(PATH)).hasSize(1);
  }

  @Test
  void call_retryAfterAsADateBeyondMaxDelay_failsAtOnce() {
    always(
        StubOdoo.status(503)
            .withHeader("Date", "Mon, 23 Nov 2026 03:00:00 GMT")
            .withHeader("Retry-After", "Mon, 23 Nov 2026 04:00:00 GMT"));
    OdooException failure = failureOf(ODOO.json2());
    assertThat(((OdooBusyException) failure).retryAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(ODOO.requests(PATH)).hasSize(1);
  }

  @Test
  void call_retryAfterThatCantBeRead_isIgnored() {
    answerFirst(StubOdoo.status(503).withHeader("Retry-After", "in a while"));
    write(ODOO.json2());
    assertThat(ODOO.requests(PATH)).hasSize(2);
  }

  @Test
  void call_declaredSafe_isRepeatedWhenTheOutcomeIsUnknown() {
    answerFirst(StubOdoo.status(502));
    MethodCall call = MethodCall.of("res.partner", "write").ids(List.of(1L)).safeToRepeat();
    ODOO.json2().call(call);
    assertThat(ODOO.requests(PATH)).hasSize(2);
  }

  @Test
  void call_interruptedBefore_sendsNothing() {
    always(okJson("true"));
    Thread.currentThread().interrupt();
    OdooException failure = failureOf(ODOO.json2());
    assertThat(failure).isInstanceOf(OdooInterruptedException.class);
    assertThat(failure.outcome()).isEqualTo(CallOutcome.NOT_DONE);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ODOO.allRequests()).isEmpty();
  }

  @Test
  void call_interruptedWhileWaitingForTheAnswer_stopsWithTheOutcomeOpen() throws Exception {
    always(okJson("true").withFixedDelay(10_000));
    OdooConnection forced = ODOO.connection().transport(OdooConnection.Transport.JSON2).build();
    OdooException failure =
        failureWhenInterrupted(OdooClient.connect(forced), new CountDownLatch(0));
    assertThat(failure).isInstanceOf(OdooInterruptedException.class);
    assertThat(failure.outcome()).isEqualTo(CallOutcome.UNKNOWN);
    assertThat(ODOO.requests(PATH)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void call_interruptedBetweenAttempts_stopsAndKeepsTheFailure() throws Exception {
    always(StubOdoo.status(503));
    Duration minute = Duration.ofMinutes(1);
    CountDownLatch attempted = new CountDownLatch(1);
    OdooClient client =
        client(new RetryPolicy(5, minute, minute)).observedBy(attempt -> attempted.countDown());
    OdooException failure = failureWhenInterrupted(client, attempted);
    assertThat(failure)
        .isInstanceOf(OdooInterruptedException.class)
        .hasCauseInstanceOf(OdooBusyException.class)
        .hasMessageContaining("res.partner.write");
    assertThat(failure.outcome()).isEqualTo(CallOutcome.NOT_DONE);
    assertThat(ODOO.requests(PATH)).hasSize(1);
  }

  @Test
  void observedBy_attempts_areToldWithTheirSize() {
    answerFirst(StubOdoo.status(503));
    List<CallObserver.Attempt> attempts = new ArrayList<>();
    List<CallObserver.Attempt> inner = new ArrayList<>();
    OdooClient client = ODOO.json2();
    write(client.observedBy(inner::add).observedBy(attempts::add));
    assertThat(attempts).hasSize(2).isEqualTo(inner);
    CallObserver.Attempt first = attempts.get(0);
    assertThat(first.failure()).isInstanceOf(OdooBusyException.class);
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.bytesReceived()).isEqualTo("<h1>no".length());
    CallObserver.Attempt second = attempts.get(1);
    assertThat(second.failure()).isNull();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.model() + "." + second.method()).isEqualTo("res.partner.write");
    assertThat(second.bytesSent()).isEqualTo(ODOO.requests(PATH).get(1).getBody().length);
    assertThat(second.duration()).isPositive();
    write(client);
    assertThat(attempts).hasSize(2);
  }

  @Test
  void observedBy_answersThatNameTheirTime_tellsIt() {
    List<CallObserver.Attempt> attempts = new ArrayList<>();
    always(okJson("true").withHeader("Date", "Mon, 23 Nov 2026 03:59:30 GMT"));
    write(ODOO.json2().observedBy(attempts::add));
    always(okJson("true").withHeader("Date", "yesterday"));
    write(ODOO.json2().observedBy(attempts::add));

    assertThat(attempts)
        .extracting(CallObserver.Attempt::serverTime)
        .containsExactly(Instant.parse("2026-11-23T03:59:30Z"), null);
  }

  @Test
  void observedBy_observerThrows_leavesTheCallAsItWas() {
    always(okJson("true"));
    OdooClient client =
        ODOO.json2()
            .observedBy(
                attempt -> {
                  throw new IllegalStateException("the host's fault");
                });
    assertThatCode(() -> write(client)).doesNotThrowAnyException();
    always(Recording.named("json2_19_validation_error").replayed());
    assertThat(failureOf(client)).isInstanceOf(OdooRequestException.class);
  }

  /** Hears beginnings, and who began an attempt hears its end. */
  private static final class Beginnings implements CallObserver {
    final List<String> told = new ArrayList<>();

    @Override
    public CallObserver beforeAttempt(String model, String method, int number) {
      told.add("begins " + model + "." + method + " " + number);
      return attempt -> told.add("ends " + number);
    }

    @Override
    public void onAttempt(Attempt attempt) {
      told.add("ends without a beginning");
    }
  }

  @Test
  void observedBy_whoWantsBeginnings_isToldOfEachAttemptTwice() {
    answerFirst(StubOdoo.status(503));
    Beginnings first = new Beginnings();
    Beginnings second = new Beginnings();
    write(ODOO.json2().observedBy(first).observedBy(second));
    assertThat(first.told)
        .containsExactly(
            "begins res.partner.write 1", "ends 1", "begins res.partner.write 2", "ends 2")
        .isEqualTo(second.told);
  }

  @Test
  void observedBy_beginningThrows_leavesTheCallAsItWas() {
    always(okJson("true"));
    List<CallObserver.Attempt> attempts = new ArrayList<>();
    CallObserver faulty =
        new CallObserver() {
          @Override
          public CallObserver beforeAttempt(String model, String method, int number) {
            throw new IllegalStateException("the host's fault");
          }

          @Override
          public void onAttempt(Attempt attempt) {
            attempts.add(attempt);
          }
        };
    assertThatCode(() -> write(ODOO.json2().observedBy(faulty))).doesNotThrowAnyException();
    assertThat(attempts).hasSize(1);
  }

  private static void always(ResponseDefinitionBuilder answer) {
    ODOO.onJson2("res.partner", "write", answer);
  }

  private static void answerFirst(ResponseDefinitionBuilder answer) {
    ODOO.on(
        post(PATH)
            .inScenario("once")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(answer)
            .willSetStateTo("well"));
    ODOO.on(post(PATH).inScenario("once").whenScenarioStateIs("well").willReturn(okJson("true")));
  }

  private static OdooClient client(RetryPolicy retry) {
    ODOO.answersAs19();
    return OdooClient.connect(ODOO.connection().retry(retry).build());
  }

  private static void write(OdooClient client) {
    client.write("res.partner", List.of(1L), Map.of("name", "x"));
  }

  private static OdooException failureOf(OdooClient client) {
    return catchThrowableOfType(OdooException.class, () -> write(client));
  }

  /** Interrupts the call as soon as the latch is open and the thread waits for something. */
  private static OdooException failureWhenInterrupted(OdooClient client, CountDownLatch reached)
      throws InterruptedException, ExecutionException {
    AtomicBoolean flagRestored = new AtomicBoolean();
    FutureTask<OdooException> call =
        new FutureTask<>(
            () -> {
              OdooException failure = failureOf(client);
              flagRestored.set(Thread.currentThread().isInterrupted());
              return failure;
            });
    Thread thread = new Thread(call, "caller");
    thread.start();
    reached.await();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    OdooException failure = call.get();
    assertThat(flagRestored).isTrue();
    return failure;
  }
}
