package io.odoosync.internal.transport;

import io.odoosync.odoo.CallGuard;
import io.odoosync.odoo.CallMender;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooRequestException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who stands beside the calls of one client.
 *
 * @param observer is told of each attempt
 * @param guard is asked before each attempt
 * @param mender fits calls to the server, if somebody does
 * @param executor lets all of them do so, and returns when they have
 */
record CallHooks(
    CallObserver observer, CallGuard guard, @Nullable CallMender mender, Executor executor) {

  /** Nobody. */
  static final CallHooks NONE = new CallHooks(attempt -> {}, call -> {}, null, Runnable::run);

  CallHooks observedBy(CallObserver further) {
    return new CallHooks(new BothObservers(observer, further), guard, mender, executor);
  }

  CallHooks guardedBy(CallGuard further) {
    CallGuard both =
        call -> {
          guard.beforeAttempt(call);
          further.beforeAttempt(call);
        };
    return new CallHooks(observer, both, mender, executor);
  }

  CallHooks mendedBy(CallMender fitting) {
    return new CallHooks(observer, guard, fitting, executor);
  }

  CallHooks in(Executor other) {
    return new CallHooks(observer, guard, mender, other);
  }

  /** Who is told of an attempt's end, once it begins. */
  CallObserver begun(MethodCall call, int number) {
    return get(() -> observer.beforeAttempt(call.model(), call.method(), number));
  }

  void told(CallObserver who, CallObserver.Attempt attempt) {
    executor.execute(() -> who.onAttempt(attempt));
  }

  void ask(MethodCall call) {
    executor.execute(() -> guard.beforeAttempt(call));
  }

  MethodCall mended(MethodCall plain) {
    return mender == null ? plain : get(() -> mender.before(plain));
  }

  void refused(MethodCall call, OdooRequestException why) {
    if (mender != null) {
      executor.execute(() -> mender.refused(call, why));
    }
  }

  /** Lets something else be done where they are. */
  <T> T get(Supplier<T> action) {
    AtomicReference<T> result = new AtomicReference<>();
    executor.execute(() -> result.set(action.get()));
    return Objects.requireNonNull(result.get());
  }
}
