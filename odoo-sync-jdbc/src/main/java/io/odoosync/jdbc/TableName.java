package io.odoosync.jdbc;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table's name, with its schema or without, that may safely stand in a statement.
 *
 * @param schema the schema, or {@code null} for the connection's own
 * @param table the name without the schema
 */
record TableName(@Nullable String schema, String table) {

  /** Leaves room for the suffixes of the indexes within PostgreSQL's 63 characters. */
  static final int MAX_LENGTH = 48;

  private static final Pattern IDENTIFIER =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0," + (MAX_LENGTH - 1) + "}");

  static TableName parse(String parameter, String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? new TableName(null, identifier(parameter, name))
        : new TableName(
            identifier(parameter, name.substring(0, dot)),
            identifier(parameter, name.substring(dot + 1)));
  }

  static String identifier(String parameter, String name) {
    if (!IDENTIFIER.matcher(name).matches()) {
      throw new IllegalArgumentException(
          parameter
              + " must be a letter or underscore followed by letters, digits or underscores,"
              + " at most "
              + MAX_LENGTH
              + " in all, but is '"
              + name
              + "'");
    }
    return name;
  }

  /** The same name in the case that this database gives to names without quotes. */
  TableName folded(boolean upper) {
    return new TableName(schema == null ? null : fold(schema, upper), fold(table, upper));
  }

  private static String fold(String name, boolean upper) {
    return upper ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
  }

  /** The name in quotes, so that its case counts and it may be a reserved word. */
  String quoted(String quote) {
    String quotedTable = quote + table + quote;
    return schema == null ? quotedTable : quote + schema + quote + "." + quotedTable;
  }

  /** The name without quotes, as it stands in a statement. */
  @Override
  public String toString() {
    return schema == null ? table : schema + "." + table;
  }
}
