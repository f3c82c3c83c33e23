package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Work in the transaction of the host's that this thread is in; in one of its own if there is none.
 */
final class HostWork implements Workplace {

  private static final String ELSEWHERE =
      "This thread is in a transaction of Spring's, but not on the data source of the stores: what"
          + " is noted would be there without the change, or before it. Give JdbcStores the data"
          + " source of the transaction manager, or hand the connection over:"
          + " outbox().on(connection)";

  private final DataSource dataSource;
  private final SpringConnections spring;
  private final Supplier<Dialect> dialect;
  private final Schema schema;
  private final Workplace own;

  HostWork(DataSource dataSource, Supplier<Dialect> dialect, Schema schema, Workplace own) {
    this.dataSource = dataSource;
    this.spring = new SpringConnections(dataSource);
    this.dialect = dialect;
    this.schema = schema;
    this.own = own;
  }

  @Override
  public <T> T call(String what, Work<T> work) {
    try {
      Optional<Borrowed> host = host();
      if (host.isPresent()) {
        try (Borrowed borrowed = host.orElseThrow()) {
          return new OnConnection(borrowed.connection(), schema).call(what, work);
        }
      }
    } catch (SQLException thrown) {
      throw Transactions.failed(what, Redacted.of(thrown));
    }
    return own.call(what, work);
  }

  private Optional<Borrowed> host() throws SQLException {
    Optional<Borrowed> current = spring.current();
    if (current.isPresent()) {
      return current;
    }
    Optional<Borrowed> joined = joined();
    if (joined.isEmpty() && spring.areActive()) {
      throw new JdbcStoreException(ELSEWHERE, null);
    }
    return joined;
  }

  /** A data source may itself hand out the connection of the transaction that is under way. */
  private Optional<Borrowed> joined() throws SQLException {
    Dialect known = dialect.get();
    Connection connection = OwnTransaction.connect(dataSource);
    try {
      if (!connection.getAutoCommit() && known.hasUncommittedWork(connection)) {
        return Optional.of(new Borrowed(connection, connection::close));
      }
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
    connection.close();
    return Optional.empty();
  }
}
