package io.odoosync.jdbc;

import io.odoosync.internal.text.Redaction;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A failure of the database without the values that products put into its text. PostgreSQL's driver
 * repeats a failed batch, its server adds the row that breaks a constraint as a detail on a line of
 * its own, H2 adds it behind {@code VALUES}, and MySQL and MariaDB quote the value that they
 * refuse; with a mirror, that is a row of the host's. Drivers repeat an address that they can't
 * use, with the password in it.
 */
final class Redacted {

  private static final Pattern VALUES =
      Pattern.compile(
          "(\\R| VALUES *\\(|(?<=Duplicate entry )'|(?<= value: )'|(?<= value: )`).*",
          Pattern.DOTALL);
  private static final String CONNECTION = "08";

  private Redacted() {}

  static SQLException of(SQLException thrown) {
    SQLException failure = single(thrown);
    SQLException redacted =
        new SQLException(message(failure), failure.getSQLState(), failure.getErrorCode());
    redacted.setStackTrace(failure.getStackTrace());
    if (Dialect.hasState(failure, CONNECTION) && failure.getCause() != null) {
      redacted.initCause(Redaction.OF_PATTERNS.safe(failure.getCause()));
    }
    return redacted;
  }

  private static SQLException single(SQLException thrown) {
    SQLException inner = thrown.getNextException();
    return thrown instanceof BatchUpdateException && inner != null ? inner : thrown;
  }

  private static String message(SQLException failure) {
    String text = Objects.requireNonNullElse(failure.getMessage(), "no reason given");
    return Redaction.OF_PATTERNS.line(VALUES.matcher(text).replaceFirst(""));
  }
}
