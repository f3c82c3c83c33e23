package io.odoosync.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The nodes of a host over a database of its own: each, also after a restart, has its own pool. */
final class HostNodes implements AutoCloseable {

  private final HostDatabase kind;
  private final DataSource database;
  private final List<HikariDataSource> pools = new ArrayList<>();

  HostNodes(HostDatabase kind, Path folder) {
    this.kind = kind;
    this.database = kind.fresh(folder);
  }

  /** Starts another node. */
  JdbcStores.Builder node() {
    HikariDataSource pool = Pools.over(database, kind::configure);
    pools.add(pool);
    return JdbcStores.builder(pool).createTables();
  }

  /** Stops all nodes and starts one. */
  JdbcStores.Builder restarted() {
    close();
    return node();
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
    pools.clear();
  }
}
