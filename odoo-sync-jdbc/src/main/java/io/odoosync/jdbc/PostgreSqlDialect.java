package io.odoosync.jdbc;

import java.sql.SQLException;

/** PostgreSQL and what speaks its dialect. */
record PostgreSqlDialect() implements Dialect {

  private static final String DUPLICATE_TABLE = "42P07";
  private static final String DUPLICATE_OBJECT = "42710";
  private static final String UNIQUE_VIOLATION = "23505";

  @Override
  public String migrations() {
    return "postgresql";
  }

  @Override
  public String upsertLink(TableName links) {
    return "INSERT INTO "
        + links
        + " ("
        + LinkRow.COLUMNS
        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (entity_type, local_key) DO UPDATE SET"
        + " odoo_id = EXCLUDED.odoo_id, base = EXCLUDED.base, updated_at = EXCLUDED.updated_at,"
        + " odoo_created_at = EXCLUDED.odoo_created_at";
  }

  @Override
  public String linkKeys(int count) {
    return "entity_type = ? AND local_key IN (?" + ", ?".repeat(count - 1) + ")";
  }

  @Override
  public String upsertState(TableName state) {
    return "INSERT INTO "
        + state
        + " (state_key, name, content) VALUES (?, ?, ?)"
        + " ON CONFLICT (state_key) DO UPDATE SET content = EXCLUDED.content";
  }

  @Override
  public String upsertAbout(TableName about) {
    return "INSERT INTO "
        + about
        + " (name, content) VALUES (?, ?)"
        + " ON CONFLICT (name) DO UPDATE SET content = EXCLUDED.content";
  }

  @Override
  public String insertLock(TableName lock) {
    return "INSERT INTO "
        + lock
        + " (name, locked_by, lock_until, locked_at) VALUES (?, ?, "
        + utcLater()
        + ", "
        + utcNow()
        + ") ON CONFLICT (name) DO NOTHING";
  }

  @Override
  public String utcNow() {
    return "timezone('utc', CURRENT_TIMESTAMP)";
  }

  @Override
  public String utcLater() {
    return utcNow() + " + ? * interval '1 millisecond'";
  }

  @Override
  public String limit() {
    return " FETCH FIRST ? ROWS ONLY";
  }

  @Override
  public boolean lostRace(SQLException failure) {
    return Dialect.isRollback(failure);
  }

  @Override
  public boolean altersByCopying() {
    return false;
  }

  /** Two sessions that create the same object at once collide in the catalogue's unique indexes. */
  @Override
  public boolean alreadyExists(SQLException failure) {
    return Dialect.hasState(failure, DUPLICATE_TABLE)
        || Dialect.hasState(failure, DUPLICATE_OBJECT)
        || Dialect.hasState(failure, UNIQUE_VIOLATION);
  }
}
