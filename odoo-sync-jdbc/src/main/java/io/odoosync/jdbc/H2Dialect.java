package io.odoosync.jdbc;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** H2 in its regular mode. */
record H2Dialect() implements Dialect {

  private static final String DUPLICATE_KEY = "23505";
  private static final String CONCURRENT_UPDATE = "90131";
  private static final String LOCK_TIMEOUT = "HYT00";
  private static final String TABLE_EXISTS = "42S01";

  @Override
  public String ddlResource() {
    return "h2.sql";
  }

  @Override
  public String upsertLink(TableName links) {
    return "MERGE INTO "
        + links
        + " ("
        + LinkRow.COLUMNS
        + ") KEY (entity_type, local_key) VALUES (?, ?, ?, ?, ?, ?, ?)";
  }

  @Override
  public String linkKeys(int count) {
    return pairs("local_key", count);
  }

  @Override
  public String linkOdooIds(int count) {
    return pairs("odoo_id", count);
  }

  /** H2 uses both columns of the index for a list of pairs only. */
  private static String pairs(String column, int count) {
    return IntStream.rangeClosed(2, count + 1)
        .mapToObj(parameter -> "(?1, ?" + parameter + ")")
        .collect(Collectors.joining(", ", "(entity_type, " + column + ") IN (", ")"));
  }

  @Override
  public String limit() {
    return " FETCH FIRST ? ROWS ONLY";
  }

  /**
   * A MERGE that finds no row may still lose against an insert of the same key. A row that stays
   * locked for longer than H2 waits is one that others are busy with, or that a transaction with an
   * outdated snapshot can never have: a new transaction can.
   */
  @Override
  public boolean lostRace(SQLException failure) {
    return Dialect.isRollback(failure)
        || Dialect.hasState(failure, DUPLICATE_KEY)
        || Dialect.hasState(failure, CONCURRENT_UPDATE)
        || Dialect.hasState(failure, LOCK_TIMEOUT);
  }

  @Override
  public boolean alreadyExists(SQLException failure) {
    return Dialect.isRollback(failure) || Dialect.hasState(failure, TABLE_EXISTS);
  }
}
