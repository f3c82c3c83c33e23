package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Work in somebody else's transaction: it is neither committed nor rolled back, the connection is
 * left open, and nothing is asked by way of another one, which the host may not have.
 */
record OnConnection(Connection connection, Schema schema) implements Workplace {

  @Override
  public <T> T call(String what, Work<T> work) {
    try {
      schema.require(connection);
      return work.call(connection);
    } catch (SQLException thrown) {
      throw Transactions.failed(what, Redacted.of(thrown));
    }
  }
}
