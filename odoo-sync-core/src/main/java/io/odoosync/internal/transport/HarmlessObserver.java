package io.odoosync.internal.transport;

import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.CallObserver;
import java.util.function.Supplier;

/** An observer that throws must not make a call that Odoo carried out look like a failure. */
record HarmlessObserver(CallObserver observer, Supplier<SafeLog> log) implements CallObserver {

  @Override
  public CallObserver beforeAttempt(String model, String method, int number) {
    try {
      return new HarmlessObserver(observer.beforeAttempt(model, method, number), log);
    } catch (RuntimeException e) {
      failed(model, method, e);
      return this;
    }
  }

  @Override
  public void onAttempt(Attempt attempt) {
    try {
      observer.onAttempt(attempt);
    } catch (RuntimeException e) {
      failed(attempt.model(), attempt.method(), e);
    }
  }

  private void failed(String model, String method, RuntimeException why) {
    log.get().warn("a CallObserver failed at {}.{}", model, method, why);
  }
}
