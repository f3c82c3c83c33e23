package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.jdbc.TestDatabase.execute;
import static io.odoosync.jdbc.TestDatabase.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A mirrored column is derived from the links, whoever writes over it. */
class MirrorRepairTest {

  private static final Instant AT = Instant.parse("2026-07-01T10:00:00Z");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void reconcile_idsWipedAndOldOnesWrittenBack_mendsThem(TestDatabase database) {
    DataSource host = teachers(database, "integer", "bigint");
    IdStore store = mirrored(host);
    List<Link> links = IntStream.rangeClosed(1, 900).mapToObj(i -> link(i, i)).toList();
    execute(host, "INSERT INTO teacher (id) " + TestDatabase.numbers(1, 1_000));
    store.save(links);
    execute(host, "UPDATE teacher SET odoo_id = NULL WHERE id <= 10");
    execute(host, "UPDATE teacher SET odoo_id = 5000 + id WHERE id BETWEEN 890 AND 910");
    assertThat(store.reconcile(links)).isEmpty();
    assertThat(select(host, "SELECT id FROM teacher WHERE odoo_id = id")).hasSize(900);
    assertThat(select(host, "SELECT id FROM teacher WHERE odoo_id > 5000"))
        .as("of what is not linked, the host knows more")
        .hasSize(10);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void reconcile_rowThatCameLater_getsItsId(TestDatabase database) {
    DataSource host = teachers(database, "integer", "bigint");
    IdStore store = mirrored(host);
    store.save(List.of(link(1, 7)));
    assertThat(store.reconcile(List.of(link(1, 7)))).as("no row is no error").isEmpty();
    execute(host, "INSERT INTO teacher (id) VALUES (1)");
    assertThat(store.reconcile(List.of(link(1, 7)))).isEmpty();
    assertThat(ids(host)).containsExactly("7");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void reconcile_pendingOrOfAnotherKind_writesNothing(TestDatabase database) {
    DataSource host = teachers(database, "integer", "bigint");
    IdStore store = mirrored(host);
    execute(host, "INSERT INTO teacher (id, odoo_id) VALUES (1, 7)");
    LocalKey guest = LocalKey.of("guest", 1);
    assertThat(
            store.reconcile(
                List.of(
                    Link.pending(CONTACT, key(1), null, AT),
                    new Link(CONTACT, guest, 9L, null, AT))))
        .isEmpty();
    assertThat(ids(host)).containsExactly("7");
  }

  /** A host's triggers and time stamps see changes only. */
  @Test
  void reconcile_allInStep_locksAndWritesNothing() {
    DataSource host = teachers(TestDatabase.POSTGRESQL, "integer", "bigint");
    IdStore store = mirrored(host);
    execute(host, "INSERT INTO teacher (id) " + TestDatabase.numbers(1, 20));
    List<Link> links = IntStream.rangeClosed(1, 20).mapToObj(i -> link(i, i)).toList();
    store.save(links);
    String versions = "SELECT xmin || ' ' || xmax FROM teacher ORDER BY id";
    List<?> before = select(host, versions);
    assertThat(store.reconcile(links)).isEmpty();
    assertThat(select(host, versions)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "integer | 42 | integer",
        "smallint | -7 | numeric(12)",
        "numeric(30,2) | 12345678901234567890 | varchar(20)",
        "varchar(50) | O''Neil | char(20)",
        "char(9) | AB 12 | bigint",
        "uuid | 0b7e1a52-3c4d-4e5f-8a9b-0c1d2e3f4a5b | bigint"
      })
  void reconcile_anyTypeOfColumns_mendsOnceAndThenLeavesTheRowAlone(
      String type, String id, String odooIdType) {
    DataSource host = teachers(TestDatabase.POSTGRESQL, type, odooIdType);
    IdStore store = mirrored(host);
    execute(host, "INSERT INTO teacher (id) VALUES ('" + id.replace("'", "''") + "')");
    Link link = new Link(CONTACT, LocalKey.of("teacher", id), 7L, null, AT);
    assertThat(store.reconcile(List.of(link))).isEmpty();
    assertThat(select(host, "SELECT trim(odoo_id::text) FROM teacher")).containsExactly("7");
    List<?> version = select(host, "SELECT xmax FROM teacher");
    assertThat(store.reconcile(List.of(link))).isEmpty();
    assertThat(select(host, "SELECT xmax FROM teacher")).isEqualTo(version);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void reconcile_columnWhereCaseDoesNotCount_findsTheRow(TestDatabase database) {
    String type =
        switch (database) {
          case H2 -> "varchar_ignorecase(20)";
          case SQLITE -> "varchar(20) COLLATE NOCASE";
          default -> "varchar(20)";
        };
    DataSource host = teachers(database, type, "bigint");
    IdStore store = mirrored(host);
    String stored = database == TestDatabase.POSTGRESQL ? "LYC-01" : "Lyc-01";
    execute(host, "INSERT INTO teacher (id) VALUES ('" + stored + "')");
    Link link = new Link(CONTACT, LocalKey.of("teacher", "LYC-01"), 7L, null, AT);
    assertThat(store.reconcile(List.of(link))).isEmpty();
    assertThat(ids(host)).containsExactly("7");
  }

  /** Two records of the host that are one in Odoo, where the host allows an id once. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void reconcile_uniqueColumnAndSharedRecord_tellsOneAndServesTheRest(TestDatabase database) {
    DataSource host = teachers(database, "integer", "bigint UNIQUE");
    IdStore store = mirrored(host);
    execute(host, "INSERT INTO teacher (id) " + TestDatabase.numbers(1, 4));
    List<Link> links = List.of(link(1, 7), link(2, 7), link(3, 8), link(4, 9));
    store.save(links);
    assertThat(store.reconcile(links)).hasSize(1);
    assertThat(ids(host)).contains("7", "8", "9").containsNull();
  }

  private static DataSource teachers(TestDatabase database, String idType, String odooIdType) {
    DataSource host = database.fresh();
    execute(
        host, "CREATE TABLE teacher (id " + idType + " PRIMARY KEY, odoo_id " + odooIdType + ")");
    return host;
  }

  private static IdStore mirrored(DataSource host) {
    return JdbcStores.builder(host)
        .createTables()
        .mirror(Mirror.of(CONTACT, "teacher").table("teacher").key("id").odooId("odoo_id"))
        .build()
        .idStore();
  }

  private static List<@Nullable String> ids(DataSource host) {
    return select(host, "SELECT odoo_id FROM teacher ORDER BY id");
  }

  private static LocalKey key(long id) {
    return LocalKey.of("teacher", id);
  }

  private static Link link(long id, long odooId) {
    return new Link(CONTACT, key(id), odooId, null, AT);
  }
}
