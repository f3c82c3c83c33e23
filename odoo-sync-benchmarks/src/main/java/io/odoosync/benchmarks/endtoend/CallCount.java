package io.odoosync.benchmarks.endtoend;

import io.odoosync.odoo.CallObserver;
import java.util.concurrent.atomic.AtomicLong;

/** Counts calls, of several threads too. */
final class CallCount implements CallObserver {

  private final AtomicLong calls = new AtomicLong();

  @Override
  public void onAttempt(Attempt attempt) {
    calls.incrementAndGet();
  }

  long calls() {
    return calls.get();
  }
}
