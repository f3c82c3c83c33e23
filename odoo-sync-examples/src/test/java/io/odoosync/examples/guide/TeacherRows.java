package io.odoosync.examples.guide;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Teachers as an application with plain JDBC gives them. */
final class TeacherRows implements ContactSource {

  private final DataSource dataSource;

  TeacherRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  // region pass
  @Override
  public Stream<Contact> contacts() {
    return Stream.iterate(page(0), page -> !page.isEmpty(), page -> page(last(page)))
        .flatMap(List::stream);
  }

  private List<Contact> page(long after) {
    return query("WHERE id > ? ORDER BY id FETCH FIRST 500 ROWS ONLY", after);
  }

  private static long last(List<Contact> page) {
    return Long.parseLong(page.get(page.size() - 1).key().id());
  }

  // endregion

  // region row
  private static Contact contact(ResultSet row) throws SQLException {
    LocalKey key = LocalKey.of("teacher", row.getLong("id"));
    return ContactSource.read(
        key,
        () ->
            Contact.builder(key)
                .name(row.getString("name"))
                .email(row.getString("email"))
                .phone(row.getString("phone"))
                .updatedAt(row.getTimestamp("updated_at").toInstant())
                .build());
  }

  // endregion

  // region find
  @Override
  public Collection<Contact> find(Collection<LocalKey> keys) {
    Long[] ids =
        keys.stream()
            .filter(key -> key.kind().equals("teacher") && key.id().matches("[0-9]{1,18}"))
            .map(key -> Long.valueOf(key.id()))
            .toArray(Long[]::new);
    return query("WHERE id = ANY (?)", (Object) ids);
  }

  @Override
  public Optional<Stream<Contact>> changedSince(Instant since) {
    return Optional.of(query("WHERE updated_at >= ?", Timestamp.from(since)).stream());
  }

  // endregion

  // region apply
  @Override
  public void apply(ContactChange change) {
    String phone = change.after().phone();
    int rows =
        update(
            "UPDATE teacher SET phone = ?, updated_at = CURRENT_TIMESTAMP WHERE id = ?"
                + " AND (phone IS NOT DISTINCT FROM ? OR phone IS NOT DISTINCT FROM ?)",
            phone,
            Long.valueOf(change.key().id()),
            change.before().phone(), // what the run has read
            phone); // or what an earlier call has written
    if (rows == 0) {
      throw new IllegalStateException(change.key() + " has changed since it was read");
    }
  }

  // endregion

  private List<Contact> query(String where, Object parameter) {
    String sql = "SELECT id, name, email, phone, updated_at FROM teacher " + where;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, parameter);
      List<Contact> contacts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          contacts.add(contact(rows));
        }
      }
      return contacts;
    } catch (SQLException e) {
      throw new IllegalStateException("teachers can't be read", e);
    }
  }

  private int update(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("teacher can't be written", e);
    }
  }
}
