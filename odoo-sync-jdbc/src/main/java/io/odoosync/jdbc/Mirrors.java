package io.odoosync.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The mirrors of one host, looked up in the database when they are first needed. */
final class Mirrors implements Supplier<List<MirroredColumn>> {

  private final Transactions transactions;
  private final Supplier<Dialect> dialect;
  private final List<Mirror> mirrors;
  private final Duration lockTimeout;
  private final Once<List<MirroredColumn>> found = new Once<>(this::lookUp);

  /**
   * Makes it without asking the database anything.
   *
   * @param lockTimeout how long a statement may wait for a lock
   */
  Mirrors(
      Transactions transactions,
      Supplier<Dialect> dialect,
      List<Mirror> mirrors,
      Duration lockTimeout) {
    this.transactions = transactions;
    this.dialect = dialect;
    this.mirrors = List.copyOf(mirrors);
    this.lockTimeout = lockTimeout;
  }

  /**
   * All of them.
   *
   * @throws JdbcStoreException if a table or column is missing or does not fit
   */
  @Override
  public List<MirroredColumn> get() {
    return found.get();
  }

  /** Looks them up, unless that was done already, and fails as {@link #get} does. */
  void require() {
    found.require();
  }

  private List<MirroredColumn> lookUp() {
    return mirrors.stream().map(this::lookUp).toList();
  }

  private MirroredColumn lookUp(Mirror mirror) {
    return MirroredColumn.lookUp(transactions, dialect.get(), mirror, lockTimeout);
  }

  /**
   * Checks those whose tables are there already.
   *
   * @throws JdbcStoreException if one of them does not fit
   */
  void checkThoseThere() {
    for (Mirror mirror : mirrors) {
      try {
        lookUp(mirror);
      } catch (JdbcStoreException failure) {
        if (!Schema.isMissing(dialect.get(), failure)) {
          throw failure;
        }
      }
    }
  }
}
