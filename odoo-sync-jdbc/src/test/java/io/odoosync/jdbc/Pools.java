package io.odoosync.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Connection pools as hosts have them. */
final class Pools {

  private Pools() {}

  static HikariDataSource over(DataSource dataSource, Consumer<HikariConfig> settings) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(dataSource);
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(5_000);
    settings.accept(config);
    return new HikariDataSource(config);
  }
}
