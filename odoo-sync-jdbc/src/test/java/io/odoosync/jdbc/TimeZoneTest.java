package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The zone of the JVM is also the one that both drivers give to new sessions. */
class TimeZoneTest {

  /** In Berlin's hour that comes twice, in its hour that never comes, and in no such hour. */
  private static final List<Instant> INSTANTS =
      List.of(
          Instant.parse("2026-03-29T01:30:00.001Z"),
          Instant.parse("2026-07-01T10:00:00.123Z"),
          Instant.parse("2026-10-25T00:30:00.999Z"),
          Instant.parse("2026-10-25T01:30:00.999Z"));

  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restore() {
    TimeZone.setDefault(before);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void instants_writtenAndReadInOtherZones_areTheSame(TestDatabase database) {
    DataSource dataSource = database.fresh();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    save(JdbcStores.builder(dataSource).createTables().build());
    for (String zone : List.of("Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "UTC")) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      check(JdbcStores.builder(dataSource).build());
      assertThat(
              TestDatabase.select(
                  dataSource,
                  "SELECT "
                      + database.milliseconds("occurred_at")
                      + " FROM sync_logs ORDER BY occurred_at"))
          .isEqualTo(INSTANTS.stream().map(at -> Long.toString(at.toEpochMilli())).toList());
    }
  }

  private static void save(JdbcStores stores) {
    for (Instant at : INSTANTS) {
      stores.idStore().save(List.of(link(at)));
      stores.syncLogStore().append(List.of(entry(at)));
    }
  }

  private static void check(JdbcStores stores) {
    for (Instant at : INSTANTS) {
      Link link = link(at);
      assertThat(stores.idStore().find(CONTACT, List.of(link.key()))).containsValue(link);
      assertThat(stores.syncLogStore().find(SyncLogQuery.all().between(at, at.plusMillis(1))))
          .containsExactly(entry(at));
    }
  }

  private static Link link(Instant at) {
    return Link.pending(CONTACT, LocalKey.of("teacher", at.toEpochMilli()), null, at);
  }

  private static SyncLogEntry entry(Instant at) {
    return SyncLogEntry.builder(at, "run", SyncLogLevel.INFO, SyncEvent.RUN_STARTED)
        .message(at.toString())
        .build();
  }
}
