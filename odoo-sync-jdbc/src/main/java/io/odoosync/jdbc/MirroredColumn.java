package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.Link;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A column of the host's own that repeats the Odoo ids. A row that already has the right id is not
 * touched, so that the host's triggers and time stamps see changes only.
 */
final class MirroredColumn {

  private static final Logger LOG = LoggerFactory.getLogger(MirroredColumn.class);

  private final Mirror mirror;
  private final MirrorKey key;
  private final ColumnBinding odooIdBinding;
  private final String update;
  private final String clear;

  private MirroredColumn(
      Mirror mirror, MirrorTable table, MirrorKey key, MirrorTable.Column odooId) {
    this.mirror = mirror;
    this.key = key;
    this.odooIdBinding = table.binding(odooId);
    String column = table.quoted(odooId);
    String where = " WHERE " + key.condition();
    String set = "UPDATE " + table.name() + " SET " + column;
    this.update = set + " = ?" + where + " AND (" + column + " IS NULL OR " + column + " <> ?)";
    this.clear = set + " = NULL" + where + " AND " + column + " IS NOT NULL";
  }

  /** Finds the table and its columns in the database. */
  static MirroredColumn lookUp(Transactions transactions, Mirror mirror) {
    MirrorTable table = MirrorTable.lookUp(transactions, mirror.table());
    return new MirroredColumn(
        mirror,
        table,
        MirrorKey.lookUp(table, mirror.keyColumns()),
        numeric(table, table.column(mirror.odooIdColumn())));
  }

  private static MirrorTable.Column numeric(MirrorTable table, MirrorTable.Column column) {
    if (table.binding(column).value("1").isEmpty()) {
      throw new JdbcStoreException(
          "Column " + column.name() + " of table " + table.name() + " cannot hold Odoo's numbers",
          null);
    }
    return column;
  }

  /**
   * Repeats the ids of those links that belong here. A pending link writes nothing, but its key is
   * checked already: once Odoo has the record it would be too late to refuse it.
   */
  void write(Connection connection, List<Link> links) throws SQLException {
    for (List<Link> chunk : Chunks.of(held(links), JdbcIdStore.ROWS_PER_BATCH)) {
      writeChunk(connection, chunk);
    }
  }

  private List<Link> held(Collection<Link> links) {
    return links.stream().filter(link -> mirror.holds(link.type(), link.key())).toList();
  }

  private void writeChunk(Connection connection, List<Link> links) throws SQLException {
    links.forEach(link -> row(link.key()));
    List<Link> linked = links.stream().filter(link -> !link.isPending()).toList();
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      for (Link link : linked) {
        Object odooId = odooId(link);
        List<Object> parameters = new ArrayList<>(row(link.key()));
        parameters.add(0, odooId);
        parameters.add(odooId);
        addBatch(statement, parameters);
      }
      logUntouched(linked.stream().map(Link::key).toList(), statement.executeBatch());
    }
  }

  private Object odooId(Link link) {
    return odooIdBinding.value(String.valueOf(link.odooId())).orElseThrow();
  }

  private static void addBatch(PreparedStatement statement, List<Object> parameters)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
    statement.addBatch();
  }

  private List<Object> row(LocalKey local) {
    return key.values(local)
        .orElseThrow(
            () ->
                new JdbcStoreException(
                    "The link of "
                        + local
                        + " cannot be mirrored to table "
                        + mirror.table()
                        + ": the id of a "
                        + local.kind()
                        + " must be "
                        + key,
                    null));
  }

  private void logUntouched(List<LocalKey> keys, int[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        LOG.debug("{}: {} has the id already, or has no row", mirror, keys.get(i));
      }
    }
  }

  /**
   * Sets the column to NULL. A key that cannot be in the table, from a pending link, has no row.
   */
  void clear(Connection connection, EntityType type, List<LocalKey> keys) throws SQLException {
    List<List<Object>> rows =
        keys.stream()
            .filter(local -> mirror.holds(type, local))
            .map(key::values)
            .flatMap(Optional::stream)
            .toList();
    for (List<List<Object>> chunk : Chunks.of(rows, JdbcIdStore.ROWS_PER_BATCH)) {
      clearChunk(connection, chunk);
    }
  }

  private void clearChunk(Connection connection, List<List<Object>> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(clear)) {
      for (List<Object> row : rows) {
        addBatch(statement, row);
      }
      statement.executeBatch();
    }
  }
}
