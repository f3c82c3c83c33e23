package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.store.SyncLogStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Old entries go in batches, so that nobody waits for long. */
class RetentionTest {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int OLD = 2 * JdbcSyncLogStore.ROWS_PER_DELETE + 500;

  /** Three of each instant, also where a batch ends. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void deleteBefore_moreThanABatch_deletesAllInSeveralTransactions(TestDatabase database) {
    AtomicInteger commits = new AtomicInteger();
    SyncLogStore log =
        JdbcStores.builder(counting(database.fresh(), commits))
            .createTables()
            .build()
            .syncLogStore();
    log.append(IntStream.range(0, OLD + 10).mapToObj(i -> entry(at(i / 3))).toList());
    commits.set(0);
    assertThat(log.deleteBefore(at(OLD / 3))).isEqualTo(OLD);
    assertThat(commits).hasValue(3);
    assertThat(log.find(SyncLogQuery.all())).hasSize(10);
    assertThat(log.deleteBefore(at(OLD / 3))).isZero();
  }

  private static Instant at(int second) {
    return BEGIN.plusSeconds(second);
  }

  private static SyncLogEntry entry(Instant at) {
    return SyncLogEntry.builder(at, "run", SyncLogLevel.INFO, SyncEvent.RUN_STARTED)
        .message("started")
        .build();
  }

  private static DataSource counting(DataSource real, AtomicInteger commits) {
    return (DataSource)
        Proxy.newProxyInstance(
            RetentionTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> counting(real.getConnection(), commits));
  }

  private static Connection counting(Connection real, AtomicInteger commits) {
    return (Connection)
        Proxy.newProxyInstance(
            RetentionTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")) {
                commits.incrementAndGet();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
              }
            });
  }
}
