package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.store.RunLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Nodes in processes of their own on one PostgreSQL. */
class LockingProcessesTest {

  private static final int TIMES = 40;

  private final PGSimpleDataSource dataSource = TestDatabase.freshPostgreSql();
  private final List<Process> processes = new ArrayList<>();

  @BeforeEach
  void createTables() {
    JdbcStores.builder(dataSource).createTables().build();
    TestDatabase.execute(dataSource, "CREATE TABLE inside (id int PRIMARY KEY)");
    TestDatabase.execute(dataSource, "CREATE TABLE done (pid bigint NOT NULL)");
  }

  @AfterEach
  void kill() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void tryAcquire_byTwoProcesses_isGrantedToOneAtATime() throws Exception {
    List<Process> nodes =
        List.of(start("PT10M", Integer.toString(TIMES)), start("PT10M", Integer.toString(TIMES)));
    for (Process node : nodes) {
      assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(node.exitValue()).isZero();
    }
    assertThat(TestDatabase.select(dataSource, "SELECT pid FROM done")).hasSize(2 * TIMES);
    assertThat(turns()).as("how often the lock changed hands").isGreaterThan(1);
  }

  /** Proves that the two ran at the same time. */
  private long turns() {
    List<String> pids =
        TestDatabase.select(dataSource, "SELECT pid FROM done ORDER BY ctid").stream()
            .map(String::valueOf)
            .toList();
    return IntStream.range(1, pids.size())
        .filter(i -> !pids.get(i).equals(pids.get(i - 1)))
        .count();
  }

  @Test
  void tryAcquire_holderWasKilled_isGrantedWhenItsLeaseRanOut() throws Exception {
    Process holder = start("PT3S", "hang");
    try (BufferedReader output = holder.inputReader()) {
      assertThat(output.readLine()).isEqualTo(LockingProcess.HELD);
    }
    long held = System.nanoTime();
    holder.destroyForcibly().waitFor();
    RunLock lock = JdbcStores.builder(dataSource).build().runLock();
    assertThat(lock.tryAcquire(LockingProcess.LOCK)).isEmpty();
    Optional<RunLock.Lease> lease = Optional.empty();
    while (lease.isEmpty()) {
      assertThat(Duration.ofNanos(System.nanoTime() - held)).isLessThan(Duration.ofSeconds(30));
      lease = lock.tryAcquire(LockingProcess.LOCK);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - held)).isGreaterThan(Duration.ofSeconds(2));
  }

  private Process start(String leaseTime, String what) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LockingProcess.class.getName(),
                Integer.toString(dataSource.getPortNumbers()[0]),
                Objects.requireNonNull(dataSource.getCurrentSchema()),
                leaseTime,
                what)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    processes.add(process);
    return process;
  }
}
