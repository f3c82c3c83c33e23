package io.odoosync.internal.transport;

import io.odoosync.Environment;
import io.odoosync.internal.text.Durations;
import io.odoosync.odoo.CallGuard;
import io.odoosync.odoo.CallMemory;
import io.odoosync.odoo.CallMender;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.RetryPolicy;
import io.odoosync.odoo.ServerInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Carries out calls: repeats what may be repeated, and tells an observer of each attempt. */
public final class CallRunner {

  private final ServerLink server;
  private final RetryPolicy retry;
  private final Environment environment;
  private final FailedCall attempts;
  private final UnaryOperator<MethodCall> setting;
  private final boolean confirmsLogin;
  private final CallHooks hooks;
  private final @Nullable CallMemory memory;

  /**
   * Writes on a failure of which call it is and how often that was tried, which only {@link
   * OdooException} can.
   */
  @FunctionalInterface
  public interface FailedCall {

    /** The failure of a call that was tried so often. */
    OdooException on(OdooException failure, MethodCall call, int attempts);
  }

  /** Calls one server; nothing is sent yet. */
  public CallRunner(
      Endpoint endpoint,
      HttpGateway gateway,
      RetryPolicy retry,
      Environment environment,
      FailedCall attempts) {
    this(
        new ServerLink(endpoint, gateway),
        retry,
        environment,
        attempts,
        UnaryOperator.identity(),
        false,
        CallHooks.NONE,
        null);
  }

  private CallRunner(
      ServerLink server,
      RetryPolicy retry,
      Environment environment,
      FailedCall attempts,
      UnaryOperator<MethodCall> setting,
      boolean confirmsLogin,
      CallHooks hooks,
      @Nullable CallMemory memory) {
    this.server = server;
    this.retry = retry;
    this.environment = environment;
    this.attempts = attempts;
    this.setting = setting;
    this.confirmsLogin = confirmsLogin;
    this.hooks = hooks;
    this.memory = memory;
  }

  /** The same server, with a value in the context of each call that does not set it itself. */
  public CallRunner withContext(String name, Object value) {
    UnaryOperator<MethodCall> further =
        call -> {
          MethodCall set = setting.apply(call);
          return set.context().containsKey(name) ? set : set.context(name, value);
        };
    return new CallRunner(
        server, retry, environment, attempts, further, confirmsLogin, hooks, memory);
  }

  /** The same server, with an observer more. */
  public CallRunner observedBy(CallObserver further) {
    return with(hooks.observedBy(new HarmlessObserver(further, server::log)));
  }

  /** The same server, with a guard more. */
  public CallRunner guardedBy(CallGuard further) {
    return with(hooks.guardedBy(further));
  }

  /** The same server, with calls fitted to it. */
  public CallRunner mendedBy(CallMender fitting) {
    return with(hooks.mendedBy(fitting));
  }

  /** The same server, with somebody who lets those who stand beside calls do their part. */
  public CallRunner hooksIn(Executor executor) {
    return with(hooks.in(executor));
  }

  /** The same server, but what somebody knows is not asked. */
  public CallRunner rememberedBy(CallMemory known) {
    return new CallRunner(
        server, retry, environment, attempts, setting, confirmsLogin, hooks, known);
  }

  private CallRunner with(CallHooks others) {
    return new CallRunner(
        server, retry, environment, attempts, setting, confirmsLogin, others, memory);
  }

  /** The same server, but no call before it is known that the key is that of the login. */
  public CallRunner confirmingLogin() {
    return new CallRunner(server, retry, environment, attempts, setting, true, hooks, memory);
  }

  /** What the server said of itself. */
  public ServerInfo server() {
    return server.info();
  }

  /** Calls until it succeeds or {@link RetryDecision} says to give up. */
  public <T> T run(MethodCall plain, Function<OdooValue, T> decoder) {
    return run(plain, decoder, failure -> false);
  }

  /** The same for a call that can be made for fewer records: one that is too large is given up. */
  public <T> T runDivisible(MethodCall plain, Function<OdooValue, T> decoder) {
    return run(plain, decoder, OdooException::isForSize);
  }

