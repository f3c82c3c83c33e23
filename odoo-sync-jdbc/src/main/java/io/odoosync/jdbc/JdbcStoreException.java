package io.odoosync.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * The database refused or could not be reached. The message says what was attempted on which table,
 * and the database's own words; the cause is the driver's exception, where there is one. Nothing
 * was changed, except that a connection lost during the commit leaves that open: saving or removing
 * links may then simply be repeated.
 */
public final class JdbcStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JdbcStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
