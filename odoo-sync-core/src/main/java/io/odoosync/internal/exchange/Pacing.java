package io.odoosync.internal.exchange;

import io.odoosync.EntityType;
import io.odoosync.Environment;
import io.odoosync.internal.state.Settings;
import io.odoosync.odoo.RetryPolicy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The pace of one run, for each kind of entity. */
public final class Pacing {

  private final Map<EntityType, BatchPace> paces = new EnumMap<>(EntityType.class);
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

  /** How many records the next call may have. */
  int size(EntityType type) {
    return pace(type).size();
  }

  /** Makes a call, and adapts the size of the next one to how it went. */
  <T> T timed(EntityType type, Supplier<T> call) {
    long start = environment.nanoTime();
    long retriesBefore = retries.getAsLong();
    T result = call.get();
    boolean repeated = retries.getAsLong() > retriesBefore;
    Duration took = Duration.ofNanos(environment.nanoTime() - start);
    paces.put(type, repeated ? pace(type).slower() : pace(type).after(took));
    return result;
  }

  /** The last batch was larger than what a proxy lets through. */
  void capped(EntityType type) {
    paces.put(type, pace(type).capped());
  }

  /** The last call may have been cut off. */
  void slower(EntityType type) {
    paces.put(type, pace(type).slower());
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
    Duration delay = retry.delayAfter(attempt, environment.random());
    try {
      environment.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private BatchPace pace(EntityType type) {
    return Objects.requireNonNull(paces.get(type));
  }
}
