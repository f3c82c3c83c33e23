/**
 * The storage ports of odoo-sync on a relational database. Start at {@link
 * io.odoosync.jdbc.JdbcStores}.
 */
@org.jspecify.annotations.NullMarked
module io.odoosync.jdbc {
  requires net.javacrumbs.shedlock.core;
  requires transitive io.odoosync.core;
  requires transitive java.sql;
  requires transitive org.jspecify;

  exports io.odoosync.jdbc;
}
