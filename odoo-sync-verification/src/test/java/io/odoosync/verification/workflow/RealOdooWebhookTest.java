package io.odoosync.verification.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooWebhook;
import io.odoosync.odoo.Page;
import io.odoosync.odoo.WebhookSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a real Odoo posts. The action is run by hand, for automation rules are a module of their own
 * that this database need not have.
 */
@Tag("real-odoo")
class RealOdooWebhookTest {

  private static final String ACTION = "ir.actions.server";
  private static final String SECRET = "0123456789abcdef-secret";

  private final OdooUnderTest odoo = OdooUnderTest.fromEnvironment();
  private final OdooClient admin = odoo.clientOf(odoo.administrator());
  private final BlockingQueue<OdooWebhook> posted = new LinkedBlockingQueue<>();
  private final HttpServer host = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void listen() {
    host.createContext("/changed/", this::answer);
    host.start();
  }

  @AfterEach
  void stop() {
    host.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String given = exchange.getRequestURI().getPath().substring("/changed/".length());
    boolean isOdoo = WebhookSecret.of(SECRET).matches(given);
    if (isOdoo) {
      posted.add(OdooWebhook.parse(exchange.getRequestBody()));
    }
    exchange.sendResponseHeaders(isOdoo ? 204 : 403, -1);
    exchange.close();
  }

  @Test
  void parse_whatOdooPosts_saysWhichRecordAndWhen() throws InterruptedException {
    assumeTrue(
        admin.fieldsGet(ACTION, List.of("webhook_url")).containsKey("webhook_url"),
        "this release has no webhooks");
    long partner = admin.create("res.partner", List.of(Map.of("name", "Told"))).get(0);
    long action = admin.create(ACTION, List.of(action())).get(0);
    try {
      admin.call(
          MethodCall.of(ACTION, "run")
              .ids(List.of(action))
              .context("active_model", "res.partner")
              .context("active_id", partner)
              .context("active_ids", List.of(partner)));

      OdooWebhook webhook = posted.poll(10, TimeUnit.SECONDS);

      assertThat(webhook.model()).isEqualTo("res.partner");
      assertThat(webhook.ids()).containsExactly(partner);
      assertThat(webhook.writeDate().map(time -> time.truncatedTo(ChronoUnit.SECONDS)))
          .isEqualTo(
              admin
                  .read("res.partner", List.of(partner), List.of("write_date"))
                  .get(0)
                  .instant("write_date"));
    } finally {
      admin.unlink(ACTION, List.of(action));
      admin.unlink("res.partner", List.of(partner));
    }
  }

  private Map<String, Object> action() {
    Domain fields =
        Domain.field("model")
            .isEqualTo("res.partner")
            .and(Domain.field("name").isEqualTo("write_date"));
    return Map.of(
        "name",
        "Tell the sync",
        "model_id",
        admin
            .search("ir.model", Domain.field("model").isEqualTo("res.partner"), Page.first(1))
            .get(0),
        "state",
        "webhook",
        "webhook_url",
        "http://127.0.0.1:" + host.getAddress().getPort() + "/changed/" + SECRET,
        "webhook_field_ids",
        List.of(List.of(6, 0, admin.search("ir.model.fields", fields, Page.first(1)))));
  }
}
