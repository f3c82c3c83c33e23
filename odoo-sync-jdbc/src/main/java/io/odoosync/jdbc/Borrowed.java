package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection in the middle of the host's transaction.
 *
 * @param release hands it back to whoever lent it, which leaves the transaction as it is
 */
record Borrowed(Connection connection, OwnTransaction.Step release) implements AutoCloseable {

  @Override
  public void close() throws SQLException {
    release.run();
  }
}
