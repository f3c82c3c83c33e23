package io.odoosync.testkit.internal.orm;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * All tables. One transaction at a time: whoever comes second waits.
 *
 * <p>A transaction is all or nothing; inside it, savepoints are.
 */
public final class Database {
  private final Map<String, Table> tables = new HashMap<>();
  private final UndoLog undo = new UndoLog();
  private final ReentrantLock lock = new ReentrantLock(true);
  private final AtomicLong commits = new AtomicLong();

  public Table table(String model) {
    return tables.computeIfAbsent(model, name -> new Table(name, undo));
  }

  /** What a transaction left: its result, and whether it wrote. */
  public record Outcome<T>(T result, boolean wrote) {}

  public <T> Outcome<T> transaction(Supplier<T> work) {
    lock.lock();
    try {
      undo.begin();
      T result = work.get();
      boolean wrote = undo.touched();
      undo.begin();
      commits.incrementAndGet();
      return new Outcome<>(result, wrote);
    } catch (Throwable failure) {
      undo.rollbackTo(0);
      throw failure;
    } finally {
      lock.unlock();
    }
  }

  /** How many transactions were committed; a transaction sees the commits before it. */
  public long commits() {
    return commits.get();
  }

  int savepoint() {
    return undo.savepoint();
  }

  void rollbackTo(int savepoint) {
    undo.rollbackTo(savepoint);
  }
}
