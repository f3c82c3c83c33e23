package io.odoosync.testkit.internal.http;

import io.odoosync.testkit.Distance;
import io.odoosync.testkit.OdooRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The way to a server and its workers, and how many requests are under way. */
public final class Way {
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private volatile Stretch stretch = Stretch.of(Distance.NONE);

  private record Stretch(Distance distance, Semaphore workers) {
    static Stretch of(Distance distance) {
      return new Stretch(distance, new Semaphore(distance.workers(), true));
    }
  }

  /** Applies to requests that begin from now on. */
  public void set(Distance distance) {
    stretch = Stretch.of(distance);
  }

  /** The most requests at once so far. */
  public int most() {
    return most.get();
  }

  /** Forgets how many there were. */
  public void forget() {
    most.set(underWay.get());
  }

  /** A request is on its way. */
  void travel() {
    long latency = stretch.distance().latency().toNanos();
    counted(
        () -> {
          await(latency);
          return true;
        });
  }

  /** Works on a request for as long as that costs, once a worker is free. */
  Reply work(OdooRequest request, Supplier<Reply> work) {
    return counted(() -> worked(request, work));
  }

  /** Not counted any more before it is answered: else one client would seem to be two. */
  private <T> T counted(Supplier<T> action) {
    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      return action.get();
    } finally {
      underWay.decrementAndGet();
    }
  }

  private Reply worked(OdooRequest request, Supplier<Reply> work) {
    Stretch now = stretch;
    now.workers().acquireUninterruptibly();
    try {
      long start = System.nanoTime();
      Reply reply = work.get();
      int rows = Math.max(request.records(), reply.rows());
      Duration cost = now.distance().cost().of(request, rows);
      await(cost.toNanos() - (System.nanoTime() - start));
      return reply;
    } finally {
      now.workers().release();
    }
  }

  /** Ends early when the server is closed. */
  static void await(long nanos) {
    try {
      if (nanos > 0) {
        new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
