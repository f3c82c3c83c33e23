package io.odoosync.store;

import java.time.Duration;
import java.util.Optional;

/** Grants everything. */
enum NoRunLock implements RunLock {
  INSTANCE;

  @Override
  public Optional<Lease> tryAcquire(String name) {
    RunLock.requireName(name);
    return Optional.of(new Granted());
  }

  @Override
  public Duration leaseTime() {
    return DEFAULT_LEASE_TIME;
  }

  private static final class Granted implements Lease {

    private volatile boolean open = true;

    @Override
    public boolean extend() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
