package io.odoosync.store;

import io.odoosync.Environment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A {@link RunLock} among the threads of one process: for hosts that have one node. */
public final class InProcessRunLock implements RunLock {

  private final Map<String, Held> holders = new HashMap<>();
  private final Duration leaseTime;
  private final LongSupplier nanoTime;

  /** Makes a lock whose leases last {@link RunLock#DEFAULT_LEASE_TIME}. */
  public InProcessRunLock() {
    this(DEFAULT_LEASE_TIME);
  }

  /**
   * Makes a lock with another time, measured by the machine's monotonic clock: setting the wall
   * clock makes no lease longer or shorter.
   *
   * @param leaseTime how long a lease lasts unless extended, more than 0
   * @throws IllegalArgumentException if {@code leaseTime} is not positive
   */
  public InProcessRunLock(Duration leaseTime) {
    this(leaseTime, Environment.system());
  }

  /**
   * Makes a lock with another time, measured by {@link Environment#nanoTime()}.
   *
   * @param leaseTime how long a lease lasts unless extended, more than 0
   * @param environment tells when a lease has run out
   * @throws IllegalArgumentException if {@code leaseTime} is not positive
   */
  public InProcessRunLock(Duration leaseTime, Environment environment) {
    this(leaseTime, environment::nanoTime);
  }

  /**
   * Makes a lock whose leases run out by a wall clock: for tests that move the clock. If it is set
   * back by an hour, a lease that nobody closes lasts an hour longer; if it is set forward, a lease
   * runs out.
   *
   * @param leaseTime how long a lease lasts unless extended, more than 0
   * @param clock tells when a lease has run out
   * @throws IllegalArgumentException if {@code leaseTime} is not positive
   */
  public InProcessRunLock(Duration leaseTime, Clock clock) {
    this(leaseTime, () -> nanoTime(clock.instant()));
  }

  private InProcessRunLock(Duration leaseTime, LongSupplier nanoTime) {
    if (leaseTime.isZero() || leaseTime.isNegative()) {
      throw new IllegalArgumentException("leaseTime must be positive, but is " + leaseTime);
    }
    this.leaseTime = leaseTime;
    this.nanoTime = nanoTime;
  }

  private static long nanoTime(Instant instant) {
    return instant.getEpochSecond() * Duration.ofSeconds(1).toNanos() + instant.getNano();
  }

  @Override
  public synchronized Optional<Lease> tryAcquire(String name) {
    Held holder = holders.get(RunLock.requireName(name));
    if (holder != null && holder.isRunning()) {
      return Optional.empty();
    }
    Held lease = new Held(name, nanoTime.getAsLong());
    holders.put(name, lease);
    return Optional.of(lease);
  }

  @Override
  public Duration leaseTime() {
    return leaseTime;
  }

  private synchronized boolean extend(Held lease) {
    boolean held = holders.get(lease.name) == lease && lease.isRunning();
    if (held) {
      lease.start = nanoTime.getAsLong();
    } else {
      holders.remove(lease.name, lease);
    }
    return held;
  }

  private synchronized void release(Held lease) {
    holders.remove(lease.name, lease);
  }

  private final class Held implements Lease {

    private final String name;
    private long start;

    Held(String name, long start) {
      this.name = name;
      this.start = start;
    }

    private boolean isRunning() {
      return nanoTime.getAsLong() - start < leaseTime.toNanos();
    }

    @Override
    public boolean extend() {
      return InProcessRunLock.this.extend(this);
    }

    @Override
    public void close() {
      release(this);
    }
  }
}
