package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the tables are those that this version of the library works with, found out at the first
 * use and not again. An older library on newer tables would leave out what others rely on, for
 * example the proof of a link, so neither is worked with. Tables that are not there are left to the
 * statement that needs them, which says so.
 */
final class Schema {

  /** The tables from before they told their version. */
  private static final int FIRST_VERSION = 1;

  private final TableName links;
  private final AboutTable about;
  private final Supplier<Dialect> dialect;
  private volatile boolean isKnown;

  Schema(Tables tables, Supplier<Dialect> dialect) {
    this.links = tables.links();
    this.about = new AboutTable(tables.about(), dialect);
    this.dialect = dialect;
  }

  /**
   * Looks, unless that was done already.
   *
   * @param what what is about to be done, as in {@link Transactions#call}
   * @throws JdbcStoreException if the tables are of another version, or if the database fails
   */
  void require(Transactions transactions, String what) {
    if (!isKnown) {
      Optional<Integer> version = version(transactions, what);
      version.filter(found -> found != Ddl.VERSION).ifPresent(this::refuse);
      isKnown = version.isPresent();
    }
  }

  /**
   * As {@link #require(Transactions, String)}, on a connection with somebody's transaction.
   *
   * @throws SQLException also if there are no tables
   */
  void require(Connection connection) throws SQLException {
    if (!isKnown) {
      about
          .read(connection, AboutTable.VERSION)
          .map(Integer::valueOf)
          .filter(found -> found != Ddl.VERSION)
          .ifPresent(this::refuse);
    }
  }

  private void refuse(int version) {
    String words =
        version < Ddl.VERSION
            ? ", but this odoo-sync needs version "
                + Ddl.VERSION
                + ": let createTables() upgrade them, or run the scripts from V"
                + (version + 1)
                + " on, which are in the jar and in JdbcStores.ddl()"
            : ", made by a later odoo-sync; this one knows none above "
                + Ddl.VERSION
                + ": update it on this node too";
    throw new JdbcStoreException(
        "The tables of " + links + " are of version " + version + words, null);
  }

  /** Nothing if there are no tables: then what is about to be done fails in its own words. */
  private Optional<Integer> version(Transactions transactions, String what) {
    try {
      return transactions
          .call(what, connection -> about.read(connection, AboutTable.VERSION))
          .map(Integer::valueOf);
    } catch (JdbcStoreException failure) {
      if (!isMissing(dialect.get(), failure)) {
        throw failure;
      }
      return hasLinks(transactions) ? Optional.of(FIRST_VERSION) : Optional.empty();
    }
  }

  /** Whether something failed because there is no such table, schema or column. */
  static boolean isMissing(Dialect dialect, JdbcStoreException failure) {
    return failure.getCause() instanceof SQLException cause && dialect.isMissing(cause);
  }

  private boolean hasLinks(Transactions transactions) {
    try {
      return transactions.call("look for " + links, this::readNothing);
    } catch (JdbcStoreException failure) {
      return false;
    }
  }

  private boolean readNothing(Connection connection) throws SQLException {
    String sql = "SELECT entity_type FROM " + links + " WHERE 1 = 0";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet none = statement.executeQuery()) {
      return !none.next();
    }
  }
}
