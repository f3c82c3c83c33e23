package io.odoosync.benchmarks.million;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Watches the heap of this JVM. */
final class HeapWatch implements AutoCloseable {

  private static final long MEBIBYTE = 1024 * 1024;

  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "heap watch");
            thread.setDaemon(true);
            return thread;
          });

  private final Future<?> watching;
  private long used;
  private long usedAfterCollection;

  HeapWatch() {
    watching = watcher.scheduleWithFixedDelay(this::look, 0, 50, TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    used = Math.max(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    usedAfterCollection = Math.max(usedAfterCollection, afterCollection());
  }

  /** What the last collections left in each pool. */
  private static long afterCollection() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  /**
   * The most that was in use since the last question.
   *
   * @param used with what no collection had come to yet, in MiB
   * @param usedAfterCollection what a collection left, in MiB
   */
  record Peak(long used, long usedAfterCollection) {}

  /** Answers, and begins anew. */
  synchronized Peak peak() {
    look();
    Peak peak = new Peak(used / MEBIBYTE, usedAfterCollection / MEBIBYTE);
    used = 0;
    usedAfterCollection = 0;
    return peak;
  }

  @Override
  public void close() {
    watching.cancel(false);
    watcher.shutdownNow();
  }
}
