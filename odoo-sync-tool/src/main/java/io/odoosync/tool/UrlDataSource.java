package io.odoosync.tool;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of whatever driver knows the address. They only read, and make no database. */
class UrlDataSource implements DataSource {

  private static final String H2 = "jdbc:h2:";
  private static final String H2_ONLY_IF_THERE = ";IFEXISTS=TRUE";

  private final String url;
  private final @Nullable String user;
  private final @Nullable String password;

  UrlDataSource(String url, @Nullable String user, @Nullable String password) {
    this.url = url.startsWith(H2) && !isOfConditions(url) ? url + H2_ONLY_IF_THERE : url;
    this.user = user;
    this.password = password;
  }

  private static boolean isOfConditions(String url) {
    return url.toUpperCase(Locale.ROOT).contains("IFEXISTS");
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connection(user, password);
  }

  @Override
  public Connection getConnection(String name, String secret) throws SQLException {
    return connection(name, secret);
  }

  boolean isReadOnly() {
    return true;
  }

  private Connection connection(@Nullable String name, @Nullable String secret)
      throws SQLException {
    Properties properties = new Properties();
    if (name != null) {
      properties.setProperty("user", name);
    }
    if (secret != null) {
      properties.setProperty("password", secret);
    }
    Connection connection = DriverManager.getConnection(url, properties);
    try {
      connection.setReadOnly(isReadOnly());
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("there is no log");
  }

  @Override
  public void setLoginTimeout(int seconds) {
    DriverManager.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() {
    return DriverManager.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("there is no log");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("this wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
