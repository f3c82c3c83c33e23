package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where work on the tables is done: on which connection, in whose transaction. */
interface Workplace {

  /**
   * Does a piece of work.
   *
   * @param what completes "Could not ..." for the reader of an exception
   */
  <T> T call(String what, Work<T> work);

  /** As {@link #call}, for work without a result. */
  default void run(String what, Action action) {
    call(
        what,
        connection -> {
          action.run(connection);
          return true;
        });
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
