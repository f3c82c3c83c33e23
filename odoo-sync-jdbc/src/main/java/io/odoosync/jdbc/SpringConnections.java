package io.odoosync.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Spring's transactions of the calling thread and their connections, by what is public in all
 * versions of Spring.
 */
final class SpringConnections {

  private static final String MANAGER =
      "org.springframework.transaction.support.TransactionSynchronizationManager";
  private static final String UTILS = "org.springframework.jdbc.datasource.DataSourceUtils";
  private static final String NO_CONNECTION = "08001";

  private final DataSource dataSource;

  SpringConnections(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whether this thread is in a transaction, on whatever. */
  boolean areActive() throws SQLException {
    for (Class<?> manager : managers()) {
      if (isActive(manager)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Borrows the connection of the transaction that this thread is in.
   *
   * @return nothing if there is no transaction, or none on this data source
   */
  Optional<Borrowed> current() throws SQLException {
    for (Class<?> manager : managers()) {
      DataSource bound = isActive(manager) ? bound(manager) : null;
      if (bound != null) {
        return borrow(manager, bound);
      }
    }
    return Optional.empty();
  }

  /** The data source that has a connection in this thread: ours, or one behind it. */
  private @Nullable DataSource bound(Class<?> manager) throws SQLException {
    DataSource each = dataSource;
    while (each != null && !isBound(manager, each)) {
      each = behind(each);
    }
    return each;
  }

  private static boolean isBound(Class<?> manager, DataSource each) throws SQLException {
    return call(manager, "getResource", types(Object.class), each) != null;
  }

  private static @Nullable DataSource behind(DataSource proxy) {
    try {
      Object target = proxy.getClass().getMethod("getTargetDataSource").invoke(proxy);
      return target instanceof DataSource behind ? behind : null;
    } catch (ReflectiveOperationException e) {
      return null; // it stands for itself
    }
  }

  /** One that commits by itself was only kept for the thread; it is in no transaction. */
  private static Optional<Borrowed> borrow(Class<?> manager, DataSource bound) throws SQLException {
    Class<?> utils =
        load(UTILS, manager.getClassLoader())
            .orElseThrow(() -> new SQLException("there is no " + UTILS, NO_CONNECTION));
    Borrowed borrowed = borrowFrom(utils, bound);
    if (borrowed.connection().getAutoCommit()) {
      borrowed.close();
      return Optional.empty();
    }
    return Optional.of(borrowed);
  }

  private static Borrowed borrowFrom(Class<?> utils, DataSource bound) throws SQLException {
    if (!(call(utils, "getConnection", types(DataSource.class), bound)
        instanceof Connection connection)) {
      throw new SQLException("Spring gave no connection", NO_CONNECTION);
    }
    Class<?>[] types = types(Connection.class, DataSource.class);
    return new Borrowed(
        connection, () -> call(utils, "releaseConnection", types, connection, bound));
  }

  private static Set<Class<?>> managers() {
    Set<Class<?>> managers = new LinkedHashSet<>();
    load(MANAGER, Thread.currentThread().getContextClassLoader()).ifPresent(managers::add);
    load(MANAGER, SpringConnections.class.getClassLoader()).ifPresent(managers::add);
    return managers;
  }

  private static Optional<Class<?>> load(String name, @Nullable ClassLoader loader) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static boolean isActive(Class<?> manager) throws SQLException {
    return Boolean.TRUE.equals(call(manager, "isActualTransactionActive", types()));
  }

  private static Class<?>[] types(Class<?>... types) {
    return types;
  }

  private static @Nullable Object call(
      Class<?> owner, String method, Class<?>[] types, Object... arguments) throws SQLException {
    try {
      return owner.getMethod(method, types).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw new SQLException("Spring threw " + e.getCause(), NO_CONNECTION, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new SQLException("this Spring is unlike all others: " + e, NO_CONNECTION, e);
    }
  }
}
