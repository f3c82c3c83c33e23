package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.Link;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A column of the host's own that repeats the Odoo ids. It is compared first, so that the host's
 * triggers and time stamps see changes only. What somebody else has locked is put off rather than
 * waited for, and what the database refuses is found row by row, so that one row never keeps the
 * others from their ids.
 */
final class MirroredColumn {

  /** Enough to get a lock that is free; {@code 0} would be for ever on PostgreSQL. */
  private static final Duration NO_TIME = Duration.ofMillis(1);

  private final Mirror mirror;
  private final MirrorKey key;
  private final ColumnBinding odooIdBinding;
  private final MirrorRows rows;
  private final Attempts attempts;
  private final Dialect dialect;
  private final Duration lockTimeout;

  private MirroredColumn(
      Mirror mirror, MirrorTable table, MirrorKey key, Dialect dialect, Duration lockTimeout) {
    MirrorKey.Column odooId = numeric(table, table.column(mirror.odooIdColumn()));
    if (key.columns().contains(odooId)) {
      throw new JdbcStoreException(
          "Column " + odooId.name() + " of table " + table.name() + " is the mirror's key itself",
          null);
    }
    this.mirror = mirror;
    this.key = key;
    this.odooIdBinding = odooId.binding();
    this.rows = new MirrorRows(table, key, odooId, dialect);
    this.attempts = new Attempts(dialect);
    this.dialect = dialect;
    this.lockTimeout = lockTimeout;
  }

  /**
   * Finds the table and its columns in the database.
   *
   * @param lockTimeout how long a statement may wait for a lock
   * @throws JdbcStoreException if one is missing or does not fit
   */
  static MirroredColumn lookUp(
      Transactions transactions, Dialect dialect, Mirror mirror, Duration lockTimeout) {
    MirrorTable table = MirrorTable.lookUp(transactions, dialect, mirror.table());
    MirrorKey key = MirrorKey.lookUp(table, mirror.keyColumns());
    return new MirroredColumn(mirror, table, key, dialect, lockTimeout);
  }

  private static MirrorKey.Column numeric(MirrorTable table, MirrorTable.Column column) {
    if (table.binding(column).value("1").isEmpty()) {
      throw new JdbcStoreException(
          "Column " + column.name() + " of table " + table.name() + " cannot hold Odoo's numbers",
          null);
    }
    return new MirrorKey.Column(table, column);
  }

  /** Those of these records that can't be one of the table, with why. */
  Map<LocalKey, String> unfit(EntityType type, Collection<LocalKey> keys) {
    Map<LocalKey, String> unfit = new HashMap<>();
    keys.stream()
        .filter(local -> mirror.holds(type, local) && key.values(local).isEmpty())
        .forEach(local -> unfit.put(local, unfit(local)));
    return unfit;
  }

  private String unfit(LocalKey local) {
    return local
        + " cannot be a row of table "
        + mirror.table()
        + ", to which its id in Odoo is mirrored: the id of a "
        + local.kind()
        + " must be "
        + key;
  }

  /** Whether one of these links belongs here and has an id. */
  boolean holdsAny(Collection<Link> links) {
    return links.stream().anyMatch(this::holds);
  }

  private boolean holds(Link link) {
    return !link.isPending() && mirror.holds(link.type(), link.key());
  }

  /**
   * Repeats the ids of those links that belong here, as far as that can be done now.
   *
   * @return the others, with why not
   * @throws SQLException if the transaction can't go on
   */
  SortedMap<LocalKey, String> write(Connection connection, Collection<Link> links)
      throws SQLException {
    List<Link> held = links.stream().filter(this::holds).toList();
    SortedMap<LocalKey, String> failed = new TreeMap<>();
    for (List<Link> chunk : Chunks.of(held, JdbcIdStore.ROWS_PER_BATCH)) {
      dialect.waitAtMost(connection, lockTimeout);
      new Writing(connection, failed).write(chunk);
    }
    return failed;
  }

