package io.odoosync.examples.schooltravel;

/** The application's database failed. */
final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseException(Exception cause) {
    super(cause);
  }
}
