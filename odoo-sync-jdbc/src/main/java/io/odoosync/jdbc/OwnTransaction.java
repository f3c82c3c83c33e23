package io.odoosync.jdbc;

import io.odoosync.internal.text.SafeLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A connection borrowed for one transaction. It goes back as it came, whatever happens. Trouble on
 * the way back is logged, not thrown: what is committed is committed, and a failure that is already
 * on its way must not be hidden.
 *
 * <p>A connection that has somebody else's work in it, because the data source joins a transaction
 * of the host's, is neither used nor committed nor rolled back.
 */
final class OwnTransaction implements AutoCloseable {

  private static final SafeLog LOG = SafeLog.of(OwnTransaction.class);

  private static final String NO_CONNECTION = "08001";

  /** How long connecting is tried again, about as long as a transaction that loses races. */
  private static final Duration LONGEST_RACE = Duration.ofMillis(500);

  private final Connection connection;
  private final boolean autoCommitBefore;
  private Step restoring = () -> {};
  private Step isolating = () -> {};
  private boolean toRollBack;

  private OwnTransaction(Connection connection, boolean autoCommitBefore) {
    this.connection = connection;
    this.autoCommitBefore = autoCommitBefore;
    this.toRollBack = autoCommitBefore;
  }

  /**
   * Borrows a connection.
   *
   * @param lockTimeout how long a statement may wait for a lock
   * @param isolation the level that the transaction has at most, as in {@link Connection}
   * @throws JdbcStoreException if the connection is in the middle of somebody else's transaction
   */
  static OwnTransaction begin(
      DataSource dataSource, Dialect dialect, Duration lockTimeout, int isolation)
      throws SQLException {
    OwnTransaction transaction = begin(dataSource);
    try {
      transaction.start(dialect, lockTimeout, isolation);
      return transaction;
    } catch (SQLException | RuntimeException failure) {
      transaction.close();
      throw failure;
    }
  }

  private static OwnTransaction begin(DataSource dataSource) throws SQLException {
    Connection connection = connect(dataSource);
    try {
      boolean autoCommit = connection.getAutoCommit();
      if (autoCommit) {
        connection.setAutoCommit(false);
      }
      return new OwnTransaction(connection, autoCommit);
    } catch (SQLException | RuntimeException failure) {
      tidy("close", connection::close);
      throw failure;
    }
  }

  private void start(Dialect dialect, Duration lockTimeout, int isolation) throws SQLException {
    if (!autoCommitBefore && dialect.hasUncommittedWork(connection)) {
      throw new JdbcStoreException(
          "The data source joins a transaction that is under way and has uncommitted work. The"
              + " stores commit by themselves: give them the plain data source, and call the"
              + " engine outside of a transaction",
          null);
    }
    toRollBack = true;
    isolate(Math.min(isolation, dialect.strictestIsolation()));
    restoring = dialect.limitWaiting(connection, lockTimeout);
  }

  /** Only a transaction that has not begun can have another level. */
  private void isolate(int most) throws SQLException {
    if (most < Connection.TRANSACTION_SERIALIZABLE) {
      int before = connection.getTransactionIsolation();
      if (before > most) {
        if (!autoCommitBefore) {
          connection.rollback();
        }
        connection.setTransactionIsolation(most);
        isolating = () -> connection.setTransactionIsolation(before);
      }
    }
  }

  /**
   * Connects, again if somebody else was faster: SQLite's driver sets up each connection, and where
   * several do so at once the file is busy for some of them, which do not wait. Who has waited in
   * vain as long as the data source says does not wait again.
   */
  static Connection connect(DataSource dataSource) throws SQLException {
    long start = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return connectOnce(dataSource);
      } catch (SQLException failure) {
        boolean isLate = System.nanoTime() - start > LONGEST_RACE.toNanos();
        if (attempt == Transactions.MAX_ATTEMPTS || isLate || !SqliteDialect.isBusy(failure)) {
          throw failure;
        }
        Transactions.giveWay(attempt);
      }
    }
  }

  /** Pools have exceptions of their own for an address that no driver takes. */
  private static Connection connectOnce(DataSource dataSource) throws SQLException {
    try {
      return dataSource.getConnection();
    } catch (RuntimeException failure) {
      throw new SQLException("the data source threw " + failure, NO_CONNECTION, failure);
    }
  }

  Connection connection() {
    return connection;
  }

  void commit() throws SQLException {
    connection.commit();
    toRollBack = false;
  }

  @Override
  public void close() {
    if (toRollBack) {
      tidy("roll back", connection::rollback);
    }
    tidy("restore the lock time-out of", restoring);
    tidy("restore the isolation of", isolating);
    if (autoCommitBefore) {
      tidy("restore auto-commit on", () -> connection.setAutoCommit(true));
    }
    tidy("close", connection::close);
  }

  private static void tidy(String what, Step step) {
    try {
      step.run();
    } catch (SQLException failure) {
      LOG.warn("Could not {} a database connection", what, failure);
    }
  }

  /** Something to do with the connection. */
  interface Step {
    void run() throws SQLException;
  }
}
