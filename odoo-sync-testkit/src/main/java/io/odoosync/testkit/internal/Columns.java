package io.odoosync.testkit.internal;

import io.odoosync.testkit.internal.orm.Database;
import io.odoosync.testkit.internal.orm.Registry;
import io.odoosync.testkit.internal.orm.Row;
import io.odoosync.testkit.internal.orm.Table;
import io.odoosync.testkit.internal.schema.Field;
import java.util.List;
import java.util.function.BiConsumer;

/** Changes columns of tables, in a transaction each, as an upgrade does: nobody wrote anything. */
public final class Columns {
  private Columns() {}

  /** A column holds nothing. */
  public static void empty(Registry registry, String model, Field field) {
    Object nothing = nothing(field);
    each(registry.database(), model, (table, row) -> table.put(row.id(), field.name(), nothing));
  }

  private static Object nothing(Field field) {
    if (field.type().isToMany()) {
      return List.of();
    }
    return field.type().isNumber() ? (Object) 0 : false;
  }

  /**
   * A column has another name. What it holds stays under the old one too, for what the server
   * itself does with it, and which no client sees.
   */
  public static void copy(Registry registry, String model, String from, String to) {
    each(registry.database(), model, (table, row) -> table.put(row.id(), to, row.get(from)));
  }

  private static void each(Database database, String model, BiConsumer<Table, Row> change) {
    database.transaction(
        () -> {
          Table table = database.table(model);
          List.copyOf(table.rows()).forEach(row -> change.accept(table, row));
          return model;
        });
  }
}
