package io.odoosync.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.support.StorageAccessor;

/**
 * ShedLock's table as one holder of a lock sees it. Its own JDBC accessor would not do: it takes
 * the time from the node's clock in the node's time zone, takes two holders on one host for the
 * same, and unlocks whoever holds the lock by then.
 */
final class LockTable implements StorageAccessor {

  private final Transactions transactions;
  private final TableName table;
  private final String owner;
  private final String insert;
  private final String update;
  private final String extend;
  private final String release;

  LockTable(Transactions transactions, Dialect dialect, TableName table, String owner) {
    this.transactions = transactions;
    this.table = table;
    this.owner = owner;
    String now = dialect.utcNow();
    String later = dialect.utcLater();
    this.insert = dialect.insertLock(table);
    this.update =
        set("locked_by = ?, lock_until = " + later + ", locked_at = " + now)
            + " WHERE name = ? AND lock_until <= "
            + now;
    String held = " WHERE name = ? AND locked_by = ? AND lock_until > " + now;
    this.extend = set("lock_until = " + later) + held;
    this.release = set("lock_until = " + now) + held;
  }

  private String set(String assignments) {
    return "UPDATE " + table + " SET " + assignments;
  }

  @Override
  public boolean insertRecord(LockConfiguration lock) {
    return changes("take", lock, insert, lock.getName(), owner, milliseconds(lock));
  }

  @Override
  public boolean updateRecord(LockConfiguration lock) {
    return changes("take", lock, update, owner, milliseconds(lock), lock.getName());
  }

  @Override
  public boolean extend(LockConfiguration lock) {
    return changes("extend", lock, extend, milliseconds(lock), lock.getName(), owner);
  }

  @Override
  public void unlock(LockConfiguration lock) {
    changes("release", lock, release, lock.getName(), owner);
  }

  private static long milliseconds(LockConfiguration lock) {
    return lock.getLockAtMostFor().toMillis();
  }

  private boolean changes(String what, LockConfiguration lock, String sql, Object... parameters) {
    return transactions.call(
        what + " the lock " + lock.getName() + " in " + table,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return update(statement, parameters) > 0;
          }
        });
  }

  private static int update(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement.executeUpdate();
  }
}
