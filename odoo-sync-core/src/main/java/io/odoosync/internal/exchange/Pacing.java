package io.odoosync.internal.exchange;

import io.odoosync.EntityType;
import io.odoosync.Environment;
import io.odoosync.internal.state.Settings;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.RetryPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The pace of one run, for each kind of work: creating a kind of entity, or changing records. */
public final class Pacing {

  private final Map<Object, BatchPace> paces = new HashMap<>();
  private final RetryPolicy retry;
  private final Environment environment;
  private final LongSupplier retries;

  /**
   * Starts with the configured batches.
   *
   * @param retries how many repetitions of calls there were so far
   */
  public Pacing(Settings settings, LongSupplier retries) {
    this.retry = settings.client().connection().retry();
    this.environment = settings.environment();
    this.retries = retries;
    for (EntityType type : EntityType.values()) {
      paces.put(type, BatchPace.upTo(settings.batchSize(type)));
    }
  }

  /**
   * How many records the next call may have.
   *
   * @param work the kind of entity that is created, or what names a change of records
   */
  int size(Object work) {
    return pace(work).size();
  }

  /** Makes a call, and adapts the size of the next one to how it went. */
  <T> T timed(Object work, Supplier<T> call) {
    long start = environment.nanoTime();
    long retriesBefore = retries.getAsLong();
    T result = call.get();
    boolean repeated = retries.getAsLong() > retriesBefore;
    Duration took = Duration.ofNanos(environment.nanoTime() - start);
    paces.put(work, repeated ? pace(work).slower() : pace(work).after(took));
    return result;
  }

  /** The same for calls that are made at once. If some fail, the others tell nothing. */
  <T> List<Done<T>> timedAtOnce(Object work, Supplier<List<Done<T>>> calls) {
    BatchPace before = pace(work);
    List<Done<T>> done = timed(work, calls);
    if (done.stream().anyMatch(Done::hasFailed)) {
      paces.put(work, before);
    }
    return done;
  }

  /** The last batch was larger than what a proxy lets through. */
  void capped(Object work) {
    paces.put(work, pace(work).capped());
  }

  /** The last call may have been cut off. */
  void slower(Object work) {
    paces.put(work, pace(work).slower());
  }

  /**
   * After a call was refused for load as often as the connection's retry policy allows. Waits as
   * long as the server asked.
   *
   * @param records how many it had
   * @return whether one of fewer records may be made instead
   */
  boolean maySendFewer(Object work, int records, OdooBusyException refusal) {
    slower(work);
    Duration asked = refusal.retryAfter();
    if (records == 1 || (asked != null && asked.compareTo(retry.maxDelay()) > 0)) {
      return false;
    }
    if (asked != null) {
      sleep(asked);
    }
    return true;
  }

  /**
   * Waits as the connection's retry policy says; not at all in a thread that is interrupted, which
   * stays so.
   *
   * @param attempt how many attempts there were, 1 or more
   * @return whether the policy allows another one
   */
  boolean waitsAfter(int attempt) {
    if (attempt >= retry.maxAttempts()) {
      return false;
    }
    sleep(retry.delayAfter(attempt, environment.random()));
    return true;
  }

  private void sleep(Duration delay) {
    try {
      environment.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private BatchPace pace(Object work) {
    return paces.computeIfAbsent(work, name -> BatchPace.OF_CHANGES);
  }
}
