package io.odoosync.micrometer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * A measure that asks a store, told again while it is fresh: several who read the meters at once
 * cost one query. A store that fails must not keep the other meters from being read.
 */
final class KeptMeasure {

  private final DoubleSupplier measure;
  private final Clock clock;
  private final Duration fresh;
  private double last = Double.NaN;
  private Instant until = Instant.MIN;

  KeptMeasure(DoubleSupplier measure, Clock clock, Duration fresh) {
    this.measure = measure;
    this.clock = clock;
    this.fresh = fresh;
  }

  synchronized double get() {
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      last = measured();
      until = now.plus(fresh);
    }
    return last;
  }

  private double measured() {
    try {
      return measure.getAsDouble();
    } catch (RuntimeException e) {
      return Double.NaN;
    }
  }
}
