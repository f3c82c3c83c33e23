package io.odoosync.internal.transport;

import io.odoosync.odoo.CallObserver;

/** Two observers, told one after the other. */
record BothObservers(CallObserver first, CallObserver second) implements CallObserver {

  @Override
  public CallObserver beforeAttempt(String model, String method, int number) {
    return new BothObservers(
        first.beforeAttempt(model, method, number), second.beforeAttempt(model, method, number));
  }

  @Override
  public void onAttempt(Attempt attempt) {
    first.onAttempt(attempt);
    second.onAttempt(attempt);
  }
}
