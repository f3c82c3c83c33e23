package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Links in a table. All statements take their rows in the order of the keys, so that two
 * transactions on the same rows queue up rather than wait for each other in a circle.
 */
final class JdbcIdStore implements IdStore {

  /** Keys per query: far below every product's limit of parameters. */
  static final int KEYS_PER_QUERY = 500;

  /** Rows per batch: bounds the driver's memory. */
  static final int ROWS_PER_BATCH = 500;

  private static final SafeLog LOG = SafeLog.of(JdbcIdStore.class);

  private final Transactions transactions;
  private final Supplier<Dialect> dialect;
  private final TableName table;
  private final AboutTable about;
  private final Mirrors mirrors;
  private final String delete;

  /**
   * Makes it without asking the database anything.
   *
   * @param mirrors found when they are first needed, which is before anything else is done
   */
  JdbcIdStore(
      Transactions transactions, Supplier<Dialect> dialect, Tables tables, Mirrors mirrors) {
    this.transactions = transactions.after(what -> mirrors.require());
    this.dialect = dialect;
    this.table = tables.links();
    this.about = new AboutTable(tables.about(), dialect);
    this.mirrors = mirrors;
    this.delete = "DELETE FROM " + table + " WHERE entity_type = ? AND local_key = ?";
  }

  @Override
  public Map<LocalKey, Link> find(EntityType type, Collection<LocalKey> keys) {
    List<LocalKey> sorted = List.copyOf(new TreeSet<>(keys));
    if (sorted.isEmpty()) {
      return Map.of();
    }
    return transactions.call(
        "find " + sorted.size() + " links in " + table,
        connection -> find(connection, type, sorted));
  }

  private Map<LocalKey, Link> find(Connection connection, EntityType type, List<LocalKey> keys)
      throws SQLException {
    Map<LocalKey, Link> found = new HashMap<>();
    for (List<LocalKey> chunk : Chunks.of(keys, KEYS_PER_QUERY)) {
      findChunk(connection, type, chunk).forEach(link -> found.put(link.key(), link));
    }
    return found;
  }

