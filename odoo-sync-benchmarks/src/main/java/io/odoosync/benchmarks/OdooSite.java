package io.odoosync.benchmarks;

import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.testkit.InProcessOdoo;
import java.util.Map;

/**
 * An Odoo to measure against, and as whom.
 *
 * @param apiKey a secret
 */
public record OdooSite(String url, String database, String login, String apiKey) {

  /**
   * The server that the environment names, with the variables that {@code dev/odoo env} prints.
   *
   * @throws IllegalArgumentException if one is missing
   */
  public static OdooSite of(Map<String, String> environment) {
    return new OdooSite(
        variable(environment, "ODOO_URL"),
        variable(environment, "ODOO_DB"),
        variable(environment, "ODOO_LOGIN"),
        variable(environment, "ODOO_API_KEY"));
  }

  /** The testkit's. */
  public static OdooSite of(InProcessOdoo odoo) {
    return new OdooSite(odoo.url(), odoo.database(), odoo.login(), odoo.apiKey());
  }

  private static String variable(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          name + " is not set: eval \"$(dev/odoo env 19)\" sets all that is needed");
    }
    return value;
  }

  /** A client of its own, with all defaults. */
  public OdooClient client() {
    return OdooClient.connect(
        OdooConnection.builder().url(url).database(database).login(login).apiKey(apiKey).build());
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return url + " " + database + " as " + login;
  }
}