  /** One chunk of links being written. */
  private final class Writing {
    private final Connection connection;
    private final SortedMap<LocalKey, String> failed;
    private final Map<MirrorRows.Target, LocalKey> keys = new HashMap<>();
    private List<MirrorRows.Target> open = List.of();

    Writing(Connection connection, SortedMap<LocalKey, String> failed) {
      this.connection = connection;
      this.failed = failed;
    }

    void write(List<Link> links) throws SQLException {
      List<MirrorRows.Target> targets = new ArrayList<>();
      links.forEach(link -> target(link).ifPresent(targets::add));
      if (!targets.isEmpty()) {
        open = targets;
        attempts
            .attempt(connection, this::writeDiffering)
            .ifPresent(failure -> open.forEach(target -> fail(target, words(failure))));
      }
    }

    private Optional<MirrorRows.Target> target(Link link) {
      Optional<MirrorRows.Target> target =
          key.values(link.key()).map(values -> new MirrorRows.Target(values, odooId(link)));
      target.ifPresentOrElse(
          known -> keys.put(known, link.key()), () -> failed.put(link.key(), unfit(link.key())));
      return target;
    }

    private Object odooId(Link link) {
      return odooIdBinding.value(String.valueOf(link.odooId())).orElseThrow();
    }

    private void writeDiffering() throws SQLException {
      open = rows.differing(connection, open);
      if (!open.isEmpty()) {
        List<MirrorRows.Target> free = rows.locked(connection, open);
        List<MirrorRows.Target> taken = new ArrayList<>(open);
        taken.removeAll(free);
        taken.forEach(target -> fail(target, "another transaction has locked its row"));
        writeOrHalve(free);
      }
    }

    private void writeOrHalve(List<MirrorRows.Target> targets) throws SQLException {
      if (targets.isEmpty()) {
        return;
      }
      Optional<SQLException> failure =
          attempts.attempt(connection, () -> rows.write(connection, targets));
      if (failure.isEmpty()) {
        return;
      }
      if (dialect.isLockTimeout(failure.get())) {
        dialect.waitAtMost(connection, NO_TIME);
      }
      if (targets.size() == 1) {
        fail(targets.get(0), words(failure.get()));
      } else {
        writeOrHalve(targets.subList(0, targets.size() / 2));
        writeOrHalve(targets.subList(targets.size() / 2, targets.size()));
      }
    }

    private String words(SQLException failure) {
      return dialect.isLockTimeout(failure)
          ? "another transaction has locked what is needed for it"
          : Transactions.words(failure);
    }

    private void fail(MirrorRows.Target target, String why) {
      LocalKey local = keys.get(target);
      if (local != null) {
        failed.put(local, "its id in Odoo could not be written to " + mirror.column() + ": " + why);
      }
    }
  }

  /**
   * Sets the column to NULL. A key that cannot be in the table, from before there was a mirror, has
   * no row.
   *
   * @throws JdbcStoreException if a row stays locked
   */
  void clear(Connection connection, EntityType type, List<LocalKey> locals) throws SQLException {
    List<List<Object>> held =
        locals.stream()
            .filter(local -> mirror.holds(type, local))
            .map(key::values)
            .flatMap(Optional::stream)
            .toList();
    for (List<List<Object>> chunk : Chunks.of(held, JdbcIdStore.ROWS_PER_BATCH)) {
      dialect.waitAtMost(connection, lockTimeout);
      clearChunk(connection, chunk);
    }
  }

  /** A link that is gone could not mend the column any more: so it waits, but not for ever. */
  private void clearChunk(Connection connection, List<List<Object>> chunk) throws SQLException {
    try {
      rows.clear(connection, chunk);
    } catch (SQLException failure) {
      if (dialect.isLockTimeout(failure)) {
        throw Transactions.failed(
            "clear "
                + mirror.column()
                + ", because another transaction has had a row locked for "
                + lockTimeout.toMillis()
                + " ms",
            Redacted.of(failure));
      }
      throw failure;
    }
  }
}
