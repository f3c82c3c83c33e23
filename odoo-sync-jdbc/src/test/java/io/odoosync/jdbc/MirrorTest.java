package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.jdbc.TestDatabase.execute;
import static io.odoosync.jdbc.TestDatabase.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MirrorTest {

  private static final Instant AT = Instant.parse("2026-07-01T10:00:00Z");
  private static final String UUID = "0b7e1a52-3c4d-4e5f-8a9b-0c1d2e3f4a5b";

  static Stream<Arguments> columnTypes() {
    return Stream.of(TestDatabase.values())
        .flatMap(
            database ->
                Stream.of(
                        Arguments.of(database, "integer", "42", "bigint"),
                        Arguments.of(database, "bigint", "9007199254740993", "integer"),
                        Arguments.of(database, "smallint", "-7", "numeric(12)"),
                        Arguments.of(
                            database, "numeric(30)", "123456789012345678901234567890", "bigint"),
                        Arguments.of(database, "varchar(50)", "O'Neil \uD83D\uDE00", "varchar(20)"),
                        Arguments.of(database, "char(5)", "AB 12", "bigint"),
                        Arguments.of(database, "uuid", UUID, "bigint"))
                    .filter(each -> database.hasType((String) each.get()[1]))
                    .filter(each -> database.hasType((String) each.get()[3])));
  }

  @ParameterizedTest
  @MethodSource("columnTypes")
  void save_anyTypeOfColumns_writesTheOdooId(
      TestDatabase database, String idType, String id, String odooIdType) {
    DataSource host = database.fresh();
    execute(
        host,
        "CREATE TABLE teacher (id "
            + idType
            + " PRIMARY KEY, odoo_id "
            + odooIdType
            + ")"
            + database.forAnyText());
    execute(host, "INSERT INTO teacher (id) VALUES ('" + id.replace("'", "''") + "')");
    IdStore store = mirrored(host, "teacher", "id", "odoo_id");
    store.save(List.of(linked(id, 7)));
    assertThat(select(host, "SELECT odoo_id FROM teacher")).containsExactly("7");
    store.remove(CONTACT, List.of(LocalKey.of("teacher", id)));
    assertThat(select(host, "SELECT odoo_id FROM teacher")).containsExactly((String) null);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void save_manyLinks_writesEachToItsRow(TestDatabase database) {
    DataSource host = teachers(database, 1_200);
    mirrored(host).save(IntStream.rangeClosed(1, 1_200).mapToObj(i -> linked("" + i, i)).toList());
    assertThat(select(host, "SELECT id FROM teacher WHERE odoo_partner_id = id")).hasSize(1_200);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void save_pendingLink_writesNothing(TestDatabase database) {
    DataSource host = teachers(database, 1);
    IdStore store = mirrored(host);
    store.save(List.of(Link.pending(CONTACT, LocalKey.of("teacher", 1), null, AT)));
    assertThat(odooIds(host)).containsExactly((String) null);
    store.save(List.of(linked("1", 7)));
    store.save(List.of(Link.pending(CONTACT, LocalKey.of("teacher", 1), null, AT)));
    assertThat(odooIds(host)).containsExactly("7");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void save_otherKindOrType_writesNothing(TestDatabase database) {
    DataSource host = teachers(database, 1);
    mirrored(host)
        .save(
            List.of(
                new Link(CONTACT, LocalKey.of("guest", 1), 7L, null, AT),
                new Link(TRAVEL, LocalKey.of("teacher", 1), 8L, null, AT)));
    assertThat(odooIds(host)).containsExactly((String) null);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void save_oneKindInTwoTypes_writesEachIdToItsColumn(TestDatabase database) {
    DataSource host = database.fresh();
    execute(
        host,
        "CREATE TABLE booking (id integer PRIMARY KEY, odoo_lead_id bigint, odoo_invoice_id bigint)");
    execute(host, "INSERT INTO booking (id) VALUES (1)");
    LocalKey key = LocalKey.of("booking", 1);
    JdbcStores.builder(host)
        .createTables()
        .mirror(Mirror.of(TRAVEL, "booking").table("booking").key("id").odooId("odoo_lead_id"))
        .mirror(Mirror.of(INVOICE, "booking").table("booking").key("id").odooId("odoo_invoice_id"))
        .build()
        .idStore()
        .save(List.of(new Link(TRAVEL, key, 7L, null, AT), new Link(INVOICE, key, 8L, null, AT)));
    assertThat(select(host, "SELECT odoo_lead_id FROM booking")).containsExactly("7");
    assertThat(select(host, "SELECT odoo_invoice_id FROM booking")).containsExactly("8");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void save_rowGone_savesTheLink(TestDatabase database) {
    IdStore store = mirrored(teachers(database, 0));
    store.save(List.of(linked("1", 7)));
    assertThat(store.page(CONTACT, null, 10)).containsExactly(linked("1", 7));
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void save_databaseRefusesOneOfMany_savesTheLinksAndMirrorsTheOthers(TestDatabase database) {
    DataSource host = teachers(database, 50);
    execute(host, "ALTER TABLE teacher ADD CHECK (odoo_partner_id <> 1033)");
    IdStore store = mirrored(host);
    List<Link> links =
        IntStream.rangeClosed(1, 50).mapToObj(i -> linked("" + i, 1_000 + i)).toList();
    store.save(links);
    assertThat(store.page(CONTACT, null, 100)).containsExactlyInAnyOrderElementsOf(links);
    assertThat(select(host, "SELECT id FROM teacher WHERE odoo_partner_id = id + 1000"))
        .hasSize(49);
    assertThat(store.reconcile(links))
        .containsOnlyKeys(key("33"))
        .extractingByKey(key("33"))
        .asString()
        .startsWith("its id in Odoo could not be written to teacher.odoo_partner_id: ")
        .contains(database == TestDatabase.MYSQL ? "SQLState HY000" : "SQLState 23")
        .doesNotContain("1033");
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void unfit_idOfAnotherShape_namesKindKeyTableAndColumn(TestDatabase database) {
    DataSource host = teachers(database, 7);
    IdStore store = mirrored(host);
    for (String id :
        List.of("x7", "007", "+7", "7.0", " 7", "\u0667", "2147483648", "99999999999999999999")) {
      assertThat(store.unfit(CONTACT, List.of(key("1"), key(id))))
          .containsOnlyKeys(key(id))
          .extractingByKey(key(id))
          .asString()
          .startsWith("teacher/" + id + " cannot be a row of table teacher")
          .contains("the id of a teacher must be a whole number as in its column ");
      store.save(List.of(linked("1", 5), linked(id, 7)));
      assertThat(store.find(CONTACT, List.of(key(id)))).as("the link is kept").hasSize(1);
    }
    assertThat(select(host, "SELECT id FROM teacher WHERE odoo_partner_id IS NOT NULL"))
        .containsExactly("1");
    assertThat(store.unfit(TRAVEL, List.of(key("x7")))).as("not mirrored").isEmpty();
    assertThat(store.unfit(CONTACT, List.of(LocalKey.of("guest", "x7")))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void unfit_valueTooLargeForItsColumn_isNamed(TestDatabase database) {
    for (String typeAndIds :
        List.of(
            "smallint|32767|32768",
            "bigint|9223372036854775807|9223372036854775808",
            "numeric(4,1)|999|1000",
            "varchar(3)|abc|abcd",
            "char(3)|abc|abcd")) {
      String[] parts = typeAndIds.split("\\|", -1);
      DataSource host = database.fresh();
      execute(host, "CREATE TABLE teacher (id " + parts[0] + " PRIMARY KEY, odoo_id bigint)");
      IdStore store = mirrored(host, "teacher", "id", "odoo_id");
      assertThat(store.unfit(CONTACT, List.of(key(parts[1]), key(parts[2]))))
          .as(typeAndIds)
          .containsOnlyKeys(key(parts[2]));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TestDatabase.class,
      names = {"H2", "POSTGRESQL", "MARIADB"})
  void unfit_uuidColumn_takesUuidsInLowerCaseOnly(TestDatabase database) {
    DataSource host = database.fresh();
    execute(host, "CREATE TABLE teacher (id uuid PRIMARY KEY, odoo_id bigint)");
    IdStore store = mirrored(host, "teacher", "id", "odoo_id");
    LocalKey upper = key("0B7E1A52-3C4D-4E5F-8A9B-0C1D2E3F4A5B");
    assertThat(store.unfit(CONTACT, List.of(key(UUID), upper, key("7"))))
        .containsOnlyKeys(upper, key("7"))
        .extractingByKey(upper)
        .asString()
        .contains("must be a UUID in lower case");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void remove_link_setsNullInItsRowOnly(TestDatabase database) {
    DataSource host = teachers(database, 3);
    IdStore store = mirrored(host);
    store.save(List.of(linked("1", 7), linked("2", 8)));
    execute(host, "UPDATE teacher SET odoo_partner_id = 9 WHERE id = 3");
    store.remove(CONTACT, List.of(key("1"), key("3")));
    assertThat(odooIds(host)).as("3 had an id, but no link").containsExactly(null, "8", "9");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void remove_pendingLinkFromBeforeTheMirror_isDone(TestDatabase database) {
    DataSource host = teachers(database, 1);
    Link odd = Link.pending(CONTACT, key("not a number"), null, AT);
    JdbcStores.builder(host).createTables().build().idStore().save(List.of(odd));
    IdStore store = mirrored(host);
    store.remove(CONTACT, List.of(odd.key()));
    assertThat(store.page(CONTACT, null, 10)).isEmpty();
  }

  @Test
  void save_idAlreadyThere_leavesTheRowUntouched() {
    DataSource host = teachers(TestDatabase.POSTGRESQL, 1);
    IdStore store = mirrored(host);
    store.save(List.of(linked("1", 7)));
    List<@Nullable String> version = select(host, "SELECT xmin FROM teacher");
    store.save(List.of(linked("1", 7)));
    assertThat(select(host, "SELECT xmin FROM teacher")).isEqualTo(version);
    store.save(List.of(linked("1", 8)));
    assertThat(select(host, "SELECT xmin FROM teacher")).isNotEqualTo(version);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void mirror_quotedAndReservedNames_areFound(TestDatabase database) {
    DataSource host = database.fresh();
    String table = database.quoted("Order");
    String id = database.quoted("user");
    String odooId = database.quoted("odooPartnerId");
    execute(
        host, "CREATE TABLE " + table + " (" + id + " integer PRIMARY KEY, " + odooId + " bigint)");
    execute(host, "INSERT INTO " + table + " (" + id + ") VALUES (1)");
    mirrored(host, "Order", "user", "odooPartnerId").save(List.of(linked("1", 7)));
    assertThat(select(host, "SELECT " + odooId + " FROM " + table)).containsExactly("7");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void mirror_namesInAnyCase_areFound(TestDatabase database) {
    DataSource host = teachers(database, 1);
    mirrored(host, "TEACHER", "Id", "ODOO_partner_id").save(List.of(linked("1", 7)));
    mirrored(host, "teacher", "ID", "odoo_partner_id").save(List.of(linked("1", 8)));
    assertThat(odooIds(host)).containsExactly("8");
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void mirror_tableInAnotherSchema_isFound(TestDatabase database) {
    DataSource host = database.fresh();
    String schema = TestDatabase.freshSchema(host, "school");
    execute(host, "CREATE TABLE " + schema + ".teacher (id integer UNIQUE, odoo_id bigint)");
    execute(host, "INSERT INTO " + schema + ".teacher (id) VALUES (1)");
    mirrored(host, schema + ".teacher", "id", "odoo_id").save(List.of(linked("1", 7)));
    assertThat(select(host, "SELECT odoo_id FROM " + schema + ".teacher")).containsExactly("7");
  }

  @Test
  void mirror_sameKindAndTypeTwice_isRefused() {
    Mirror mirror = Mirror.of(CONTACT, "teacher").table("teacher").key("id").odooId("odoo_id");
    JdbcStores.Builder builder = JdbcStores.builder(TestDatabase.H2.fresh()).mirror(mirror);
    assertThatThrownBy(() -> builder.mirror(mirror.table("person")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two mirrors of the same records: CONTACT teacher to person.odoo_id");
  }

  @Test
  void mirror_incomplete_isRefused() {
    JdbcStores.Builder builder = JdbcStores.builder(TestDatabase.H2.fresh());
    Mirror mirror = Mirror.of(CONTACT, "teacher");
    for (Mirror incomplete :
        List.of(
            mirror.table("teacher").key("id"),
            mirror.table("teacher").odooId("odoo_id"),
            mirror.key("id").odooId("odoo_id"))) {
      assertThatThrownBy(() -> builder.mirror(incomplete))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("mirror of teacher must name its table(...), key(...) and odooId(...)");
    }
  }

  @Test
  void mirror_kindThatNoKeyHas_isRefused() {
    assertThatThrownBy(() -> Mirror.of(CONTACT, "school-teacher"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind must be");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void save_compositeKey_writesToItsRowOnly(TestDatabase database) {
    DataSource host = database.fresh();
    execute(
        host,
        "CREATE TABLE line (travel integer, country varchar(9), odoo_id bigint,"
            + " PRIMARY KEY (travel, country))");
    execute(host, "INSERT INTO line (travel, country) VALUES (1, 'F/R'), (1, 'DE'), (2, 'F/R')");
    IdStore store = mirroredLines(host);
    LocalKey key = LocalKey.of("line", 1, "F/R");
    store.save(List.of(new Link(INVOICE, key, 7L, null, AT)));
    assertThat(select(host, "SELECT travel FROM line WHERE odoo_id = 7 AND country = 'F/R'"))
        .containsExactly("1");
    assertThat(select(host, "SELECT odoo_id FROM line WHERE odoo_id IS NOT NULL")).hasSize(1);
    store.remove(INVOICE, List.of(key));
    assertThat(select(host, "SELECT odoo_id FROM line WHERE odoo_id IS NOT NULL")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void unfit_compositeKeyOfAnotherShape_namesKindKeyAndTable(TestDatabase database) {
    DataSource host = database.fresh();
    execute(
        host,
        "CREATE TABLE line (travel integer, country varchar(9), odoo_id bigint,"
            + " PRIMARY KEY (travel, country))");
    IdStore store = mirroredLines(host);
    for (LocalKey key :
        List.of(
            LocalKey.of("line", 1),
            LocalKey.of("line", 1, "FR", 2),
            LocalKey.of("line", "FR", 1))) {
      assertThat(store.unfit(INVOICE, List.of(key, LocalKey.of("line", 1, "FR"))))
          .containsOnlyKeys(key)
          .extractingByKey(key)
          .asString()
          .contains(key.toString(), "table line", "the id of a line must be")
          .containsIgnoringCase("a whole number and a text as in its columns travel and country");
    }
  }

  private static IdStore mirroredLines(DataSource host) {
    return JdbcStores.builder(host)
        .createTables()
        .mirror(Mirror.of(INVOICE, "line").table("line").key("travel", "country").odooId("odoo_id"))
        .build()
        .idStore();
  }

  private static DataSource teachers(TestDatabase database, int count) {
    DataSource host = database.fresh();
    execute(host, "CREATE TABLE teacher (id integer PRIMARY KEY, odoo_partner_id bigint)");
    if (count > 0) {
      execute(host, "INSERT INTO teacher (id) " + TestDatabase.numbers(1, count));
    }
    return host;
  }

  private static IdStore mirrored(DataSource host) {
    return mirrored(host, "teacher", "id", "odoo_partner_id");
  }

  private static IdStore mirrored(
      DataSource host, String table, String idColumn, String odooIdColumn) {
    return JdbcStores.builder(host)
        .createTables()
        .mirror(Mirror.of(CONTACT, "teacher").table(table).key(idColumn).odooId(odooIdColumn))
        .build()
        .idStore();
  }

  private static List<@Nullable String> odooIds(DataSource host) {
    return select(host, "SELECT odoo_partner_id FROM teacher ORDER BY id");
  }

  private static LocalKey key(String id) {
    return LocalKey.of("teacher", id);
  }

  private static Link linked(String id, long odooId) {
    return new Link(CONTACT, key(id), odooId, null, AT);
  }
}
