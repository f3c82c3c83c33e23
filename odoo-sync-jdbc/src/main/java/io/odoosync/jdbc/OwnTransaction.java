package io.odoosync.jdbc;

import io.odoosync.internal.text.SafeLog;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A connection borrowed for one transaction. It goes back as it came, whatever happens. Trouble on
 * the way back is logged, not thrown: what is committed is committed, and a failure that is already
 * on its way must not be hidden.
 */
final class OwnTransaction implements AutoCloseable {

  private static final SafeLog LOG = SafeLog.of(OwnTransaction.class);

  private static final String NO_CONNECTION = "08001";

  private final Connection connection;
  private final boolean autoCommitBefore;
  private boolean committed;

  private OwnTransaction(Connection connection, boolean autoCommitBefore) {
    this.connection = connection;
    this.autoCommitBefore = autoCommitBefore;
  }

  static OwnTransaction begin(DataSource dataSource) throws SQLException {
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

  /** Pools have exceptions of their own for an address that no driver takes. */
  private static Connection connect(DataSource dataSource) throws SQLException {
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
    committed = true;
  }

  @Override
  public void close() {
    if (!committed) {
      tidy("roll back", connection::rollback);
    }
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

  private interface Step {
    void run() throws SQLException;
  }
}
