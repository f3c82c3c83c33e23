package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.Link;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RedactedTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void reconcile_refusedByTheHostsConstraint_keepsTheHostsRowOutOfTheReason(TestDatabase database) {
    DataSource dataSource = database.fresh();
    TestDatabase.execute(
        dataSource,
        "CREATE TABLE teacher (secret varchar(20), id int, odoo_id int,"
            + " PRIMARY KEY (id), UNIQUE (secret, odoo_id), CHECK (odoo_id <> 8))");
    TestDatabase.execute(dataSource, "INSERT INTO teacher VALUES ('confidential', 1, 0)");
    TestDatabase.execute(dataSource, "INSERT INTO teacher VALUES ('confidential', 2, 7)");
    JdbcStores stores =
        JdbcStores.builder(dataSource)
            .createTables()
            .mirror(
                Mirror.of(EntityType.CONTACT, "teacher")
                    .table("teacher")
                    .key("id")
                    .odooId("odoo_id"))
            .build();
    for (long refused : new long[] {7, 8}) {
      Link link =
          new Link(EntityType.CONTACT, LocalKey.of("teacher", 1), refused, null, Instant.EPOCH);
      stores.idStore().save(List.of(link));
      assertThat(stores.idStore().reconcile(List.of(link)).get(link.key()))
          .containsPattern("SQLState 23|SQLState HY000|error 19")
          .containsPattern("violat|failed|Duplicate entry")
          .doesNotContain("confidential");
    }
  }

  @Test
  void of_connectionFailure_keepsItsCause() {
    ConnectException cause = new ConnectException("Connection refused");
    SQLException failure = new SQLException("The connection attempt failed.", "08001", 5, cause);
    SQLException redacted = Redacted.of(failure);
    assertThat((Throwable) redacted).hasMessage("The connection attempt failed.").hasCause(cause);
    assertThat(redacted.getSQLState()).isEqualTo("08001");
    assertThat(redacted.getErrorCode()).isEqualTo(5);
    assertThat(redacted.getStackTrace()).isEqualTo(failure.getStackTrace());
  }

  @Test
  void of_failureWithoutText_hasOneForTheReader() {
    assertThat(Redacted.of(new SQLException()).getMessage()).isEqualTo("no reason given");
  }

  static Stream<DataSource> unusable() {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:nosuch://h/db?user=u&password=S3CRET");
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:relative;USER=sa;PASSWORD=S3CRET");
    JdbcDataSource setting = new JdbcDataSource();
    setting.setURL("jdbc:h2:mem:x;PASSWORD=S3CRET;NOSUCH=1");
    return Stream.of(
        pool,
        h2,
        setting,
        byManager("jdbc:nosuch://h/db?user=u&password=S3CRET"),
        byManager("jdbc:nosuch:thin:u/S3CRET@h:1521"),
        byManager("jdbc:postgresql://localhost:port/db?user=u&password=S3CRET"),
        byManager("jdbc:postgresql://u:S3CRET@localhost:1/db"));
  }

  private static DataSource byManager(String address) {
    return (DataSource)
        Proxy.newProxyInstance(
            RedactedTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> DriverManager.getConnection(address));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void build_addressThatCantBeUsed_keepsThePasswordOutOfTheException(DataSource dataSource) {
    assertThatThrownBy(() -> JdbcStores.builder(dataSource).createTables().build())
        .isInstanceOf(JdbcStoreException.class)
        .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("S3CRET"));
  }

  @Test
  void of_textOnSeveralLines_keepsTheFirst() {
    assertThat(Redacted.of(new SQLException("no\u001b[2J\nDetail: x")).getMessage())
        .isEqualTo("no\\u001b[2J");
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
