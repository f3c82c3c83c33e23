package io.odoosync.examples.schooltravel;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.source.PostalAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Teachers and guests, from two tables and back into them. */
final class JdbcContactSource implements ContactSource {

  private static final String CONTACTS =
      """
      SELECT * FROM (
        SELECT 'teacher' AS kind, id, name, email, phone, mobile, school,
               street, zip, city, country, odoo_partner_id, updated_at
          FROM teacher
        UNION ALL
        SELECT 'guest', id, name, email, phone, NULL, NULL,
               street, zip, city, country, odoo_partner_id, updated_at
          FROM guest
      ) contact
      """;

  private static final Map<String, String> GUEST_COLUMNS =
      Map.of(
          "name", "name",
          "email", "email",
          "phone", "phone",
          "address.street", "street",
          "address.zip", "zip",
          "address.city", "city",
          "address.countryCode", "country");

  private final DataSource dataSource;
  private final RowUpdate teachers;
  private final RowUpdate guests;

  JdbcContactSource(DataSource dataSource) {
    this.dataSource = dataSource;
    this.teachers = new RowUpdate(dataSource, "teacher", teacherColumns());
    this.guests = new RowUpdate(dataSource, "guest", GUEST_COLUMNS);
  }

  private static Map<String, String> teacherColumns() {
    Map<String, String> columns = new HashMap<>(GUEST_COLUMNS);
    columns.put("mobile", "mobile");
    columns.put("address.street2", "school");
    return columns;
  }

  @Override
  public Stream<Contact> contacts() {
    return Rows.stream(dataSource, CONTACTS, JdbcContactSource::read);
  }

  @Override
  public List<Contact> find(Collection<LocalKey> keys) {
    return Rows.all(
        dataSource,
        CONTACTS + "WHERE kind = 'teacher' AND id = ANY(?) OR kind = 'guest' AND id = ANY(?)",
        JdbcContactSource::read,
        Keys.rowIds(keys, Keys.TEACHER),
        Keys.rowIds(keys, Keys.GUEST));
  }

  @Override
  public void apply(ContactChange change) {
    String kind = change.key().kind();
    RowUpdate table = kind.equals(Keys.TEACHER) ? teachers : guests;
    table.apply(Keys.rowId(change.key(), kind), change.changes());
  }

  /** A row that can't be read is one failed contact. */
  private static Contact read(ResultSet row) throws SQLException {
    LocalKey key = LocalKey.of(row.getString("kind"), row.getLong("id"));
    return ContactSource.read(key, () -> contact(key, row));
  }

  private static Contact contact(LocalKey key, ResultSet row) throws SQLException {
    return Contact.builder(key)
        .name(row.getString("name"))
        .email(row.getString("email"))
        .phone(row.getString("phone"))
        .mobile(row.getString("mobile"))
        .address(
            PostalAddress.builder()
                .street(row.getString("street"))
                .street2(row.getString("school"))
                .zip(row.getString("zip"))
                .city(row.getString("city"))
                .countryCode(row.getString("country"))
                .build())
        .odooId(row.getObject("odoo_partner_id", Long.class))
        .updatedAt(row.getObject("updated_at", OffsetDateTime.class).toInstant())
        .build();
  }
}
