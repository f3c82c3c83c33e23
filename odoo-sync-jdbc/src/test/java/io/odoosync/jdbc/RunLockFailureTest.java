package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.store.RunLock;
import java.time.Duration;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the contract of the lock cannot know: the database fails, or others use its table. */
class RunLockFailureTest {

  private static final String NAME = "__school__:run";

  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restore() {
    TimeZone.setDefault(before);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tryAcquire_withoutTable_failsNamingLockAndTable(TestDatabase database) {
    RunLock lock = JdbcStores.builder(database.fresh()).build().runLock();
    assertThatThrownBy(() -> lock.tryAcquire(NAME))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageContaining("Could not take the lock __school__:run in shedlock: ")
        .hasMessageMatching("(?s).*(SQLState 42|no such table).*");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tryAcquire_databaseFailing_throwsAndLeavesTheLockFree(TestDatabase database) {
    ProxiedDataSource watched = new ProxiedDataSource(database.fresh());
    RunLock lock = lock(watched.dataSource());
    for (String step : List.of("getAutoCommit", "prepareStatement", "commit")) {
      watched.fail(step);
      assertThatThrownBy(() -> lock.tryAcquire(NAME))
          .isInstanceOf(JdbcStoreException.class)
          .hasMessageContaining(step + " failed");
      watched.heal();
      assertThat(watched.openConnections()).isZero();
    }
    assertThat(lock.tryAcquire(NAME)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void extend_databaseFailing_throwsAndCanBeTriedAgain(TestDatabase database) {
    ProxiedDataSource watched = new ProxiedDataSource(database.fresh());
    RunLock.Lease lease = lock(watched.dataSource()).tryAcquire(NAME).orElseThrow();
    watched.fail("prepareStatement");
    assertThatThrownBy(lease::extend)
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageContaining("Could not extend the lock __school__:run");
    watched.heal();
    assertThat(lease.extend()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void close_databaseFailing_leavesTheLockToItsTime(TestDatabase database) {
    ProxiedDataSource watched = new ProxiedDataSource(database.fresh());
    RunLock lock = lock(watched.dataSource());
    RunLock.Lease lease = lock.tryAcquire(NAME).orElseThrow();
    watched.fail("prepareStatement");
    lease.close();
    watched.heal();
    assertThat(lease.extend()).isFalse();
    assertThat(lock.tryAcquire(NAME)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tryAcquire_nodesInOtherTimeZones_seeTheSameTimes(TestDatabase database) {
    DataSource dataSource = database.fresh();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    RunLock.Lease lease = lock(dataSource).tryAcquire(NAME).orElseThrow();
    for (String zone : List.of("Pacific/Kiritimati", "America/St_Johns", "UTC")) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(lock(dataSource).tryAcquire(NAME)).as(zone).isEmpty();
      assertThat(lease.extend()).as(zone).isTrue();
    }
    lease.close();
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Pago_Pago"));
    assertThat(lock(dataSource).tryAcquire(NAME)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tryAcquire_leaseOfTenMinutes_isThatLongInUtc(TestDatabase database) {
    DataSource dataSource = database.fresh();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    long before = System.currentTimeMillis();
    assertThat(lock(dataSource).tryAcquire(NAME)).isPresent();
    long after = System.currentTimeMillis();
    String until =
        "SELECT "
            + (database == TestDatabase.SQLITE
                ? "CAST(ROUND(unixepoch(lock_until, 'subsec') * 1000) AS INTEGER)"
                : database.milliseconds("lock_until"))
            + " FROM shedlock";
    assertThat(Long.parseLong(String.valueOf(TestDatabase.select(dataSource, until).get(0))))
        .isBetween(before + 600_000 - 1, after + 600_000 + 1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tryAcquire_nameTooLongForTheColumn_isKeptBySomethingShorter(TestDatabase database) {
    DataSource dataSource = database.fresh();
    RunLock lock = lock(dataSource);
    assertThat(lock.tryAcquire("x".repeat(64))).isPresent();
    assertThat(lock.tryAcquire("x".repeat(65))).isPresent();
    assertThat(lock.tryAcquire("x".repeat(66))).isPresent();
    assertThat(TestDatabase.select(dataSource, "SELECT name FROM shedlock ORDER BY name"))
        .allSatisfy(name -> assertThat(name).hasSize(64).startsWith("x".repeat(31)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void lockTable_ofShedLocksManual_isUsable(TestDatabase database) {
    DataSource dataSource = database.fresh();
    TestDatabase.execute(
        dataSource,
        "CREATE TABLE shedlock(name VARCHAR(64) NOT NULL, lock_until TIMESTAMP NOT NULL,"
            + " locked_at TIMESTAMP NOT NULL, locked_by VARCHAR(255) NOT NULL, PRIMARY KEY (name))");
    TestDatabase.execute(
        dataSource,
        "INSERT INTO shedlock VALUES ('of-the-host', TIMESTAMP '2020-01-01 00:00:00',"
            + " TIMESTAMP '2020-01-01 00:00:00', 'host')");
    RunLock lock = lock(dataSource);
    RunLock.Lease lease = lock.tryAcquire(NAME).orElseThrow();
    assertThat(lock.tryAcquire(NAME)).isEmpty();
    assertThat(lease.extend()).isTrue();
    assertThat(
            TestDatabase.select(
                dataSource, "SELECT locked_by FROM shedlock WHERE name = 'of-the-host'"))
        .containsExactly("host");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void lockTable_otherName_isUsed(TestDatabase database) {
    DataSource dataSource = database.fresh();
    JdbcStores stores =
        JdbcStores.builder(dataSource)
            .lockTable("my_locks")
            .leaseTime(Duration.ofHours(24))
            .createTables()
            .build();
    assertThat(stores.runLock().tryAcquire(NAME)).isPresent();
    assertThat(TestDatabase.select(dataSource, "SELECT name FROM my_locks")).containsExactly(NAME);
    assertThat(stores.runLock().leaseTime()).isEqualTo(Duration.ofHours(24));
  }

  private static RunLock lock(DataSource dataSource) {
    return JdbcStores.builder(dataSource).createTables().build().runLock();
  }
}
