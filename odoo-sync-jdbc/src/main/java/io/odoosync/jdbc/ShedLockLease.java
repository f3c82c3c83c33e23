package io.odoosync.jdbc;

import io.odoosync.internal.text.SafeLog;
import io.odoosync.store.RunLock;
import java.time.Duration;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.jspecify.annotations.Nullable;

/** A lock that is held. ShedLock gives a new one for each extension; the one before is void. */
final class ShedLockLease implements RunLock.Lease {

  private static final SafeLog LOG = SafeLog.of(ShedLockLease.class);

  private final String name;
  private final Duration time;
  private @Nullable SimpleLock held;

  ShedLockLease(String name, SimpleLock held, Duration time) {
    this.name = name;
    this.held = held;
    this.time = time;
  }

  @Override
  public synchronized boolean extend() {
    if (held != null) {
      held = held.extend(time, Duration.ZERO).orElse(null);
    }
    return held != null;
  }

  @Override
  public synchronized void close() {
    SimpleLock last = held;
    held = null;
    if (last != null) {
      release(last);
    }
  }

  private void release(SimpleLock last) {
    try {
      last.unlock();
    } catch (JdbcStoreException failure) {
      LOG.warn("Could not release the lock {}; it comes free in at most {}", name, time, failure);
    }
  }
}
