package io.odoosync.store;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps runs apart: while one node syncs, the others leave it alone. A lock is lent for a limited
 * time, so that the lock of a node that died comes free by itself; who needs it for longer extends
 * the lease while it still runs.
 *
 * <p>A lease that ran out unnoticed, because the process stood still, is the limit of every such
 * lock. It makes two runs at once unlikely; that Odoo has one record for each local one does not
 * rest on it.
 *
 * <p>When the lock itself is out of reach, {@link #tryAcquire} and {@link Lease#extend} throw an
 * unchecked exception: nobody then knows who holds it. Implementations are safe for use by several
 * threads and prove it with {@code RunLockContract} of the testkit.
 */
public interface RunLock {

  /** How long a lease lasts unless told otherwise: 10 minutes. */
  Duration DEFAULT_LEASE_TIME = Duration.ofMinutes(10);

  /** The longest name, in characters. */
  int MAX_NAME_LENGTH = 200;

  /**
   * Takes the lock unless somebody holds it, in this process or in another; never waits for it.
   *
   * @param name which lock: 1 to {@value #MAX_NAME_LENGTH} lower-case letters, digits and {@code _
   *     . : -}; different names are different locks
   * @return the lease, which lasts for {@link #leaseTime()} from now; empty if the lock is held,
   *     also if by the same process or thread
   * @throws IllegalArgumentException if the name breaks its rule
   */
  Optional<Lease> tryAcquire(String name);

  /**
   * How long a lease lasts unless it is extended.
   *
   * @return a positive time
   */
  Duration leaseTime();

  /**
   * A lock that is always granted and never lost: for hosts that have one node and start one run at
   * a time.
   *
   * @return a lock without memory
   */
  static RunLock none() {
    return NoRunLock.INSTANCE;
  }

  /**
   * Checks a name, for implementations.
   *
   * @param name the name
   * @return the same name
   * @throws IllegalArgumentException if it breaks its rule; the message names the rule
   */
  static String requireName(String name) {
    if (!Pattern.matches("[a-z0-9_.:-]{1," + MAX_NAME_LENGTH + "}", name)) {
      throw new IllegalArgumentException(
          "name must be 1 to "
              + MAX_NAME_LENGTH
              + " lower-case letters, digits, '_', '.', ':' and '-', but is '"
              + name
              + "'");
    }
    return name;
  }

  /** A lock that somebody holds for a limited time. */
  interface Lease extends AutoCloseable {

    /**
     * Extends the lease to its full time from now.
     *
     * @return {@code false} if the lease is lost: it ran out, whether or not another one took the
     *     lock since, or it was closed. What was lost stays lost
     */
    boolean extend();

    /**
     * Gives the lock back. Has no effect if the lease is lost or closed already. Trouble on the way
     * is logged, not thrown: the lock then comes free when the lease runs out.
     */
    @Override
    void close();
  }
}
