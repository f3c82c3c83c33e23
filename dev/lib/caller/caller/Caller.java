package caller;

import io.odoosync.jdbc.Database;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.RetryPolicy;
import java.util.Arrays;

/** Says how it is run, reads a resource of the JDBC module, and asks an Odoo that is not there. */
public final class Caller {

  private Caller() {}

  public static void main(String[] arguments) {
    Module module = Caller.class.getModule();
    long tables =
        Arrays.stream(Database.values())
            .filter(each -> JdbcStores.ddl(each).contains("CREATE TABLE"))
            .count();
    System.out.println(
        (module.isNamed() ? "module " + module.getName() : "no module")
            + ", tables for "
            + tables
            + " databases, "
            + answer());
  }

  /** What comes of it: the class of the exception, or what else. */
  private static String answer() {
    OdooConnection nobody =
        OdooConnection.builder()
            .url("http://127.0.0.1:1")
            .database("db")
            .login("login")
            .apiKey("key")
            .retry(RetryPolicy.NEVER)
            .build();
    try {
      return OdooClient.connect(nobody).verify().toString();
    } catch (OdooException failure) {
      return failure.getClass().getSimpleName();
    }
  }
}
