package io.odoosync.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2DatabaseTest extends DatabaseSuite {

  private static final String PASSWORD = "pa55word-of-the-host";

  @TempDir static Path directory;

  private static String url() {
    return "jdbc:h2:file:" + directory.resolve("host");
  }

  @Override
  DataSource database() {
    // what makes the database is the application, not the tool
    return new UrlDataSource(url() + ";IFEXISTS=FALSE", "host", PASSWORD) {
      @Override
      boolean isReadOnly() {
        return false;
      }
    };
  }

  @Override
  ToolRun tool() {
    return new ToolRun()
        .with("ODOO_SYNC_JDBC_URL", url())
        .with("ODOO_SYNC_DB_USER", "host")
        .with("ODOO_SYNC_DB_PASSWORD", PASSWORD);
  }

  @Test
  void report_wrongPassword_isNotFoundOutAndNotShown() {
    ToolRun.Ending ending = tool().with("ODOO_SYNC_DB_PASSWORD", "wr0ng-pa55word").run("report");

    assertThat(ending.status()).isEqualTo(Main.NOT_FOUND_OUT);
    assertThat(ending.out() + ending.err()).doesNotContain("wr0ng-pa55word").isNotEmpty();
  }

  @Test
  void report_passwordAtTheTerminal_isTaken() {
    ToolRun.Ending ending =
        new ToolRun()
            .answer(PASSWORD)
            .run("history", "--jdbc-url", url(), "--db-user", "host", "--db-password-prompt");

    assertThat(ending.status()).isZero();
  }

  @Test
  void report_passwordOnTheCommandLine_isRefused() {
    ToolRun.Ending ending =
        new ToolRun().run("report", "--jdbc-url", url() + ";PASSWORD=" + PASSWORD);

    assertThat(ending.status()).isEqualTo(Main.USAGE);
    assertThat(ending.err()).contains("ODOO_SYNC_DB_PASSWORD").doesNotContain(PASSWORD);
  }

  @Test
  void report_databaseThatIsNotThere_isNotMade() {
    Path other = directory.resolve("other");

    ToolRun.Ending ending = new ToolRun().run("report", "--jdbc-url", "jdbc:h2:file:" + other);

    assertThat(ending.status()).isEqualTo(Main.NOT_FOUND_OUT);
    assertThat(Files.exists(Path.of(other + ".mv.db"))).isFalse();
  }

  @Test
  void report_noDriver_saysSo() {
    ToolRun.Ending ending = new ToolRun().run("report", "--jdbc-url", "jdbc:nosuch:x");

    assertThat(ending.status()).isEqualTo(Main.NOT_FOUND_OUT);
    assertThat(ending.err()).contains("driver");
  }
}
