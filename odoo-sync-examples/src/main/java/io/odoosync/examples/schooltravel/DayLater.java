package io.odoosync.examples.schooltravel;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * A day's work: some records change here, some in Odoo, some on both sides. Each change depends on
 * the value that is there, so that it is one also when the demonstration runs again.
 */
final class DayLater {

  private static final String PHONE =
      "phone = LEFT(phone, LENGTH(phone) - 1) || MOD(CAST(RIGHT(phone, 1) AS INT) + 1, 10)";
  private static final String CITY = "city = " + toggled("city", " Cedex");
  private static final String STREET = "street = " + toggled("street", ", 2e étage");
  private static final String TITLE = "title = " + toggled("title", " (complet)");

  private final SchoolDatabase database;
  private final OdooClient odoo;
  private final IdStore idStore;

  /**
   * Prepares for a day.
   *
   * @param odoo the Odoo in which people work
   * @param idStore knows which record is which
   */
  DayLater(SchoolDatabase database, OdooClient odoo, IdStore idStore) {
    this.database = database;
    this.odoo = odoo;
    this.idStore = idStore;
  }

  /** Lets it happen. */
  void passes() {
    here();
    inOdoo();
  }

  private void here() {
    update("teacher", CITY, 1, 12);
    update("teacher", PHONE, 21, 25);
    update("teacher", CITY, 26, 28);
    update("teacher", STREET, 31, 34);
    update("travel", "expected_revenue = expected_revenue + 150", 41, 42);
    update("travel", TITLE, 60, 60);
    validateQuotes();
    database.execute(
        "UPDATE invoice SET validated = TRUE"
            + " WHERE id = (SELECT MIN(id) FROM invoice WHERE NOT validated)");
  }

  private void validateQuotes() {
    database.execute(
        "UPDATE travel SET state = 'QUOTE_VALIDATED', updated_at = CURRENT_TIMESTAMP"
            + " WHERE id IN (SELECT id FROM travel WHERE state = 'NEW' ORDER BY id LIMIT 3)");
  }

  private void update(String table, String assignment, long from, long to) {
    database.execute(
        "UPDATE %s SET %s, updated_at = CURRENT_TIMESTAMP WHERE id BETWEEN %d AND %d"
            .formatted(table, assignment, from, to));
  }

  /** SQL for a text that ends with something if it did not, and does not if it did. */
  private static String toggled(String column, String end) {
    return "CASE WHEN %1$s LIKE '%%%2$s' THEN LEFT(%1$s, LENGTH(%1$s) - %3$d) ELSE %1$s || '%2$s' END"
        .formatted(column, end, end.length());
  }

  private void inOdoo() {
    edit(EntityType.CONTACT, Keys.GUEST, 1, 8, text("phone", DayLater::nextButOne));
    edit(EntityType.CONTACT, Keys.TEACHER, 21, 25, text("phone", DayLater::nextButOne));
    edit(EntityType.CONTACT, Keys.TEACHER, 26, 28, text("city", city -> toggle(city, " Centre")));
    edit(EntityType.CONTACT, Keys.TEACHER, 31, 34, text("email", DayLater::otherDomain));
    edit(EntityType.TRAVEL, Keys.TRAVEL, 51, 54, DayLater::decidesLater);
    edit(EntityType.TRAVEL, Keys.TRAVEL, 60, 60, text("name", name -> toggle(name, " !")));
  }

  private void edit(
      EntityType type, String kind, long from, long to, Function<OdooRecord, Map<String, ?>> how) {
    List<LocalKey> keys =
        LongStream.rangeClosed(from, to).mapToObj(id -> LocalKey.of(kind, id)).toList();
    List<Long> ids =
        idStore.find(type, keys).values().stream()
            .map(Link::odooId)
            .filter(Objects::nonNull)
            .toList();
    odoo.read(type.model(), ids, fields(type))
        .forEach(record -> odoo.write(type.model(), List.of(record.id()), how.apply(record)));
  }

  private static List<String> fields(EntityType type) {
    return type == EntityType.CONTACT
        ? List.of("phone", "city", "email")
        : List.of("name", "date_deadline");
  }

  private static Function<OdooRecord, Map<String, ?>> text(
      String field, Function<String, String> how) {
    return record -> Map.of(field, how.apply(record.text(field).orElse("")));
  }

  private static Map<String, ?> decidesLater(OdooRecord lead) {
    return lead.date("date_deadline")
        .map(day -> Map.of("date_deadline", day.plusDays(7).toString()))
        .orElse(Map.of());
  }

  /** The host's change to the same number is the next one. */
  private static String nextButOne(String phone) {
    int end = phone.length() - 1;
    return phone.substring(0, end) + (Character.digit(phone.charAt(end), 10) + 2) % 10;
  }

  private static String toggle(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text + end;
  }

  private static String otherDomain(String email) {
    return email.endsWith(".org")
        ? email.replace("@example.org", "@example.com")
        : email.replace("@example.com", "@example.org");
  }
}