  private List<Link> findChunk(Connection connection, EntityType type, List<LocalKey> keys)
      throws SQLException {
    String sql = select(dialect.get().linkKeys(keys.size()));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, type.name());
      for (int i = 0; i < keys.size(); i++) {
        statement.setBytes(i + 2, SortKey.of(keys.get(i)));
      }
      return read(statement);
    }
  }

  @Override
  public List<Link> findByOdooId(EntityType type, Collection<Long> odooIds) {
    List<Long> sorted = List.copyOf(new TreeSet<>(odooIds));
    if (sorted.isEmpty()) {
      return List.of();
    }
    return transactions.call(
        "find the links to " + sorted.size() + " ids in " + table,
        connection -> findByOdooId(connection, type, sorted));
  }

  private List<Link> findByOdooId(Connection connection, EntityType type, List<Long> odooIds)
      throws SQLException {
    List<Link> found = new ArrayList<>();
    for (List<Long> chunk : Chunks.of(odooIds, KEYS_PER_QUERY)) {
      found.addAll(findChunkByOdooId(connection, type, chunk));
    }
    return found;
  }

  private List<Link> findChunkByOdooId(Connection connection, EntityType type, List<Long> odooIds)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(select(byOdooId(odooIds.size())))) {
      for (int i = 0; i < odooIds.size(); i++) {
        statement.setLong(i + 1, odooIds.get(i));
      }
      statement.setString(odooIds.size() + 1, type.name());
      return read(statement);
    }
  }

  /** A condition that finds links by Odoo id; its parameters are the ids and the entity type. */
  static String byOdooId(int count) {
    return "odoo_id IN (?"
        + ", ?".repeat(count - 1)
        + ") AND entity_type = ? ORDER BY odoo_id, local_key";
  }

  @Override
  public void save(Collection<Link> links) {
    List<Link> sorted = lastOfEachKey(links);
    if (sorted.isEmpty()) {
      return;
    }
    transactions.run(
        "save " + sorted.size() + " links in " + table, connection -> save(connection, sorted));
  }

  private static List<Link> lastOfEachKey(Collection<Link> links) {
    Map<EntityType, Map<LocalKey, Link>> latest = new TreeMap<>();
    for (Link link : links) {
      latest.computeIfAbsent(link.type(), type -> new TreeMap<>()).put(link.key(), link);
    }
    return latest.values().stream().flatMap(ofType -> ofType.values().stream()).toList();
  }

  private void save(Connection connection, List<Link> links) throws SQLException {
    String upsert = dialect.get().upsert(table, LinkRow.COLUMNS, LinkRow.KEY);
    SqlInstant times = dialect.get().times();
    try (PreparedStatement statement = connection.prepareStatement(upsert)) {
      for (List<Link> chunk : Chunks.of(links, ROWS_PER_BATCH)) {
        for (Link link : chunk) {
          LinkRow.bind(statement, link, times);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
    mirror(connection, links)
        .forEach((key, why) -> LOG.debug("The link of {} is saved, but {}", key, why));
  }

  private SortedMap<LocalKey, String> mirror(Connection connection, Collection<Link> links)
      throws SQLException {
    SortedMap<LocalKey, String> failed = new TreeMap<>();
    for (MirroredColumn mirror : mirrors.get()) {
      failed.putAll(mirror.write(connection, links));
    }
    return failed;
  }

  @Override
  public Map<LocalKey, String> unfit(EntityType type, Collection<LocalKey> keys) {
    Map<LocalKey, String> unfit = new TreeMap<>();
    mirrors.get().forEach(mirror -> unfit.putAll(mirror.unfit(type, keys)));
    return unfit;
  }

  @Override
  public Map<LocalKey, String> reconcile(Collection<Link> links) {
    List<Link> sorted = lastOfEachKey(links);
    if (mirrors.get().stream().noneMatch(mirror -> mirror.holdsAny(sorted))) {
      return Map.of();
    }
    return transactions.call(
        "compare " + sorted.size() + " links with the host's tables",
        connection -> mirror(connection, sorted));
  }

  @Override
  public void remove(EntityType type, Collection<LocalKey> keys) {
    SortedSet<LocalKey> sorted = new TreeSet<>(keys);
    if (sorted.isEmpty()) {
      return;
    }
    transactions.run(
        "remove " + sorted.size() + " links from " + table,
        connection -> remove(connection, type, List.copyOf(sorted)));
  }

  private void remove(Connection connection, EntityType type, List<LocalKey> keys)
      throws SQLException {
    List<LocalKey> removed = delete(connection, type, keys);
    for (MirroredColumn mirror : mirrors.get()) {
      mirror.clear(connection, type, removed);
    }
  }

  /** Deletes links and answers which of them were there. */
  private List<LocalKey> delete(Connection connection, EntityType type, List<LocalKey> keys)
      throws SQLException {
    List<LocalKey> removed = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(delete)) {
      for (List<LocalKey> chunk : Chunks.of(keys, ROWS_PER_BATCH)) {
        int[] counts = delete(statement, type, chunk);
        for (int i = 0; i < counts.length; i++) {
          if (counts[i] != 0) {
            removed.add(chunk.get(i));
          }
        }
      }
    }
    return removed;
  }

  private static int[] delete(PreparedStatement statement, EntityType type, List<LocalKey> keys)
      throws SQLException {
    for (LocalKey key : keys) {
      statement.setString(1, type.name());
      statement.setBytes(2, SortKey.of(key));
      statement.addBatch();
    }
    return statement.executeBatch();
  }

  @Override
  public List<Link> page(EntityType type, @Nullable LocalKey after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but is " + limit);
    }
    return transactions.call(
        "read a page of links from " + table, connection -> page(connection, type, after, limit));
  }

  private List<Link> page(
      Connection connection, EntityType type, @Nullable LocalKey after, int limit)
      throws SQLException {
    String page =
        select("entity_type = ? AND local_key > ? ORDER BY local_key" + dialect.get().limit());
    try (PreparedStatement statement = connection.prepareStatement(page)) {
      statement.setString(1, type.name());
      statement.setBytes(2, after == null ? SortKey.LOWEST : SortKey.of(after));
      statement.setInt(3, limit);
      return read(statement);
    }
  }

  @Override
  public Optional<String> owner() {
    return transactions.call(
        "read the owner of " + table, connection -> about.read(connection, AboutTable.OWNER));
  }

  @Override
  public void claim(String owner) {
    transactions.run(
        "claim " + table, connection -> about.write(connection, AboutTable.OWNER, owner));
  }

  private String select(String condition) {
    return "SELECT "
        + String.join(", ", LinkRow.COLUMNS)
        + " FROM "
        + table
        + " WHERE "
        + condition;
  }

  private List<Link> read(PreparedStatement statement) throws SQLException {
    SqlInstant times = dialect.get().times();
    List<Link> links = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        links.add(LinkRow.read(rows, times));
      }
    }
    return links;
  }
}
