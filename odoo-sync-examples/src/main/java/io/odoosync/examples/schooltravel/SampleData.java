package io.odoosync.examples.schooltravel;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.sql.DataSource;
import net.datafaker.Faker;

/**
 * Invented teachers, guests, travels and invoices, the same in every database. Mail addresses and
 * French phone numbers are from ranges that belong to nobody.
 */
final class SampleData {

  static final int TEACHERS = 200;
  static final int GUESTS = 300;
  static final int TRAVELS = 60;
  static final int TRAVELS_PER_STATE = 20;
  static final int INVOICES = 80;

  /** Invoices that are not validated yet, and therefore none of Odoo's business. */
  static final int DRAFTS = 5;

  private static final long SEED = 20_260_901;
  private static final LocalDate SCHOOL_YEAR = LocalDate.of(2026, 9, 1);
  private static final List<String> STATES = List.of("NEW", "QUOTE_VALIDATED", "INVOICED");
  private static final List<String> DESTINATIONS =
      List.of("Rome", "Londres", "Berlin", "Barcelone", "Vienne", "Prague", "Athènes", "Dublin");
  private static final List<Service> SERVICES =
      List.of(
          new Service("Transport en autocar", "TVA10", "10"),
          new Service("Hébergement en auberge de jeunesse", "TVA10", "10"),
          new Service("Visite guidée", "TVA20", "20"),
          new Service("Assurance et assistance", "TVA20", "20"),
          new Service("Livret pédagogique", "TVA55", "5.5"));
  private static final List<Town> BELGIAN =
      List.of(new Town("1000", "Bruxelles"), new Town("4000", "Liège"), new Town("5000", "Namur"));
  private static final List<Town> SWISS =
      List.of(new Town("1204", "Genève"), new Town("1003", "Lausanne"), new Town("1950", "Sion"));

  private final Random random = new Random(SEED);
  private final Faker faker = new Faker(Locale.FRANCE, random);

  private record Service(String description, String taxCode, String taxPercent) {}

  private record Town(String zip, String city) {}

  /** Inserts one row after the other. */
  private interface Inserts {
    void row(Object... values) throws SQLException;
  }

  private interface Filling {
    void fill(Inserts inserts) throws SQLException;
  }

  /** Fills empty tables, in one transaction. */
  void insertInto(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      fill(connection, "teacher", 10, this::teachers);
      fill(connection, "guest", 8, this::guests);
      fill(connection, "travel", 8, this::travels);
      fill(connection, "invoice", 8, this::invoices);
      fill(connection, "invoice_line", 8, this::invoiceLines);
      connection.commit();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** After the values come Odoo's id, which stays empty, and the time of the change. */
  private static void fill(Connection connection, String table, int columns, Filling filling)
      throws SQLException {
    String end =
        switch (table) {
          case "invoice_line" -> ")";
          case "invoice" -> ", NULL)";
          default -> ", NULL, '" + SCHOOL_YEAR + "T08:00:00Z')";
        };
    String values = String.join(", ", Collections.nCopies(columns, "?"));
    String sql = "INSERT INTO " + table + " VALUES (" + values + end;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      filling.fill(row -> add(statement, row));
      statement.executeBatch();
    }
  }

  private static void add(PreparedStatement statement, Object... row) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      statement.setObject(i + 1, row[i]);
    }
    statement.addBatch();
  }

  private void teachers(Inserts teachers) throws SQLException {
    for (long id = 1; id <= TEACHERS; id++) {
      String country = country();
      Town town = town(country);
      String name = name();
      teachers.row(
          id,
          name,
          email(name, id, "example.org"),
          phone(country, "1 99 00"),
          phone(country, "6 39 98"),
          "Lycée " + faker.name().lastName(),
          street(),
          town.zip(),
          town.city(),
          country);
    }
  }

  private void guests(Inserts guests) throws SQLException {
    for (long id = 1; id <= GUESTS; id++) {
      String country = country();
      Town town = town(country);
      String name = name();
      guests.row(
          id,
          name,
          email(name, id, "example.com"),
          phone(country, "6 39 98"),
          street(),
          town.zip(),
          town.city(),
          country);
    }
  }

  private void travels(Inserts travels) throws SQLException {
    for (long id = 1; id <= TRAVELS; id++) {
      String destination = oneOf(DESTINATIONS);
      LocalDate departure = SCHOOL_YEAR.plusDays(60 + random.nextInt(200));
      travels.row(
          id,
          destination + ", voyage " + id,
          STATES.get((int) (id - 1) / TRAVELS_PER_STATE),
          1L + random.nextInt(TEACHERS),
          amount(200_000, 2_000_000),
          departure,
          departure.plusDays(2 + random.nextInt(5)),
          departure.minusDays(45));
    }
  }

  /** Each belongs to an invoiced travel. Every fourth goes to a teacher, the others to guests. */
  private void invoices(Inserts invoices) throws SQLException {
    for (long id = 1; id <= INVOICES + DRAFTS; id++) {
      boolean teacher = id % 4 == 0;
      LocalDate date = SCHOOL_YEAR.plusDays(random.nextInt(90));
      invoices.row(
          id,
          String.format(Locale.ROOT, "ST-2026-%04d", id),
          2L * TRAVELS_PER_STATE + 1 + random.nextInt(TRAVELS_PER_STATE),
          teacher ? Keys.TEACHER : Keys.GUEST,
          1L + random.nextInt(teacher ? TEACHERS : GUESTS),
          id <= INVOICES,
          date,
          date.plusDays(30));
    }
  }

  private void invoiceLines(Inserts lines) throws SQLException {
    for (long invoice = 1; invoice <= INVOICES + DRAFTS; invoice++) {
      int count = 1 + random.nextInt(5);
      for (int position = 1; position <= count; position++) {
        Service service = oneOf(SERVICES);
        lines.row(
            invoice,
            position,
            service.description(),
            1 + random.nextInt(40),
            amount(250, 30_000),
            random.nextInt(5) == 0 ? 5 : 0,
            service.taxCode(),
            new BigDecimal(service.taxPercent()));
      }
    }
  }

  private String name() {
    return faker.name().firstName() + " " + faker.name().lastName();
  }

  /** The local part is plain ASCII: accents go, everything else that is no letter becomes a dot. */
  private static String email(String name, long id, String domain) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String local = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
    return local + "." + id + "@" + domain;
  }

  private String country() {
    int share = random.nextInt(20);
    return share == 0 ? "BE" : share == 1 ? "CH" : "FR";
  }

  private Town town(String country) {
    return switch (country) {
      case "BE" -> oneOf(BELGIAN);
      case "CH" -> oneOf(SWISS);
      default -> new Town(digits("#####"), faker.address().city());
    };
  }

  private String street() {
    return faker.address().streetAddress();
  }

  private String phone(String country, String fictionalRangeInFrance) {
    return switch (country) {
      case "BE" -> digits("+32 2 555 ## ##");
      case "CH" -> digits("+41 22 555 ## ##");
      default -> digits("+33 " + fictionalRangeInFrance + " ## ##");
    };
  }

  private String digits(String pattern) {
    return faker.numerify(pattern);
  }

  private BigDecimal amount(int fromCents, int toCents) {
    return BigDecimal.valueOf(fromCents + random.nextInt(toCents - fromCents), 2);
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
