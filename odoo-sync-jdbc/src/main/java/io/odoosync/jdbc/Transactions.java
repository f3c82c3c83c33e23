package io.odoosync.jdbc;

import io.odoosync.internal.text.SafeLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs work in a transaction of its own, again if it only lost a race. Each lost race means that
 * another transaction got through, so trying again at once is fair; a transaction that was rolled
 * back has done nothing. No statement waits for a lock without a limit.
 */
final class Transactions implements Workplace {

  /** How often a transaction is tried that keeps losing races. */
  static final int MAX_ATTEMPTS = 20;

  /**
   * How long a statement waits for what another transaction has locked, unless it asks for less: 30
   * seconds. Locks on the tables of the stores are held for moments; the longest are an upgrade's.
   */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** After a lost race it is waited for less than twice, four times … as long, by chance. */
  private static final Duration SHORTEST_PAUSE = Duration.ofNanos(250_000);

  /** The most that is waited for: half a second for all attempts together. */
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

  private static final SafeLog LOG = SafeLog.of(Transactions.class);

  private final DataSource dataSource;
  private final Supplier<Dialect> dialect;
  private final BiPredicate<Dialect, SQLException> again;
  private final Consumer<String> precondition;
  private final int isolation;

  Transactions(DataSource dataSource, Supplier<Dialect> dialect) {
    this(dataSource, dialect, Dialect::lostRace, what -> {}, Connection.TRANSACTION_SERIALIZABLE);
  }

  private Transactions(
      DataSource dataSource,
      Supplier<Dialect> dialect,
      BiPredicate<Dialect, SQLException> again,
      Consumer<String> precondition,
      int isolation) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.again = again;
    this.precondition = precondition;
    this.isolation = isolation;
  }

  /** The same, but with another idea of which failures are worth another attempt. */
  Transactions retrying(BiPredicate<Dialect, SQLException> condition) {
    return new Transactions(dataSource, dialect, condition, precondition, isolation);
  }

  /**
   * The same, but each statement sees what is committed by then, whatever the data source's default
   * is. Such a transaction makes no serializable one fail, nor the other way round.
   */
  Transactions readingCommitted() {
    return new Transactions(
        dataSource, dialect, again, precondition, Connection.TRANSACTION_READ_COMMITTED);
  }

  /** The same, but each piece of work comes after a check that the tables are the right ones. */
  Transactions on(Schema schema) {
    return after(what -> schema.require(this, what));
  }

  /**
   * The same, but each piece of work comes after something else that may fail.
   *
   * @param check is told what is about to be done; the transaction begins after it
   */
  Transactions after(Consumer<String> check) {
    return new Transactions(dataSource, dialect, again, precondition.andThen(check), isolation);
  }

  /**
   * Runs work and commits it.
   *
   * @param what completes "Could not ..." for the reader of an exception
   */
  @Override
  public <T> T call(String what, Work<T> work) {
    precondition.accept(what);
    Dialect known = dialect.get();
    for (int attempt = 1; ; attempt++) {
      try {
        return once(known, work);
      } catch (SQLException thrown) {
        SQLException failure = Redacted.of(thrown);
        if (attempt == MAX_ATTEMPTS || !again.test(known, failure)) {
          throw failed(what, failure);
        }
        LOG.debug("Trying again to {}, attempt {} lost a race", what, attempt, failure);
        giveWay(attempt);
      }
    }
  }

  /** Who lost a race together would meet again at once: each waits for a time of its own. */
  static void giveWay(int attempt) {
    long most = Math.min(LONGEST_PAUSE.toNanos(), SHORTEST_PAUSE.toNanos() << attempt);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
  }

  private <T> T once(Dialect known, Work<T> work) throws SQLException {
    try (OwnTransaction transaction =
        OwnTransaction.begin(dataSource, known, LONGEST_WAIT, isolation)) {
      T result = work.call(transaction.connection());
      transaction.commit();
      return result;
    }
  }

  /** What a piece of work ends by that the database did not do. */
  static JdbcStoreException failed(String what, SQLException failure) {
    return new JdbcStoreException("Could not " + what + ": " + words(failure), failure);
  }

  /** The database's own words, as far as they hold no values. */
  static String words(SQLException failure) {
    return failure.getMessage()
        + (failure.getSQLState() == null
            ? " (error " + failure.getErrorCode() + ")"
            : " (SQLState " + failure.getSQLState() + ")");
  }
}
