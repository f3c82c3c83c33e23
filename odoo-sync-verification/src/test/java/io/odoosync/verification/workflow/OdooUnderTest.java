package io.odoosync.verification.workflow;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.RetryPolicy;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.verification.odoo.IntegrationUser;
import io.odoosync.verification.odoo.Login;
import io.odoosync.verification.odoo.RealOdoo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Odoo that a suite runs against, and who may log in there.
 *
 * @param person a second user with the same rights, who plays a person at work in Odoo
 * @param plain a user without any right that the sync needs
 * @param administrator who may do everything
 * @param inProcess the server itself, if it runs in this process
 * @param expiredKey a key that is no longer valid; {@code null} where keys do not expire
 */
record OdooUnderTest(
    String url,
    String database,
    Login integration,
    Login person,
    Login plain,
    Login administrator,
    @Nullable String expiredKey,
    @Nullable InProcessOdoo inProcess) {

  /** Short waits: these servers are near. */
  private static final RetryPolicy RETRY =
      new RetryPolicy(3, Duration.ofMillis(20), Duration.ofSeconds(2));

  static OdooUnderTest of(InProcessOdoo odoo) {
    return new OdooUnderTest(
        odoo.url(),
        odoo.database(),
        Login.of(odoo.integrationUser()),
        Login.of(odoo.personUser()),
        Login.of(odoo.plainUser()),
        Login.of(odoo.administrator()),
        odoo.release().isAtLeast(OdooRelease.V18) ? odoo.expiredApiKey() : null,
        odoo);
  }

  /** One of its own in this process, for who will {@link #stop} it. */
  static OdooUnderTest start(OdooRelease release) {
    return of(InProcessOdoo.start(release));
  }

  /** Ends the server if it runs in this process. */
  void stop() {
    if (inProcess != null) {
      inProcess.close();
    }
  }

  /** The real one; skips the test if there is none. */
  static OdooUnderTest fromEnvironment() {
    RealOdoo odoo = RealOdoo.assumed();
    return new OdooUnderTest(
        odoo.url(),
        odoo.database(),
        odoo.integration(),
        odoo.person(),
        odoo.plain(),
        odoo.administrator(),
        odoo.expiredKey(),
        null);
  }

  OdooConnection.Builder connection() {
    return OdooConnection.builder()
        .url(url)
        .database(database)
        .login(integration.login())
        .apiKey(integration.apiKey())
        .retry(RETRY);
  }

  /** The user as whom the engine works, as Odoo has them. */
  IntegrationUser integrationUser() {
    return new IntegrationUser(client(), integration.login());
  }

  OdooClient client() {
    return OdooClient.connect(connection().build());
  }

  OdooClient clientOf(Login login) {
    return OdooClient.connect(connection().login(login.login()).apiKey(login.apiKey()).build());
  }

  /** Merges partners as the button of Odoo's list of contacts does. */
  void mergePartners(long survivor, long other) {
    if (inProcess != null) {
      inProcess.person().mergePartners(Math.toIntExact(survivor), Math.toIntExact(other));
      return;
    }
    OdooClient admin = clientOf(administrator);
    String wizard = "base.partner.merge.automatic.wizard";
    long id =
        admin
            .create(
                wizard,
                List.of(
                    Map.of(
                        "state",
                        "selection",
                        "dst_partner_id",
                        survivor,
                        "partner_ids",
                        List.of(List.of(6, 0, List.of(survivor, other))))))
            .get(0);
    try {
      admin.call(MethodCall.of(wizard, "action_merge").ids(List.of(id)));
    } catch (OdooException e) {
      // Odoo 20 merges, and then answers over JSON-RPC that its cursor is closed.
      if (!admin.read("res.partner", List.of(other), List.of("name")).isEmpty()) {
        throw e;
      }
    }
  }
}
