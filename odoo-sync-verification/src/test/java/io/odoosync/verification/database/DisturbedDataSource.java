package io.odoosync.verification.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source over a real one that does something to the connection right before a certain one of
 * the statements and commits that go through it, counted from 1.
 */
final class DisturbedDataSource {

  /** What is done to a connection. */
  interface Disturbance {
    void disturb(Connection connection) throws SQLException;
  }

  private final DataSource real;
  private final Disturbance disturbance;
  private final AtomicInteger passed = new AtomicInteger();
  private int first = Integer.MAX_VALUE;
  private int last = Integer.MAX_VALUE;

  DisturbedDataSource(DataSource real, Disturbance disturbance) {
    this.real = real;
    this.disturbance = disturbance;
  }

  /** Disturbs these statements, of those to come. */
  void disturb(int from, int to) {
    passed.set(0);
    first = from;
    last = to;
  }

  void leaveInPeace() {
    disturb(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** How many statements there have been since the last change. */
  int passed() {
    return passed.get();
  }

  DataSource dataSource() {
    return proxy(DataSource.class, real, null);
  }

  private <T> T proxy(Class<T> type, Object target, @Nullable Connection connection) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call(target, connection, method, arguments));
    return type.cast(proxy);
  }

  private @Nullable Object call(
      Object target, @Nullable Connection connection, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Connection used = target instanceof Connection itself ? itself : connection;
    if (used != null && (method.getName().startsWith("execute") || isCommit(method))) {
      pass(used);
    }
    Object result = invoke(target, method, arguments);
    if (result instanceof Connection || (result instanceof Statement && used != null)) {
      return proxy(method.getReturnType(), result, used);
    }
    return result;
  }

  private static boolean isCommit(Method method) {
    return method.getName().equals("commit");
  }

  private void pass(Connection connection) throws SQLException {
    int number = passed.incrementAndGet();
    if (number >= first && number <= last) {
      disturbance.disturb(connection);
    }
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
