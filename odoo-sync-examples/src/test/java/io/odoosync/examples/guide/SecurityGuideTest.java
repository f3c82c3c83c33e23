package io.odoosync.examples.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.SyncEngine;
import io.odoosync.odoo.ApiKeyStore;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooWebhook;
import io.odoosync.odoo.StoredApiKeys;
import io.odoosync.odoo.WebhookSecret;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecurityGuideTest {

  private static int answer(
      SyncEngine engine, WebhookSecret secret, String lastOfThePath, byte[] body) {
    // region webhook
    if (!secret.matches(lastOfThePath)) {
      return 404;
    }
    try {
      engine.odooChanged(OdooWebhook.parse(body)); // notes it, runs nothing
      return 204;
    } catch (IllegalArgumentException e) {
      return 400;
    }
    // endregion
  }

  @Test
  void webhook_personEditsAPartner_isNoted() {
    WebhookSecret secret = WebhookSecret.of("0123456789abcdef0123456789abcdef");
    InMemoryStores stores = new InMemoryStores();
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      SyncEngine engine =
          Guide.engine(server)
              .contacts(ContactSource.of(List.of(Guide.ada().build())))
              .stores(stores)
              .build();
      engine.runAll();
      int id = Guide.synced(server, "res_partner_teacher_1").id();
      byte[] body = ("{\"_model\": \"res.partner\", \"_id\": " + id + "}").getBytes(UTF_8);

      assertThat(answer(engine, secret, "somethingelse", body)).isEqualTo(404);
      assertThat(answer(engine, secret, "0123456789abcdef0123456789abcdef", new byte[0]))
          .isEqualTo(400);
      assertThat(stores.outbox().size()).isZero();
      assertThat(answer(engine, secret, "0123456789abcdef0123456789abcdef", body)).isEqualTo(204);
      assertThat(stores.outbox().size()).isEqualTo(1);
    }
  }

  @Test
  void connection_httpToAnotherMachine_isRefused() {
    OdooConnection.Builder builder =
        OdooConnection.builder().database("prod").login("sync").apiKey("0123456789");

    assertThatThrownBy(() -> builder.url("http://erp.example.com").build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(builder.url("https://erp.example.com").build().toString())
        .doesNotContain("0123456789");
  }

  /** A vault with one place. */
  private static final class Vault implements ApiKeyStore {
    private final AtomicReference<@Nullable StoredApiKeys> keys = new AtomicReference<>();

    @Override
    public Optional<StoredApiKeys> find() {
      return Optional.ofNullable(keys.get());
    }

    @Override
    public void save(StoredApiKeys saved) {
      keys.set(saved);
    }
  }

  @Test
  void renewApiKey_fewDaysAreLeft_newKeyIsInTheVault() {
    Instant soon = Clock.systemUTC().instant().plus(Duration.ofDays(5));
    try (InProcessOdoo server =
        InProcessOdoo.builder(OdooRelease.V20).apiKeyEnd(soon).programmaticApiKeys(true).start()) {
      Vault vault = new Vault();
      ContactSource teachers = ContactSource.of(List.of(Guide.ada().build()));
      String url = server.url();
      String database = server.database();
      String login = server.login();
      String firstKey = server.apiKey();
      // region renewal
      OdooConnection erp =
          OdooConnection.builder()
              .url(url)
              .database(database)
              .login(login)
              .apiKey(firstKey) // until the vault has another one
              .apiKeys(vault)
              .build();
      SyncEngine engine =
          SyncEngine.builder(OdooClient.connect(erp))
              .namespace("__school__")
              .contacts(teachers)
              .stores(new InMemoryStores())
              .renewApiKey(Duration.ofDays(14))
              .build();
      // endregion
      assertThat(engine.runAll().isSuccessful()).isTrue();
      assertThat(vault.find()).isPresent();
    }
  }
}
