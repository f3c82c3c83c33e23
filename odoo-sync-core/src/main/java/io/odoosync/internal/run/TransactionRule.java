package io.odoosync.internal.run;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.HostTransactions;
import io.odoosync.internal.text.SafeLog;
import java.util.Optional;

/**
 * Nothing that reads the host's records or writes to its tables is called inside a transaction of
 * the host's.
 */
final class TransactionRule {

  private static final SafeLog LOG = SafeLog.of(TransactionRule.class);

  private static final String ADVICE =
      "Call it once the transaction is over: outside of @Transactional or with propagation"
          + " NOT_SUPPORTED. What runs \"after commit\" in the same thread is still inside: hand it"
          + " to another thread.";

  private final HostTransactions transactions;

  TransactionRule(HostTransactions transactions) {
    this.transactions = transactions;
  }

  /** Why nothing may be done in this thread now; empty if it may. */
  Optional<Failure> broken() {
    return active()
        .map(
            what ->
                Failure.of(
                    FailureCause.HOST_FAULT,
                    "called inside a transaction of the host's (" + what + "); nothing was done",
                    ADVICE));
  }

  /**
   * Refuses.
   *
   * @throws IllegalStateException if the calling thread is inside a transaction
   */
  void require() {
    broken()
        .ifPresent(
            failure -> {
              throw new IllegalStateException(failure.toString());
            });
  }

  /** What can't be asked must not keep a host from syncing. */
  private Optional<String> active() {
    try {
      return transactions.active();
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("it can't be told whether a transaction of the host's is active", e);
      return Optional.empty();
    }
  }
}
