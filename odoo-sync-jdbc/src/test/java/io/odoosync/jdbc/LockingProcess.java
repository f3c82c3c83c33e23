package io.odoosync.jdbc;

import io.odoosync.store.RunLock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Another node, in a process of its own. Its work goes wrong if somebody else does it at the same
 * time: it inserts the one row of a table and deletes it.
 */
final class LockingProcess {

  static final String LOCK = "two-processes";
  static final String HELD = "held";

  private LockingProcess() {}

  /**
   * Works until it held the lock often enough, or holds it once until it is killed.
   *
   * @param arguments port and schema of the database, the lease time, and how often or {@code hang}
   */
  public static void main(String[] arguments) throws IOException {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setPortNumbers(new int[] {Integer.parseInt(arguments[0])});
    dataSource.setDatabaseName("postgres");
    dataSource.setUser("postgres");
    dataSource.setCurrentSchema(arguments[1]);
    RunLock lock =
        JdbcStores.builder(dataSource).leaseTime(Duration.parse(arguments[2])).build().runLock();
    if (arguments[3].equals("hang")) {
      hold(lock);
    } else {
      work(lock, dataSource, Integer.parseInt(arguments[3]));
    }
  }

  private static void hold(RunLock lock) throws IOException {
    boolean held = lock.tryAcquire(LOCK).isPresent();
    System.out.println(held ? HELD : "refused");
    System.in.read();
  }

  private static void work(RunLock lock, DataSource dataSource, int times) {
    int done = 0;
    while (done < times) {
      Optional<RunLock.Lease> lease = lock.tryAcquire(LOCK);
      if (lease.isPresent()) {
        alone(lease.orElseThrow(), dataSource);
        done++;
      }
    }
  }

  private static void alone(RunLock.Lease lease, DataSource dataSource) {
    try (lease) {
      TestDatabase.execute(dataSource, "INSERT INTO inside VALUES (1)");
      if (!lease.extend()) {
        throw new IllegalStateException("The lease is lost");
      }
      TestDatabase.execute(dataSource, "DELETE FROM inside");
      TestDatabase.execute(
          dataSource, "INSERT INTO done VALUES (" + ProcessHandle.current().pid() + ")");
    }
  }
}
