package io.odoosync.examples.schooltravel;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.PostalAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Teachers and guests, from two tables. */
final class JdbcContactSource implements ContactSource {

  private static final String CONTACTS =
      """
      SELECT * FROM (
        SELECT 'teacher' AS kind, id, name, email, phone, mobile, school,
               street, zip, city, country, odoo_partner_id
          FROM teacher
        UNION ALL
        SELECT 'guest', id, name, email, phone, NULL, NULL,
               street, zip, city, country, odoo_partner_id
          FROM guest
      ) contact
      """;

  private final DataSource dataSource;

  JdbcContactSource(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Stream<Contact> contacts() {
    return Rows.stream(dataSource, CONTACTS, JdbcContactSource::read);
  }

  @Override
  public Optional<Contact> find(LocalKey key) {
    return Rows.first(
        dataSource,
        CONTACTS + "WHERE kind = ? AND id = ?",
        JdbcContactSource::read,
        key.kind(),
        Keys.rowId(key, key.kind()));
  }

  private static Contact read(ResultSet row) throws SQLException {
    return Contact.builder(LocalKey.of(row.getString("kind"), row.getLong("id")))
        .name(row.getString("name"))
        .email(row.getString("email"))
        .phone(row.getString("phone"))
        .mobile(row.getString("mobile"))
        .address(
            new PostalAddress(
                row.getString("street"),
                row.getString("school"),
                row.getString("zip"),
                row.getString("city"),
                row.getString("country")))
        .odooId(row.getObject("odoo_partner_id", Long.class))
        .build();
  }
}
