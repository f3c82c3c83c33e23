package io.odoosync.store;

import io.odoosync.Environment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A {@link RunLock} among the threads of one process: for hosts that have one node. */
public final class InProcessRunLock implements RunLock {

  private final Map<String, Held> holders = new HashMap<>();
  private final Duration leaseTime;
  private final Clock clock;

  /** Makes a lock whose leases last {@link RunLock#DEFAULT_LEASE_TIME}. */
  public InProcessRunLock() {
    this(DEFAULT_LEASE_TIME, Environment.system().clock());
  }

  /**
   * Makes a lock with another time.
   *
   * @param leaseTime how long a lease lasts unless extended, more than 0
   * @param clock tells when a lease has run out
   * @throws IllegalArgumentException if {@code leaseTime} is not positive
   */
  public InProcessRunLock(Duration leaseTime, Clock clock) {
    if (leaseTime.isZero() || leaseTime.isNegative()) {
      throw new IllegalArgumentException("leaseTime must be positive, but is " + leaseTime);
    }
    this.leaseTime = leaseTime;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Lease> tryAcquire(String name) {
    Held holder = holders.get(RunLock.requireName(name));
    if (holder != null && holder.isRunning()) {
      return Optional.empty();
    }
    Held lease = new Held(name, end());
    holders.put(name, lease);
    return Optional.of(lease);
  }

  @Override
  public Duration leaseTime() {
    return leaseTime;
  }

  private Instant end() {
    return clock.instant().plus(leaseTime);
  }

  private synchronized boolean extend(Held lease) {
    boolean held = holders.get(lease.name) == lease && lease.isRunning();
    if (held) {
      lease.end = end();
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
    private Instant end;

    Held(String name, Instant end) {
      this.name = name;
      this.end = end;
    }

    private boolean isRunning() {
      return clock.instant().isBefore(end);
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
