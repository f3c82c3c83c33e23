package io.odoosync.benchmarks.endtoend;

import io.odoosync.odoo.CallObserver;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts calls, of several threads too. */
final class CallCount implements CallObserver {

  private final Map<String, Long> calls = new ConcurrentHashMap<>();

  @Override
  public void onAttempt(Attempt attempt) {
    calls.merge(attempt.model() + "." + attempt.method(), 1L, Long::sum);
  }

  long calls() {
    return calls.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A copy, in the order of the names. */
  Map<String, Long> byMethod() {
    return new TreeMap<>(calls);
  }
}
