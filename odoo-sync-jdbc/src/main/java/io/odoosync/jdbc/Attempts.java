package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;

/** Work in the middle of a transaction that may fail without the rest of it. */
final class Attempts {

  private final Dialect dialect;

  Attempts(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Does something, or nothing of it.
   *
   * @return why it was not done, without values of the host's; empty if it was
   * @throws SQLException if the transaction can't go on
   */
  Optional<SQLException> attempt(Connection connection, OwnTransaction.Step step)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      step.run();
      connection.releaseSavepoint(before);
      return Optional.empty();
    } catch (SQLException failure) {
      if (dialect.mustStartAgain(failure)) {
        throw failure;
      }
      rollBack(connection, before, failure);
      return Optional.of(Redacted.of(failure));
    }
  }

  private static void rollBack(Connection connection, Savepoint before, SQLException failure)
      throws SQLException {
    try {
      connection.rollback(before);
    } catch (SQLException again) {
      failure.addSuppressed(again);
      throw failure;
    }
  }
}
