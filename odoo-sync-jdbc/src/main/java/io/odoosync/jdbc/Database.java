package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The database products that the stores speak to. */
public enum Database {
  /** PostgreSQL; tested on 18. */
  POSTGRESQL("PostgreSQL"),
  /** H2, in memory, in a file or as a server; tested on 2.5. */
  H2("H2"),
  /** MySQL, on InnoDB; tested on 9.7. */
  MYSQL("MySQL"),
  /** MariaDB from 10.6 on, on InnoDB; tested on 11.4. */
  MARIADB("MariaDB"),
  /** SQLite, in a file; tested on 3.54. Its connections must commit by themselves. */
  SQLITE("SQLite");

  private final String productName;

  Database(String productName) {
    this.productName = productName;
  }

  Dialect dialect() {
    return switch (this) {
      case POSTGRESQL -> new PostgreSqlDialect();
      case H2 -> new H2Dialect();
      case MYSQL, MARIADB -> new MySqlDialect(this);
      case SQLITE -> new SqliteDialect();
    };
  }

  /** Asks a data source for its product. */
  static Database of(DataSource dataSource) {
    try (Connection connection = OwnTransaction.connect(dataSource)) {
      return of(connection);
    } catch (SQLException failure) {
      throw Transactions.failed("ask for the database product", Redacted.of(failure));
    }
  }

  /** Asks a connection for its product. MySQL's own driver takes MariaDB for MySQL. */
  static Database of(Connection connection) throws SQLException {
    DatabaseMetaData metadata = connection.getMetaData();
    Database product = named(metadata.getDatabaseProductName());
    return product == MYSQL && metadata.getDatabaseProductVersion().contains("MariaDB")
        ? MARIADB
        : product;
  }

  /**
   * Finds a product by the name that its JDBC driver gives.
   *
   * @param productName as {@link java.sql.DatabaseMetaData#getDatabaseProductName} says
   * @return the product
   * @throws JdbcStoreException if it is not supported
   */
  public static Database named(String productName) {
    return Arrays.stream(values())
        .filter(database -> database.productName.equals(productName))
        .findFirst()
        .orElseThrow(() -> unsupported(productName));
  }

  private static JdbcStoreException unsupported(String productName) {
    return new JdbcStoreException(
        "The database product '"
            + productName
            + "' is not supported, only "
            + Arrays.stream(values())
                .map(each -> each.productName)
                .collect(Collectors.joining(", "))
            + ". If it is compatible with one of these, name that one with database(...).",
        null);
  }
}
