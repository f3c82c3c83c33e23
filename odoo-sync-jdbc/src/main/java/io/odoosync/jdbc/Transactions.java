package io.odoosync.jdbc;

import io.odoosync.internal.text.SafeLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Runs work in a transaction of its own, again if it only lost a race. Each lost race means that
 * another transaction got through, so trying again at once is fair; a transaction that was rolled
 * back has done nothing.
 */
final class Transactions {

  /** How often a transaction is tried that keeps losing races. */
  static final int MAX_ATTEMPTS = 20;

  private static final SafeLog LOG = SafeLog.of(Transactions.class);

  private final DataSource dataSource;
  private final Predicate<SQLException> lostRace;
  private final Consumer<String> precondition;

  Transactions(DataSource dataSource, Predicate<SQLException> lostRace) {
    this(dataSource, lostRace, what -> {});
  }

  private Transactions(
      DataSource dataSource, Predicate<SQLException> lostRace, Consumer<String> precondition) {
    this.dataSource = dataSource;
    this.lostRace = lostRace;
    this.precondition = precondition;
  }

  /** The same, but with another idea of which failures are worth another attempt. */
  Transactions retrying(Predicate<SQLException> condition) {
    return new Transactions(dataSource, condition, precondition);
  }

  /** The same, but each piece of work comes after a check that the tables are the right ones. */
  Transactions on(Schema schema) {
    return new Transactions(dataSource, lostRace, what -> schema.require(this, what));
  }

  /**
   * Runs work and commits it.
   *
   * @param what completes "Could not ..." for the reader of an exception
   */
  <T> T call(String what, Work<T> work) {
    precondition.accept(what);
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (SQLException thrown) {
        SQLException failure = Redacted.of(thrown);
        if (attempt == MAX_ATTEMPTS || !lostRace.test(failure)) {
          throw new JdbcStoreException("Could not " + what + ": " + words(failure), failure);
        }
        LOG.debug("Trying again to {}, attempt {} lost a race", what, attempt, failure);
      }
    }
  }

  /** As {@link #call}, for work without a result. */
  void run(String what, Action action) {
    call(
        what,
        connection -> {
          action.run(connection);
          return true;
        });
  }

  private <T> T once(Work<T> work) throws SQLException {
    try (OwnTransaction transaction = OwnTransaction.begin(dataSource)) {
      T result = work.call(transaction.connection());
      transaction.commit();
      return result;
    }
  }

  private static String words(SQLException failure) {
    return failure.getMessage() + " (SQLState " + failure.getSQLState() + ")";
  }

  /** What is done with the connection. */
  interface Work<T> {
    T call(Connection connection) throws SQLException;
  }

  /** What is done with the connection, without a result. */
  interface Action {
    void run(Connection connection) throws SQLException;
  }
}
