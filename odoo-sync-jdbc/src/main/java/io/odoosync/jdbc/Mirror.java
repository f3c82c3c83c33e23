package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of the host's own table that repeats Odoo's ids:
 *
 * <pre>{@code
 * Mirror.of(EntityType.CONTACT, "teacher").table("teacher").key("id").odooId("odoo_partner_id")
 * }</pre>
 *
 * <p>The column is derived from the links: it is written in the transaction that saves them, and
 * compared again by each run and by {@code rebuildLinks()}, which mend what an ORM with an old
 * entity or anybody else has written over it. A pending link writes nothing, a removed one sets
 * NULL. A row that is gone is no error; one that has the right id already is not touched.
 *
 * <p>A row that can't be written now, because another transaction has locked it or the database
 * refuses the value, keeps neither its link nor the other rows from being saved: it is a warning of
 * that record in the run ({@link IdStore#reconcile}), and the next run tries again. Nothing waits
 * for a lock for longer than {@link JdbcStores.Builder#lockTimeout}. A record whose key cannot be
 * one of the table ({@link IdStore#unfit}: no number for a column of numbers, no UUID for a UUID
 * column, another number of parts) fails before anything is created in Odoo for it.
 *
 * <p>No two rows may have the same key: there must be a primary key, or a unique constraint or
 * index, over the key's columns or some of them. That, the table and the columns are checked when
 * the stores are first used.
 *
 * <p>Table, key and Odoo's id are required. Their names consist of letters, digits and underscores,
 * not a digit first, 48 characters at most; they are spelled as in the database, or in any case if
 * they were created without quotes. Immutable: each method gives a new mirror.
 */
public final class Mirror {

  private final EntityType type;
  private final String kind;
  private final @Nullable TableName table;
  private final List<String> keyColumns;
  private final @Nullable String odooIdColumn;

  private Mirror(
      EntityType type,
      String kind,
      @Nullable TableName table,
      List<String> keyColumns,
      @Nullable String odooIdColumn) {
    this.type = type;
    this.kind = kind;
    this.table = table;
    this.keyColumns = keyColumns;
    this.odooIdColumn = odooIdColumn;
  }

  /**
   * Begins with the records whose ids are repeated.
   *
   * @param type the kind of entity
   * @param kind the {@link LocalKey#kind() kind} of the records in the table
   * @return a mirror that still lacks its table and columns
   * @throws IllegalArgumentException if no key can be of that kind
   */
  public static Mirror of(EntityType type, String kind) {
    return new Mirror(
        Objects.requireNonNull(type, "type"), LocalKey.of(kind, 1).kind(), null, List.of(), null);
  }

  /**
   * Names the host's table.
   *
   * @param name the name; a schema may precede it with a dot
   * @return the mirror with its table
   * @throws IllegalArgumentException if the name breaks the rule
   */
  public Mirror table(String name) {
    return new Mirror(type, kind, TableName.parse("table", name), keyColumns, odooIdColumn);
  }

  /**
   * Names the column with the {@link LocalKey#id() id} of the key: a whole number, text or a UUID.
   * For keys of several values, names the column of each of their {@link LocalKey#parts() parts}.
   *
   * @param column the column
   * @param more the columns of the other parts, in their order
   * @return the mirror with its key
   * @throws IllegalArgumentException if a name breaks the rule
   */
  public Mirror key(String column, String... more) {
    List<String> columns = new ArrayList<>(List.of(column));
    columns.addAll(List.of(more));
    columns.forEach(each -> TableName.identifier("key", each));
    return new Mirror(type, kind, table, List.copyOf(columns), odooIdColumn);
  }

  /**
   * Names the column to write: a whole number or text, with room for NULL.
   *
   * @param column the column
   * @return the mirror with its column
   * @throws IllegalArgumentException if the name breaks the rule
   */
  public Mirror odooId(String column) {
    return new Mirror(type, kind, table, keyColumns, TableName.identifier("odooId", column));
  }

  /** The same mirror, which lacks nothing. */
  Mirror complete() {
    if (table == null || keyColumns.isEmpty() || odooIdColumn == null) {
      throw new IllegalArgumentException(
          "mirror of " + kind + " must name its table(...), key(...) and odooId(...)");
    }
    return this;
  }

  TableName table() {
    return Objects.requireNonNull(table);
  }

  List<String> keyColumns() {
    return keyColumns;
  }

  String odooIdColumn() {
    return Objects.requireNonNull(odooIdColumn);
  }

  /** Table and column, for a message. */
  String column() {
    return table + "." + odooIdColumn;
  }

  boolean sameRecords(Mirror other) {
    return holds(other.type, other.kind);
  }

  boolean holds(EntityType otherType, LocalKey key) {
    return holds(otherType, key.kind());
  }

  private boolean holds(EntityType otherType, String otherKind) {
    return type == otherType && kind.equals(otherKind);
  }

  /** The records and the column, for example {@code CONTACT teacher to teacher.odoo_partner_id}. */
  @Override
  public String toString() {
    return type + " " + kind + " to " + column();
  }
}
