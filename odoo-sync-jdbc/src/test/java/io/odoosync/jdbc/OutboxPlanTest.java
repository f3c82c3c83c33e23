package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** However many entries there are, taking some reads a piece of the index and sorts nothing. */
class OutboxPlanTest {

  private static final String TIME = "TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'";

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void take_fresh_readsTheIndexInItsOrder(TestDatabase database) {
    assertReadsTheIndex(database, OutboxTable.FRESH.replace("?", "7"));
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL"})
  void take_again_readsTheIndexInItsOrder(TestDatabase database) {
    assertReadsTheIndex(
        database, OutboxTable.AGAIN.replace("(?, ?)", "(" + TIME + ", 7)").replace("?", TIME));
  }

  private static void assertReadsTheIndex(TestDatabase database, String condition) {
    DataSource dataSource = database.fresh();
    JdbcStores.builder(dataSource)
        .createTables()
        .build()
        .outbox()
        .changed(
            CONTACT,
            IntStream.range(0, 1_000).mapToObj(number -> LocalKey.of("teacher", number)).toList());
    if (dataSource instanceof PGSimpleDataSource postgreSql) {
      postgreSql.setOptions("-c enable_seqscan=off -c enable_bitmapscan=off");
    }
    String plan = plan(dataSource, condition);
    assertThat(plan).contains("odoo_sync_outbox_due");
    if (database == TestDatabase.H2) {
      assertThat(plan).contains("index sorted");
    } else {
      assertThat(plan).contains("index cond").doesNotContain("sort", "seq scan", "filter");
    }
  }

  private static String plan(DataSource dataSource, String condition) {
    List<?> lines =
        TestDatabase.select(
            dataSource,
            "EXPLAIN SELECT "
                + OutboxRow.COLUMNS
                + " FROM odoo_sync_outbox WHERE "
                + condition
                + " FETCH FIRST 500 ROWS ONLY");
    return lines.stream()
        .map(String::valueOf)
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }
}
