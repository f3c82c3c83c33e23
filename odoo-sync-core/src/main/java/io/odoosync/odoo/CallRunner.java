package io.odoosync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out calls: repeats what may be repeated, and tells an observer of each attempt. */
final class CallRunner {

  private static final Logger LOG = LoggerFactory.getLogger(OdooClient.class);

  private final ServerLink server;
  private final RetryPolicy retry;
  private final CallObserver observer;
  private final UnaryOperator<MethodCall> setting;

  CallRunner(ServerLink server, RetryPolicy retry, CallObserver observer) {
    this(server, retry, observer, UnaryOperator.identity());
  }

  private CallRunner(
      ServerLink server,
      RetryPolicy retry,
      CallObserver observer,
      UnaryOperator<MethodCall> setting) {
    this.server = server;
    this.retry = retry;
    this.observer = observer;
    this.setting = setting;
  }

  CallRunner withContext(String name, Object value) {
    return new CallRunner(
        server,
        retry,
        observer,
        call -> {
          MethodCall set = setting.apply(call);
          return set.context().containsKey(name) ? set : set.context(name, value);
        });
  }

  CallRunner observedBy(CallObserver further) {
    return new CallRunner(
        server,
        retry,
        attempt -> {
          observer.onAttempt(attempt);
          tell(further, attempt);
        },
        setting);
  }

  /** Calls until it succeeds or {@link RetryDecision} says to give up. */
  <T> T run(MethodCall plain, Function<JsonNode, T> decoder) {
    MethodCall call = setting.apply(plain);
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(call, attempt, decoder);
      } catch (OdooException e) {
        pauseOrThrow(call, attempt, e);
      }
    }
  }

  private void pauseOrThrow(MethodCall call, int attempt, OdooException failure) {
    double jitter = ThreadLocalRandom.current().nextDouble();
    RetryDecision decision = RetryDecision.decide(failure, call.isSafe(), attempt, retry, jitter);
    if (!(decision instanceof RetryDecision.Retry again)) {
      throw failure.of(call, attempt);
    }
    LOG.debug("{} failed, trying again in {}: {}", call, again.delay(), failure.getMessage());
    pause(call, again.delay(), attempt, failure);
  }

  private static void pause(MethodCall call, Duration delay, int attempt, OdooException failure) {
    try {
      TimeUnit.NANOSECONDS.sleep(delay.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      String message = failure.getMessage() + "; interrupted before trying again";
      throw new OdooInterruptedException(message, failure.outcome(), failure).of(call, attempt);
    }
  }

  private <T> T attempt(MethodCall call, int number, Function<JsonNode, T> decoder) {
    Transport.Traffic traffic = new Transport.Traffic();
    long start = System.nanoTime();
    OdooException failure = null;
    try {
      return decoder.apply(server.transport().send(call, traffic));
    } catch (OdooException e) {
      failure = e;
      throw e;
    } finally {
      observer.onAttempt(told(call, number, start, traffic, failure));
    }
  }

  private static CallObserver.Attempt told(
      MethodCall call,
      int number,
      long start,
      Transport.Traffic traffic,
      @Nullable OdooException failure) {
    return new CallObserver.Attempt(
        call.model(),
        call.method(),
        number,
        Duration.ofNanos(System.nanoTime() - start),
        traffic.sent(),
        traffic.received(),
        failure);
  }

  /** An observer that throws must not make a call that Odoo carried out look like a failure. */
  private static void tell(CallObserver observer, CallObserver.Attempt attempt) {
    try {
      observer.onAttempt(attempt);
    } catch (RuntimeException e) {
      LOG.warn("a CallObserver failed at {}.{}", attempt.model(), attempt.method(), e);
    }
  }
}
