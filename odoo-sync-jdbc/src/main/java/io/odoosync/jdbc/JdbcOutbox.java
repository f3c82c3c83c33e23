package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.Outbox;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An {@link Outbox} in a table of the host's database, see {@link JdbcStores#outbox()}.
 *
 * <pre>{@code
 * @Transactional
 * void save(Teacher teacher) {
 *   teachers.save(teacher);
 *   stores.outbox().changed(EntityType.CONTACT, List.of(LocalKey.of("teacher", teacher.id())));
 * }
 * }</pre>
 *
 * <p>{@link #changed} writes in the host's transaction and is committed or rolled back with it:
 *
 * <ul>
 *   <li>in Spring's current transaction, if it is one on the data source of the stores or on one
 *       that this one stands before (tested with Spring 6.2). In a transaction of Spring's on
 *       something else it refuses. What runs after the commit, but still in the thread of the
 *       transaction, is too late for it: there, call it in a new transaction;
 *   <li>on a connection that the data source hands out in the middle of a transaction, with
 *       uncommitted work;
 *   <li>on the connection that the host hands over: {@link #on};
 *   <li>else in a transaction of its own.
 * </ul>
 *
 * It only adds rows, one for each key, so it waits for nobody and keeps nobody waiting. Everything
 * else is done in short transactions of its own, as in all {@link JdbcStores}; none is open while
 * the entries are dealt with. Several nodes pass over what others are just taking ({@code SKIP
 * LOCKED}; on SQLite one at a time writes).
 *
 * <p>{@link Outbox.Entry#notedAt} is the database's time, on PostgreSQL that at which the
 * transaction began. {@link #size} counts row by row, also those that will be taken as one. Ids are
 * numbers; an entry that was taken again has the same id, and more attempts.
 */
public final class JdbcOutbox implements Outbox {

  private final OutboxTable table;
  private final Workplace noting;
  private final Workplace work;
  private final Schema schema;

  JdbcOutbox(OutboxTable table, Workplace noting, Workplace work, Schema schema) {
    this.table = table;
    this.noting = noting;
    this.work = work;
    this.schema = schema;
  }

  /**
   * The same outbox within a transaction of the caller's: whatever it does is done on this
   * connection, which it neither commits nor rolls back nor closes. Where that commits by itself,
   * each statement is a transaction.
   *
   * <pre>{@code
   * connection.setAutoCommit(false);
   * update(connection, teacher);
   * stores.outbox().on(connection).changed(EntityType.CONTACT, List.of(teacher.key()));
   * connection.commit();
   * }</pre>
   *
   * @param connection a connection to the database of the stores
   * @return an outbox for this transaction and, like the connection, for one thread
   */
  public Outbox on(Connection connection) {
    OnConnection place = new OnConnection(Objects.requireNonNull(connection, "connection"), schema);
    return new JdbcOutbox(table, place, place, schema);
  }

  /**
   * {@inheritDoc}
   *
   * @throws JdbcStoreException if the database refuses, or if this thread is in a transaction of
   *     Spring's on something else
   */
  @Override
  public void changed(EntityType type, Collection<LocalKey> keys) {
    Objects.requireNonNull(type, "type");
    List<LocalKey> distinct = List.copyOf(new LinkedHashSet<>(keys));
    if (!distinct.isEmpty()) {
      noting.run(
          "note " + distinct.size() + " changes in " + table,
          connection -> table.note(connection, type, distinct));
    }
  }

  @Override
  public List<Entry> take(int limit, Instant now, Duration lease) {
    Outbox.requireLimit(limit);
    Instant end = now.plus(Outbox.requireLease(lease));
    return work.call(
        "take up to " + limit + " entries from " + table,
        connection -> new OutboxTaking(table, connection, limit, now, end).run());
  }

  @Override
  public void done(Collection<Entry> entries) {
    List<Entry> all = List.copyOf(entries);
    if (!all.isEmpty()) {
      work.run(
          "remove " + all.size() + " entries from " + table,
          connection -> table.delete(connection, all));
    }
  }

  @Override
  public void giveBack(Collection<Entry> entries, Instant notBefore) {
    Objects.requireNonNull(notBefore, "notBefore");
    List<Entry> all = List.copyOf(entries);
    if (!all.isEmpty()) {
      work.run(
          "give " + all.size() + " entries back to " + table,
          connection -> table.giveBack(connection, all, notBefore));
    }
  }

  @Override
  public long size() {
    return work.call("count the entries in " + table, table::count);
  }

  @Override
  public Optional<Instant> waitingSince() {
    return work.call("find the oldest entry in " + table, table::oldest).map(OutboxRow::notedAt);
  }
}
