package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.jdbc.TestDatabase.execute;
import static io.odoosync.jdbc.TestDatabase.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mirror that does not fit its table is refused with words, before anything is written. */
class MirrorCheckTest {

  private static final Link LINK =
      new Link(CONTACT, LocalKey.of("teacher", 1), 7L, null, Instant.parse("2026-07-01T10:00:00Z"));

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL", "MARIADB"})
  void columnsThatDoNotFit_areNamed(TestDatabase database) {
    DataSource host = database.fresh();
    execute(
        host, "CREATE TABLE odd (id date PRIMARY KEY, odoo_id date, uid uuid UNIQUE, n bigint)");
    assertRefused(host, "odd", "no", "n", "Table", "odd", "has no column no");
    assertRefused(host, "odd", "uid", "no", "Table", "odd", "has no column no");
    assertRefused(host, "odd", "id", "n", "of type", "use a whole number, text or a UUID");
    assertRefused(host, "odd", "uid", "uid", "cannot hold Odoo's numbers");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keyThatSeveralRowsMayHave_isRefused(TestDatabase database) {
    DataSource host = database.fresh();
    execute(
        host,
        "CREATE TABLE teacher (id integer PRIMARY KEY, mail varchar(50), school integer,"
            + " number integer, odoo_id bigint, UNIQUE (school, number))");
    execute(host, "CREATE INDEX teacher_mail ON teacher (mail)");
    assertRefused(host, "teacher", "mail", "odoo_id", "Several rows", "teacher", "the same mail");
    assertRefused(host, "teacher", "number", "odoo_id", "Several rows", "the same number");
    assertRefused(host, "teacher", "id", "id", "is the mirror's key itself");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keyThatIsUnique_isTaken(TestDatabase database) {
    DataSource host = database.fresh();
    execute(
        host,
        "CREATE TABLE teacher (id integer PRIMARY KEY, mail varchar(50), school integer,"
            + " number integer, odoo_id bigint, UNIQUE (school, number))");
    execute(host, "CREATE UNIQUE INDEX teacher_mail ON teacher (mail)");
    Mirror mirror = Mirror.of(CONTACT, "teacher").table("teacher").odooId("odoo_id");
    for (Mirror each :
        List.of(
            mirror.key("id"),
            mirror.key("mail"),
            mirror.key("school", "number"),
            mirror.key("number", "school"),
            mirror.key("id", "school"))) {
      IdStore store = JdbcStores.builder(host).createTables().mirror(each).build().idStore();
      assertThat(store.reconcile(List.of())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, names = "POSTGRESQL")
  void indexOfSomeRowsOrExpressions_isNotEnough(TestDatabase database) {
    DataSource host = database.fresh();
    execute(
        host,
        "CREATE TABLE teacher (id integer, mail varchar(50), active boolean, odoo_id bigint);"
            + "CREATE UNIQUE INDEX active_only ON teacher (id) WHERE active;"
            + "CREATE UNIQUE INDEX folded ON teacher (lower(mail));"
            + "CREATE UNIQUE INDEX along ON teacher (id, mail) INCLUDE (active)");
    assertRefused(host, "teacher", "id", "odoo_id", "Several rows");
    assertRefused(host, "teacher", "mail", "odoo_id", "Several rows");
    JdbcStores.builder(host)
        .createTables()
        .mirror(Mirror.of(CONTACT, "teacher").table("teacher").key("id", "mail").odooId("odoo_id"))
        .build();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tableMadeAfterTheStores_isMirrored(TestDatabase database) {
    DataSource host = database.fresh();
    IdStore store = mirrored(host, true, "teacher", "id", "odoo_id");
    assertThatThrownBy(() -> store.save(List.of(LINK)))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageContaining("Could not read table teacher: ");
    execute(host, "CREATE TABLE teacher (id integer PRIMARY KEY, odoo_id bigint)");
    execute(host, "INSERT INTO teacher (id) VALUES (1)");
    store.save(List.of(LINK));
    assertThat(select(host, "SELECT odoo_id FROM teacher")).containsExactly("7");
  }

  /** When built, if it connects to create the tables; else at the first use, whatever that is. */
  private static void assertRefused(
      DataSource host, String table, String key, String odooId, String... words) {
    assertRefused(() -> mirrored(host, true, table, key, odooId), words);
    IdStore store = mirrored(host, false, table, key, odooId);
    assertRefused(store::owner, words);
    assertRefused(store::owner, words);
  }

  private static void assertRefused(ThrowingCallable use, String... words) {
    assertThatThrownBy(use)
        .isInstanceOf(JdbcStoreException.class)
        .message()
        .satisfies(
            message ->
                List.of(words).forEach(word -> assertThat(message).containsIgnoringCase(word)));
  }

  private static IdStore mirrored(
      DataSource host, boolean createTables, String table, String key, String odooId) {
    JdbcStores.Builder builder =
        JdbcStores.builder(host)
            .mirror(Mirror.of(CONTACT, "teacher").table(table).key(key).odooId(odooId));
    return (createTables ? builder.createTables() : builder).build().idStore();
  }
}
