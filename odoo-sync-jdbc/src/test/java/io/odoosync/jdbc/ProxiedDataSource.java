package io.odoosync.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source over a real one, that watches its connections and can make them fail. */
final class ProxiedDataSource {

  /** What happens when a connection fails. */
  interface Failed {
    void run() throws SQLException;
  }

  private final DataSource real;
  private final Set<String> failing = new HashSet<>();
  private final AtomicInteger open = new AtomicInteger();
  private boolean autoCommit = true;
  private boolean autoCommitOnClose = true;

  ProxiedDataSource(DataSource real) {
    this.real = real;
  }

  /** A data source that must not be asked for a connection. */
  static DataSource withoutConnections() {
    return (DataSource)
        Proxy.newProxyInstance(
            ProxiedDataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              throw new AssertionError("asked for " + method.getName());
            });
  }

  /** A data source whose connections are all this one, which closing them leaves open. */
  static DataSource joining(Connection host) {
    Connection handed =
        (Connection)
            Proxy.newProxyInstance(
                ProxiedDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                    method.getName().equals("close") ? null : invoke(host, method, arguments));
    return (DataSource)
        Proxy.newProxyInstance(
            ProxiedDataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> handed);
  }

  /** The data source, with something that happens whenever it can't be connected to. */
  static DataSource thatFails(DataSource real, Failed failed) {
    return (DataSource)
        Proxy.newProxyInstance(
            ProxiedDataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              try {
                return invoke(real, method, arguments);
              } catch (SQLException failure) {
                failed.run();
                throw failure;
              }
            });
  }

  /** The data source whose product has another name. */
  static DataSource calledOtherwise(DataSource real, String product) {
    return proxy(
        DataSource.class,
        real,
        (name, result) ->
            result instanceof Connection connection ? renamed(connection, product) : result);
  }

  private static Connection renamed(Connection real, String product) {
    return proxy(
        Connection.class,
        real,
        (name, result) ->
            result instanceof DatabaseMetaData metadata ? renamed(metadata, product) : result);
  }

  private static DatabaseMetaData renamed(DatabaseMetaData real, String product) {
    return proxy(
        DatabaseMetaData.class,
        real,
        (name, result) -> name.equals("getDatabaseProductName") ? product : result);
  }

  /** Makes the connections fail when this method is called. */
  void fail(String method) {
    failing.add(method);
  }

  void heal() {
    failing.clear();
  }

  /** Hands out connections in this mode from now on. */
  void autoCommit(boolean mode) {
    this.autoCommit = mode;
  }

  int openConnections() {
    return open.get();
  }

  /** The mode of the last connection at the time when it was closed. */
  boolean autoCommitOnClose() {
    return autoCommitOnClose;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        real,
        (name, result) -> result instanceof Connection connection ? watched(connection) : result);
  }

  private Connection watched(Connection connection) throws SQLException {
    open.incrementAndGet();
    connection.setAutoCommit(autoCommit);
    return (Connection)
        Proxy.newProxyInstance(
            ProxiedDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> call(connection, method, arguments));
  }

  private @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("close")) {
      autoCommitOnClose = connection.getAutoCommit();
      open.decrementAndGet();
      connection.close();
    }
    if (failing.contains(method.getName())) {
      throw new SQLException(method.getName() + " failed", "08006");
    }
    return invoke(connection, method, arguments);
  }

  private static <T> T proxy(Class<T> type, T real, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            ProxiedDataSource.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answer.instead(method.getName(), invoke(real, method, arguments))));
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getTargetException();
    }
  }

  private interface Answer {
    @Nullable Object instead(String method, @Nullable Object result) throws SQLException;
  }
}
