package io.odoosync.testkit;

import io.odoosync.testkit.internal.http.MeasuredCost;
import java.time.Duration;
import java.util.Objects;

/**
 * How far away an {@link InProcessOdoo} is to seem, and how long it is to work, all in real time.
 *
 * <pre>{@code
 * odoo.distance(Distance.of(Duration.ofMillis(50)).asMeasured().workers(4));
 * }</pre>
 *
 * @param latency what each request waits on its way, besides the others and in no worker
 * @param cost how long a request keeps a worker busy; the time that the in-process Odoo needs
 *     itself is part of it
 * @param workers how many requests are worked on at once, like Odoo's option of that name; further
 *     ones wait for a free worker
 */
public record Distance(Duration latency, Cost cost, int workers) {

  /** Next door, with as many workers as there are requests, that need no more time than they do. */
  public static final Distance NONE =
      new Distance(Duration.ZERO, (request, rows) -> Duration.ZERO, Integer.MAX_VALUE);

  /** How long a request keeps a worker busy. Called by several threads at once. */
  @FunctionalInterface
  public interface Cost {

    /**
     * The time for one request.
     *
     * @param rows how many records it writes, or how many it answers, if that is more; 0 or more
     */
    Duration of(OdooRequest request, int rows);
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the latency is negative, or if there are no workers
   */
  public Distance {
    Objects.requireNonNull(cost, "cost");
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency: must not be negative");
    }
    if (workers < 1) {
      throw new IllegalArgumentException("workers: must be at least 1");
    }
  }

  /** A latency alone. */
  public static Distance of(Duration latency) {
    return new Distance(latency, NONE.cost(), NONE.workers());
  }

  /**
   * The same with the time that a real Odoo 19 was measured to need: a bare call 11 ms; in batches
   * a contact created 1.4 ms, a lead 3.6 ms, an invoice of three lines 54 ms, each untracked; an
   * update 2.2 ms untracked, else 5.6 ms; an invoice posted 26 ms; a record read 0.06 ms. Single
   * records cost more than their share, as they did there.
   */
  public Distance asMeasured() {
    return costing(MeasuredCost::of);
  }

  /** The same with other costs. */
  public Distance costing(Cost other) {
    return new Distance(latency, other, workers);
  }

  /**
   * The same with other workers.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Distance workers(int count) {
    return new Distance(latency, cost, count);
  }
}
