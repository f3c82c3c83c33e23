package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The dialect of the host's database, which the host names or which is asked for once. */
final class Product implements Supplier<Dialect> {

  private final @Nullable Database named;
  private final Once<Dialect> known;

  /**
   * Makes it without asking the database anything.
   *
   * @param named what the host says; {@code null} if it says nothing
   * @param found is told once which product it is
   */
  Product(DataSource dataSource, @Nullable Database named, Consumer<Database> found) {
    this.named = named;
    this.known =
        new Once<>(
            () -> {
              Database product = named == null ? Database.of(dataSource) : named;
              found.accept(product);
              return product.dialect();
            });
  }

  /** As {@link Once#get}: who asks must hold no connection. */
  @Override
  public Dialect get() {
    return known.get();
  }

  /** The same, asked by way of a connection that is there, if it must be asked. */
  Dialect of(Connection connection) throws SQLException {
    if (known.isKnown()) {
      return known.get();
    }
    return (named == null ? Database.of(connection) : named).dialect();
  }
}
