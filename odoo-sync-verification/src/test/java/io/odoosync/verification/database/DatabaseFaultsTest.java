package io.odoosync.verification.database;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.verification.database.DisturbedDataSource.Disturbance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a host's database can do to a run: one record each, none lost, mirrors right at the end. */
@Timeout(300)
class DatabaseFaultsTest {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFaultsTest.class);
  private static final int COUNT = 12;
  private static final int MAX_RUNS = 4;

  /** Of all points of a run, one in so many is tried. */
  private static final int STEP = 13;

  private static final DataSource ADMINISTRATOR = HostDatabase.POSTGRESQL.fresh();

  private static final Disturbance KILLED =
      connection -> {
        String id = query(connection, "SELECT pg_backend_pid()");
        HostDatabase.select(ADMINISTRATOR, "SELECT pg_terminate_backend(" + id + ", 5000)");
      };

  /** As the server does when its disk is full: it reads and refuses to write. */
  private static final Disturbance READ_ONLY =
      connection ->
          HostDatabase.execute(connection, "SELECT set_config('transaction_read_only','on',true)");

  private static String query(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Stores and a paging source on a pool of one; none is out when Odoo has answered. */
  @ParameterizedTest
  @EnumSource(HostDatabase.class)
  void runAll_poolOfOneConnection_neverHoldsItDuringACall(HostDatabase kind) {
    try (TeacherHost host = new TeacherHost(kind, COUNT);
        HikariDataSource pool = poolOfOne(host.database())) {
      List<Integer> held = new ArrayList<>();
      SyncEngine engine =
          host.engine(
                  JdbcStores.builder(pool).createTables().mirror(TeacherHost.MIRROR).build(),
                  host.client()
                      .observedBy(
                          attempt -> held.add(pool.getHikariPoolMXBean().getActiveConnections())),
                  paging(pool))
              .build();

      SyncReport first = engine.runAll();
      SyncReport second = engine.runAll();

      assertThat(first.isSuccessful()).as("%s", first).isTrue();
      assertThat(second.stage(CONTACT).orElseThrow().unchanged()).isEqualTo(COUNT);
      assertThat(held).isNotEmpty().containsOnly(0);
      assertInStep(host);
    }
  }

  private static HikariDataSource poolOfOne(DataSource database) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(2_000);
    return new HikariDataSource(config);
  }

  /** Reads a few rows at a time, and holds a connection no longer than that takes. */
  private static ContactSource paging(DataSource pool) {
    return () ->
        StreamSupport.stream(
            new AbstractSpliterator<Contact>(Long.MAX_VALUE, Spliterator.ORDERED) {
              private long last;

              @Override
              public boolean tryAdvance(Consumer<? super Contact> action) {
                String next =
                    HostDatabase.select(pool, "SELECT MIN(id) FROM teacher WHERE id > " + last)
                        .get(0);
                if (next == null) {
                  return false;
                }
                last = Long.parseLong(next);
                action.accept(TeacherHost.teacher(LocalKey.of("teacher", last)));
                return true;
              }
            },
            false);
  }

  @Test
  void runAll_backendKilledBeforeAnyStatement_isDoneByTheNextRuns() {
    tryEachPoint("killed backend", KILLED, 1);
  }

  @Test
  void runAll_databaseTurnsReadOnlyAtAnyStatement_isDoneOnceItIsWritable() {
    tryEachPoint("read-only database", READ_ONLY, Integer.MAX_VALUE / 2);
  }

  private static void tryEachPoint(String what, Disturbance disturbance, int length) {
    int points = 0;
    int runs = 0;
    int all = undisturbed();
    for (int point = 1; point <= all; point += STEP) {
      runs += tryPoint(disturbance, point, length);
      points++;
    }
    LOG.info(
        "{}: {} points of the {} statements of a run, {} runs, 0 duplicates, 0 lost",
        what,
        points,
        all,
        runs);
  }

  private static int undisturbed() {
    try (TeacherHost host = new TeacherHost(HostDatabase.POSTGRESQL, COUNT)) {
      DisturbedDataSource database = new DisturbedDataSource(host.database(), connection -> {});
      SyncEngine engine = engine(host, database);
      database.leaveInPeace();
      assertThat(engine.runAll().isSuccessful()).isTrue();
      return database.passed();
    }
  }

  private static int tryPoint(Disturbance disturbance, int point, int length) {
    try (TeacherHost host = new TeacherHost(HostDatabase.POSTGRESQL, COUNT)) {
      DisturbedDataSource database = new DisturbedDataSource(host.database(), disturbance);
      SyncEngine engine = engine(host, database);
      database.disturb(point, point + length - 1);
      engine.runAll();
      database.leaveInPeace();
      int runs = 1;
      boolean done = false;
      while (!done && runs < MAX_RUNS) {
        host.letLeasesRunOut();
        SyncReport report = engine.runAll();
        done = report.isSuccessful() && report.stage(CONTACT).orElseThrow().unchanged() == COUNT;
        runs++;
      }
      assertThat(done).as("in step after point %s", point).isTrue();
      assertInStep(host);
      return runs;
    }
  }

  private static SyncEngine engine(TeacherHost host, DisturbedDataSource database) {
    JdbcStores stores =
        JdbcStores.builder(database.dataSource()).createTables().mirror(TeacherHost.MIRROR).build();
    return host.engine(stores).build();
  }

  private static void assertInStep(TeacherHost host) {
    assertThat(host.partners()).hasSize(COUNT).doesNotHaveDuplicates();
    assertThat(host.wrongMirrors()).isZero();
  }
}
