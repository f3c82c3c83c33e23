package io.odoosync.verification.odoo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;

/**
 * The server that the environment names, with the variables that {@code dev/odoo env} prints. Each
 * is read when it is asked for: a test needs no user that it does not work as.
 */
public final class RealOdoo {

  private RealOdoo() {}

  /** Without one, or with one that has not what the suites need, the test is skipped. */
  public static RealOdoo assumed() {
    assumeTrue(System.getenv("ODOO_URL") != null, "ODOO_URL names no real Odoo");
    RealOdoo odoo = new RealOdoo();
    Surroundings.assume(odoo);
    return odoo;
  }

  public String url() {
    return variable("ODOO_URL");
  }

  public String database() {
    return variable("ODOO_DB");
  }

  /** Whom the engine works as. */
  public Login integration() {
    return user("ODOO_");
  }

  /** A second user with the same rights, who plays a person at work in Odoo. */
  public Login person() {
    return user("ODOO_PERSON_");
  }

  /** A user without any right that the sync needs. */
  public Login plain() {
    return user("ODOO_PLAIN_");
  }

  /** Who may do everything. */
  public Login administrator() {
    return user("ODOO_ADMIN_");
  }

  /** A key that is no longer valid; {@code null} where keys do not expire. */
  public @Nullable String expiredKey() {
    return System.getenv("ODOO_EXPIRED_API_KEY");
  }

  private static Login user(String prefix) {
    return new Login(variable(prefix + "LOGIN"), variable(prefix + "API_KEY"));
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set, although ODOO_URL is");
    }
    return value;
  }
}
