package io.odoosync;

import java.util.Optional;

/**
 * Tells whether the calling thread is inside a transaction of the host's. {@link
 * SyncEngine#runAll()} and what else reads the host's records or writes to its tables is refused
 * there: a record that it read could be rolled back while Odoo has it, what a source stored could
 * be rolled back while it counts as agreed, and a row lock that it waits for could be the caller's
 * own.
 *
 * <p>Spring's transactions, and JTA's in an application server, are found unless told otherwise.
 * Set one for a framework of the host's own: {@link SyncEngineBuilder#hostTransactions}.
 */
@FunctionalInterface
public interface HostTransactions {

  /**
   * Looks at the calling thread. Asked before each run, so it must be fast; one that throws is
   * passed over, as if it had not found any.
   *
   * @return the transaction that is active, in words for a log, such as {@code Spring's transaction
   *     com.acme.Guests.save}; empty if there is none
   */
  Optional<String> active();

  /**
   * Finds none: for a host that answers for what it does, or whose framework's words can't be
   * trusted.
   *
   * @return what finds no transaction
   */
  static HostTransactions none() {
    return Optional::empty;
  }
}
