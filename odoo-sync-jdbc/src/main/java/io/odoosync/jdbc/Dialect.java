package io.odoosync.jdbc;

import java.sql.SQLException;

/** What differs from one database product to another. */
sealed interface Dialect permits PostgreSqlDialect, H2Dialect {

  /** The folder of the scripts that make the tables, below that of all of them. */
  String migrations();

  /** A statement that inserts or replaces a link; its parameters are those of {@link LinkRow}. */
  String upsertLink(TableName links);

  /**
   * A condition that finds links by primary key; its parameters are the entity type and the keys.
   *
   * @param count how many keys
   */
  String linkKeys(int count);

  /** A statement that inserts or replaces a value; its parameters are key, name and content. */
  String upsertState(TableName state);

  /** A statement that inserts or replaces a fact about the tables: its name and its content. */
  String upsertAbout(TableName about);

  /**
   * A statement that inserts a lock unless it has a row already; its parameters are name, owner and
   * milliseconds.
   */
  String insertLock(TableName lock);

  /** The database's clock as a timestamp in UTC, whatever the time zone of the session. */
  String utcNow();

  /** The database's clock so many milliseconds later; the number is a parameter. */
  String utcLater();

  /** The end of a query whose last parameter is the most rows to return. */
  String limit();

  /**
   * Whether a transaction failed only because another one was faster, so that the same once more
   * can succeed.
   */
  boolean lostRace(SQLException failure);

  /** Whether a table that gets a column is another table afterwards. */
  boolean altersByCopying();

  /** Whether a statement that creates an object failed because another node has just created it. */
  boolean alreadyExists(SQLException failure);

  /** Whether the SQLState tells of a serialization failure or a deadlock, in any product. */
  static boolean isRollback(SQLException failure) {
    return hasState(failure, "40");
  }

  static boolean hasState(SQLException failure, String prefix) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith(prefix);
  }
}