  private <T> T run(
      MethodCall plain, Function<OdooValue, T> decoder, Predicate<OdooException> hopeless) {
    MethodCall call = setting.apply(hooks.mended(plain));
    if (memory == null) {
      return send(call, decoder, hopeless);
    }
    Optional<OdooValue> known = memory.find(call);
    return known.isPresent()
        ? decoder.apply(known.get())
        : send(call, answer -> kept(memory, call, answer, decoder), hopeless);
  }

  /** What can't be read is not worth remembering. */
  private static <T> T kept(
      CallMemory memory, MethodCall call, OdooValue answer, Function<OdooValue, T> decoder) {
    T decoded = decoder.apply(answer);
    memory.keep(call, answer);
    return decoded;
  }

  private <T> T send(
      MethodCall call, Function<OdooValue, T> decoder, Predicate<OdooException> hopeless) {
    for (int attempt = 1; ; attempt++) {
      String key = server.key();
      try {
        return attempt(call, attempt, decoder);
      } catch (OdooException e) {
        if (e instanceof OdooAuthenticationException && hasOtherKeyThan(key)) {
          continue;
        }
        if (e instanceof OdooRequestException refusal) {
          hooks.refused(call, refusal);
        }
        if (hopeless.test(e)) {
          throw attempts.on(e, call, attempt);
        }
        pauseOrThrow(call, attempt, e);
      }
    }
  }

  /** The host's store of keys is asked. */
  private boolean hasOtherKeyThan(String refused) {
    return hooks.get(() -> server.hasOtherKeyThan(refused));
  }

  private void pauseOrThrow(MethodCall call, int attempt, OdooException failure) {
    double jitter = environment.random();
    RetryDecision decision =
        RetryDecision.decide(failure, call.isSafeToRepeat(), attempt, retry, jitter);
    if (!(decision instanceof RetryDecision.Retry again)) {
      throw attempts.on(failure, call, attempt);
    }
    server
        .log()
        .debug(
            "{} failed, trying again in {}: {}",
            call,
            Durations.words(again.delay()),
            failure.getMessage());
    pause(call, again.delay(), attempt, failure);
  }

  private void pause(MethodCall call, Duration delay, int attempt, OdooException failure) {
    try {
      environment.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      String message = failure.getMessage() + "; interrupted before trying again";
      throw attempts.on(
          new OdooInterruptedException(message, failure.outcome(), failure), call, attempt);
    }
  }

  private <T> T attempt(MethodCall call, int number, Function<OdooValue, T> decoder) {
    awaitQuiet(call);
    Transport.Traffic traffic = new Transport.Traffic();
    long start = environment.nanoTime();
    CallObserver begun = hooks.observer();
    T result;
    try {
      Transport transport = server.transport();
      if (confirmsLogin) {
        transport.confirmLogin(traffic);
      }
      hooks.ask(call);
      begun = hooks.begun(call, number);
      result = decoder.apply(transport.send(call, traffic));
    } catch (OdooException e) {
      heed(e);
      hooks.told(begun, told(call, number, start, traffic, e));
      throw e;
    }
    hooks.told(begun, told(call, number, start, traffic, null));
    return result;
  }

  private void heed(OdooException failure) {
    if (failure instanceof OdooBusyException busy && busy.retryAfter() != null) {
      server.quiet().ask(environment.nanoTime(), busy.retryAfter());
    }
  }

  /** What is longer than the policy waits would end a call that may succeed. */
  private void awaitQuiet(MethodCall call) {
    Duration left = server.quiet().left(environment.nanoTime());
    if (left.isZero() || left.compareTo(retry.maxDelay()) > 0) {
      return;
    }
    try {
      environment.sleep(left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OdooInterruptedException(
          call + ": interrupted before sending", CallOutcome.NOT_DONE, e);
    }
  }

  private CallObserver.Attempt told(
      MethodCall call,
      int number,
      long start,
      Transport.Traffic traffic,
      @Nullable OdooException failure) {
    return new CallObserver.Attempt(
        call.model(),
        call.method(),
        number,
        Duration.ofNanos(environment.nanoTime() - start),
        traffic.sent(),
        traffic.received(),
        traffic.serverTime(),
        failure);
  }
}
