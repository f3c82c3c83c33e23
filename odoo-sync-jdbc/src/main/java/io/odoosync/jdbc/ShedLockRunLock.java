package io.odoosync.jdbc;

import io.odoosync.store.RunLock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.support.StorageAccessor;
import net.javacrumbs.shedlock.support.StorageBasedLockProvider;
import net.javacrumbs.shedlock.support.Utils;

/** A lock of ShedLock's, each lease a holder of its own. */
final class ShedLockRunLock implements RunLock {

  private final Function<String, StorageAccessor> holders;
  private final Duration leaseTime;

  /**
   * Makes a lock.
   *
   * @param holders gives access to the locks in the name of a holder
   */
  ShedLockRunLock(Function<String, StorageAccessor> holders, Duration leaseTime) {
    this.holders = holders;
    this.leaseTime = leaseTime;
  }

  @Override
  public Optional<Lease> tryAcquire(String name) {
    LockConfiguration lock =
        new LockConfiguration(
            Instant.EPOCH, LockName.of(RunLock.requireName(name)), leaseTime, Duration.ZERO);
    return new Holder(holders.apply(newOwner()))
        .lock(lock)
        .map(held -> new ShedLockLease(name, held, leaseTime));
  }

  private static String newOwner() {
    String id = UUID.randomUUID().toString();
    String host = Utils.getHostname();
    return host.substring(0, Math.min(host.length(), 200)) + '/' + id;
  }

  @Override
  public Duration leaseTime() {
    return leaseTime;
  }

  /** ShedLock's way to use an accessor, for one holder. */
  private static final class Holder extends StorageBasedLockProvider {
    Holder(StorageAccessor accessor) {
      super(accessor);
    }
  }
}
