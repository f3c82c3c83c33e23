package io.odoosync.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several threads that do the same at once. */
final class Race {

  private static final long TIME_LIMIT_SECONDS = 120;

  private Race() {}

  /**
   * Runs one task per thread; all wait until the last one is ready.
   *
   * @param threads how many
   * @param task what each does, told its number from 0
   * @return the results by number
   * @throws AssertionError if one throws or is not done in time
   */
  static <T> List<T> run(int threads, Task<T> task) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int number = 0; number < threads; number++) {
        int mine = number;
        futures.add(
            pool.submit(
                () -> {
                  start.await();
                  return task.run(mine);
                }));
      }
      return results(futures);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException {
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      try {
        results.add(future.get(TIME_LIMIT_SECONDS, TimeUnit.SECONDS));
      } catch (ExecutionException failure) {
        throw new AssertionError("A thread failed while others used the store", failure.getCause());
      } catch (TimeoutException failure) {
        throw new AssertionError("A thread hung while others used the store", failure);
      }
    }
    return results;
  }

  /** What one thread does. */
  interface Task<T> {
    T run(int number) throws Exception;
  }
}
