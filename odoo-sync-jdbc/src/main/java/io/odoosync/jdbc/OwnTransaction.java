package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection borrowed for one transaction. It goes back as it came, whatever happens. Trouble on
 * the way back is logged, not thrown: what is committed is committed, and a failure that is already
 * on its way must not be hidden.
 */
final class OwnTransaction implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OwnTransaction.class);

  private final Connection connection;
  private final boolean autoCommitBefore;
  private boolean committed;

  private OwnTransaction(Connection connection, boolean autoCommitBefore) {
    this.connection = connection;
    this.autoCommitBefore = autoCommitBefore;
  }

  static OwnTransaction begin(DataSource dataSource) throws SQLException {
    Connection connection = dataSource.getConnection();
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
