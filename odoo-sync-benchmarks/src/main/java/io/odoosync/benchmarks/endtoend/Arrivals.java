package io.odoosync.benchmarks.endtoend;

import io.odoosync.odoo.CallObserver;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tells when something has come to the other side. */
final class Arrivals implements CallObserver {

  private static final Set<String> WRITING = Set.of("write", "web_save_multi");
  private static final long PATIENCE_SECONDS = 30;

  private final BlockingQueue<Long> arrived = new LinkedBlockingQueue<>();

  @Override
  public void onAttempt(Attempt attempt) {
    if (WRITING.contains(attempt.method()) && attempt.failure() == null) {
      arrived.add(System.nanoTime());
    }
  }

  /** The host has taken a change. */
  void atHost() {
    arrived.add(System.nanoTime());
  }

  /** What has come so far is not waited for. */
  void clear() {
    arrived.clear();
  }

  /**
   * Waits for the next one.
   *
   * @throws IllegalStateException if it does not come
   */
  void await() {
    try {
      if (arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
        throw new IllegalStateException("nothing came within " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
